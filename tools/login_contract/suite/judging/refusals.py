"""Every documented refusal by a name: the status and the ``error.code`` that an answer has to have."""

from __future__ import annotations

from typing import NamedTuple


class DocumentedRefusal(NamedTuple):
    """How a request is refused; equal to the pair of status and code, and shown as it."""

    status: int
    code: str

    def __repr__(self) -> str:
        return repr(tuple(self))


CONFIRM_EMAIL = DocumentedRefusal(200, "003-011")
CONFIRM_PHONE_NUMBER = DocumentedRefusal(200, "003-014")
UNREADABLE_BODY = DocumentedRefusal(400, "0")
INVALID_VALUE = DocumentedRefusal(400, "002-027")
MISSING_VALUE = DocumentedRefusal(400, "002-028")
INVALID_PHONE_NUMBER = DocumentedRefusal(400, "002-056")
INVALID_CLIENT = DocumentedRefusal(400, "010-019")
INVALID_STATE = DocumentedRefusal(400, "010-022")
INVALID_GRANT = DocumentedRefusal(400, "010-023")
INVALID_ATTRIBUTES_SCHEMA = DocumentedRefusal(400, "2004-0001")
PARTNER_REFUSES_RESET = DocumentedRefusal(400, "010-026")
INVALID_TOKEN = DocumentedRefusal(401, "002-016")
BANNED_USER = DocumentedRefusal(401, "002-040")
WRONG_CREDENTIALS = DocumentedRefusal(401, "003-001")
UNCONFIRMED_ACCOUNT = DocumentedRefusal(401, "003-007")
WRONG_CODE = DocumentedRefusal(401, "003-039")
NOT_SIGNED_IN = DocumentedRefusal(401, "003-040")
PARTNER_REFUSES_LOGIN = DocumentedRefusal(401, "010-026")
WRONG_ADMIN_TOKEN = DocumentedRefusal(401, "401")
INVALID_ATTRIBUTES_TOKEN = DocumentedRefusal(403, "1901-0001")
CALL_NOT_AVAILABLE = DocumentedRefusal(403, "003-020")
ORIGIN_NOT_ALLOWED = DocumentedRefusal(403, "403")
BLOCKED_RELATIONSHIP = DocumentedRefusal(403, "010-026")
UNKNOWN_USER = DocumentedRefusal(404, "003-002")
UNKNOWN_PROJECT = DocumentedRefusal(404, "003-019")
NOT_FOUND = DocumentedRefusal(404, "003-061")
DEADLINE_EXCEEDED = DocumentedRefusal(408, "010-050")
CONFLICT = DocumentedRefusal(409, "409")
CONTENT_TOO_LARGE = DocumentedRefusal(413, "413")
UNSUPPORTED_MEDIA_TYPE = DocumentedRefusal(415, "415")
GENERAL_FAILURE = DocumentedRefusal(418, "004-001")
ATTRIBUTES_OF_NOBODY = DocumentedRefusal(422, "003-002")
INVALID_NICKNAME = DocumentedRefusal(422, "0")
UNPROCESSABLE_VALUE = DocumentedRefusal(422, "002-027")
UNDELIVERABLE_NUMBER = DocumentedRefusal(422, "002-043")
SECOND_FACTOR_UNCHANGED = DocumentedRefusal(422, "002-050")
LOCKED_ACCOUNT = DocumentedRefusal(422, "002-057")
BIRTHDAY_TOLD_BEFORE = DocumentedRefusal(422, "002-061")
USERNAME_TAKEN = DocumentedRefusal(422, "003-003")
CONTACT_TAKEN = DocumentedRefusal(422, "003-004")
EMAIL_CHANGE_NOT_ALLOWED = DocumentedRefusal(422, "003-008")
NOT_AVAILABLE = DocumentedRefusal(422, "003-020")
PARTNER_NOT_ANSWERING = DocumentedRefusal(422, "003-022")
RESET_NOT_ALLOWED = DocumentedRefusal(422, "003-024")
WRONG_PROTOCOL = DocumentedRefusal(422, "003-033")
CAPTCHA_REQUIRED = DocumentedRefusal(422, "003-038")
WRONG_RESET_CODE = DocumentedRefusal(422, "003-039")
TOO_MANY_WRONG_CODES = DocumentedRefusal(422, "003-049")
REGISTRATION_NOT_ALLOWED = DocumentedRefusal(422, "010-003")
AMBIGUOUS_ADDRESS = DocumentedRefusal(422, "010-011")
UNREGISTERED_ADDRESS = DocumentedRefusal(422, "010-012")
SOCIAL_NETWORK_REFUSES = DocumentedRefusal(422, "010-015")
LINKED_ALREADY = DocumentedRefusal(422, "010-016")
INACTIVE_TOKEN = DocumentedRefusal(422, "010-017")
TOO_MANY_REQUESTS = DocumentedRefusal(429, "003-038")

# What comes before there is an operation, and therefore stands in the description of none.
UNKNOWN_PATH = DocumentedRefusal(404, "404")
METHOD_NOT_ALLOWED = DocumentedRefusal(405, "405")
