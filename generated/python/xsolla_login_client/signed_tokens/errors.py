"""Why a token is not taken: one class for each reason."""

from __future__ import annotations

from xsolla_login_client.errors import LoginError


class TokenRefused(LoginError):
    """The token does not prove what it should: whoever shows it is not let in."""


class MalformedToken(TokenRefused):
    """It is no JSON Web Token, or a claim in it is not what it has to be."""


class InvalidSignature(TokenRefused):
    """It was changed, or signed with another key."""


class WrongAlgorithm(InvalidSignature):
    """It is signed with another algorithm than the one agreed upon, or not at all."""


class UnknownKey(TokenRefused):
    """The project has no key of the name that it says."""


class ExpiredToken(TokenRefused):
    """It was good once."""


class NotYetValid(TokenRefused):
    """It will be good later."""


class WrongIssuer(TokenRefused):
    """Somebody else than the Login server says to have made it."""


class WrongProject(TokenRefused):
    """It is about another Login project."""


class WrongAudience(TokenRefused):
    """It is meant for somebody else."""


class WrongKind(TokenRefused):
    """It is of this project, but no user's: that of a server or of a webhook."""


class KeysUnavailable(LoginError):
    """The keys cannot be fetched for the moment, so that nothing can be said about the token."""


class MissingExtra(ImportError):
    """What checks tokens is not installed; the message is the line that installs it."""
