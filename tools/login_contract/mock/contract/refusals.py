"""Every documented refusal by a name; what each means for an operation says ``x-error-codes`` there.

Where a standard has a word for a refusal, the name is that word: of RFC 6749 and RFC 6750 for clients,
grants and tokens, of RFC 7662 for a token that is judged, of RFC 9110 for HTTP.
"""

from __future__ import annotations

from collections.abc import Mapping

from login_contract.mock.errors import Refusal

CONFIRM_EMAIL = Refusal(200, "003-011")
CONFIRM_PHONE_NUMBER = Refusal(200, "003-014")
UNREADABLE_BODY = Refusal(400, "0")
INVALID_VALUE = Refusal(400, "002-027")
MISSING_VALUE = Refusal(400, "002-028")
INVALID_PHONE_NUMBER = Refusal(400, "002-056")
INVALID_CLIENT = Refusal(400, "010-019")
INVALID_STATE = Refusal(400, "010-022")
INVALID_GRANT = Refusal(400, "010-023")
INVALID_ATTRIBUTES_SCHEMA = Refusal(400, "2004-0001")
PARTNER_REFUSES_RESET = Refusal(400, "010-026")
INVALID_TOKEN = Refusal(401, "002-016")
BANNED_USER = Refusal(401, "002-040")
WRONG_CREDENTIALS = Refusal(401, "003-001")
UNCONFIRMED_ACCOUNT = Refusal(401, "003-007")
WRONG_CODE = Refusal(401, "003-039")
NOT_SIGNED_IN = Refusal(401, "003-040")
PARTNER_REFUSES_LOGIN = Refusal(401, "010-026")
WRONG_ADMIN_TOKEN = Refusal(401, "401")
INVALID_ATTRIBUTES_TOKEN = Refusal(403, "1901-0001")
CALL_NOT_AVAILABLE = Refusal(403, "003-020")
ORIGIN_NOT_ALLOWED = Refusal(403, "403")
BLOCKED_RELATIONSHIP = Refusal(403, "010-026")
UNKNOWN_USER = Refusal(404, "003-002")
UNKNOWN_PROJECT = Refusal(404, "003-019")
NOT_FOUND = Refusal(404, "003-061")
DEADLINE_EXCEEDED = Refusal(408, "010-050")
CONFLICT = Refusal(409, "409")
CONTENT_TOO_LARGE = Refusal(413, "413")
UNSUPPORTED_MEDIA_TYPE = Refusal(415, "415")
GENERAL_FAILURE = Refusal(418, "004-001")
ATTRIBUTES_OF_NOBODY = Refusal(422, "003-002")
INVALID_NICKNAME = Refusal(422, "0")
UNPROCESSABLE_VALUE = Refusal(422, "002-027")
UNDELIVERABLE_NUMBER = Refusal(422, "002-043")
SECOND_FACTOR_UNCHANGED = Refusal(422, "002-050")
LOCKED_ACCOUNT = Refusal(422, "002-057")
BIRTHDAY_TOLD_BEFORE = Refusal(422, "002-061")
USERNAME_TAKEN = Refusal(422, "003-003")
CONTACT_TAKEN = Refusal(422, "003-004")
EMAIL_CHANGE_NOT_ALLOWED = Refusal(422, "003-008")
NOT_AVAILABLE = Refusal(422, "003-020")
PARTNER_NOT_ANSWERING = Refusal(422, "003-022")
RESET_NOT_ALLOWED = Refusal(422, "003-024")
WRONG_PROTOCOL = Refusal(422, "003-033")
CAPTCHA_REQUIRED = Refusal(422, "003-038")
WRONG_RESET_CODE = Refusal(422, "003-039")
TOO_MANY_WRONG_CODES = Refusal(422, "003-049")
REGISTRATION_NOT_ALLOWED = Refusal(422, "010-003")
AMBIGUOUS_ADDRESS = Refusal(422, "010-011")
UNREGISTERED_ADDRESS = Refusal(422, "010-012")
SOCIAL_NETWORK_REFUSES = Refusal(422, "010-015")
LINKED_ALREADY = Refusal(422, "010-016")
INACTIVE_TOKEN = Refusal(422, "010-017")
TOO_MANY_REQUESTS = Refusal(429, "003-038")

# What comes before there is an operation, and therefore stands in the description of none.
UNKNOWN_PATH = Refusal(404, "404")
METHOD_NOT_ALLOWED = Refusal(405, "405")
OF_NO_OPERATION: Mapping[Refusal, str] = {
    UNKNOWN_PATH: "There is no such path.",
    METHOD_NOT_ALLOWED: "The path does not offer this method.",
}
