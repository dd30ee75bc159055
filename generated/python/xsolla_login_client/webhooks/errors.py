"""Why a delivery is refused: one class per reason, each of which knows what to answer."""

from __future__ import annotations

from typing import Any, ClassVar

from xsolla_login_client.signed_tokens import errors as tokens


class WebhookError(Exception):
    """A delivery that the partner should not act upon; `str()` is a sentence that says why.

    Answer `error.answer()` as JSON with `error.status`.
    """

    #: The status to answer with.
    status: ClassVar[int] = 400
    #: The `code` of the error object to answer with.
    code: str = "webhook"

    def answer(self) -> dict[str, Any]:
        """Return the body to answer with, `{"error": {"code": …, "description": …}}`."""
        return {"error": {"code": self.code, "description": str(self)}}


class InvalidToken(WebhookError):
    """The request does not prove that the Login server sent it."""

    code = "gateway-token"


class MissingToken(InvalidToken):
    """There is no `Authorization: Bearer …` header."""

    code = "gateway-token-missing"


class MalformedToken(InvalidToken):
    """The token is no JSON Web Token, or a claim in it is not what it has to be."""

    code = "gateway-token-malformed"


class InvalidSignature(InvalidToken):
    """The token was changed, or signed with another key."""

    code = "gateway-token-signature"


class WrongAlgorithm(InvalidSignature):
    """The token is signed with another algorithm than the one agreed upon, or not at all."""

    code = "gateway-token-algorithm"


class UnknownKey(InvalidToken):
    """The key set of the project does not hold the key that the token names."""

    code = "gateway-token-key"


class ExpiredToken(InvalidToken):
    """The token was good once."""

    code = "gateway-token-expired"


class NotYetValid(InvalidToken):
    """The token will be good later."""

    code = "gateway-token-early"


class WrongProject(InvalidToken):
    """The token is about another Login project."""

    code = "gateway-token-project"


class WrongRequestType(InvalidToken):
    """The token is not a gateway token: somebody presents a user's token, perhaps."""

    code = "gateway-token-type"


class MalformedBody(WebhookError):
    """The body is not what the webhook sends; the message names the property."""

    code = "body-malformed"


class BodyTooLarge(MalformedBody):
    """The body is larger than any delivery."""

    status = 413
    code = "body-too-large"


class WrongMediaType(WebhookError):
    """The body is not declared to be JSON."""

    status = 415
    code = "media-type"


class UnknownWebhook(WebhookError):
    """There is no webhook of that name."""

    status = 404
    code = "webhook-unknown"


class KeysUnavailable(WebhookError):
    """The key set cannot be fetched for the moment, so that nothing can be said about the token."""

    status = 503
    code = "keys-unavailable"


class Refusal(WebhookError):
    """What the partner raises to refuse a good delivery: no such user, a wrong password.

    The user's client gets both, so the description should be a sentence that a login form can show.

    Args:
        code: a code of the partner's choice, 1 to 64 characters.
        description: 1 to 1000 characters.

    Raises:
        ValueError: one of them is shorter or longer.
    """

    def __init__(self, code: str, description: str) -> None:
        for name, text, most in (("code", code, 64), ("description", description, 1000)):
            if not 1 <= len(text) <= most:
                raise ValueError(f"{name}: from 1 to {most} characters, not {len(text)}")
        super().__init__(code, description)
        self.code = code
        self.description = description

    def __str__(self) -> str:
        return self.description


class MissingExtra(tokens.MissingExtra):
    """What checks tokens is not installed; the message is the line that installs it."""


class AnswerError(ValueError):
    """The answer breaks a rule, so that the Login server would refuse it whole; a defect of the receiver."""
