"""What is wrong with a token, in the words of webhooks: as errors that know what to answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from xsolla_login_client.errors import LoginError
from xsolla_login_client.signed_tokens import errors as tokens
from xsolla_login_client.webhooks import errors as webhooks

_KINDS: Mapping[type[LoginError], type[webhooks.WebhookError]] = MappingProxyType(
    {
        tokens.MalformedToken: webhooks.MalformedToken,
        tokens.InvalidSignature: webhooks.InvalidSignature,
        tokens.WrongAlgorithm: webhooks.WrongAlgorithm,
        tokens.UnknownKey: webhooks.UnknownKey,
        tokens.ExpiredToken: webhooks.ExpiredToken,
        tokens.NotYetValid: webhooks.NotYetValid,
        tokens.WrongProject: webhooks.WrongProject,
        tokens.KeysUnavailable: webhooks.KeysUnavailable,
    }
)


@contextmanager
def translated() -> Iterator[None]:
    """Raise what is wrong with a token as the webhook error of the same name."""
    try:
        yield
    except (tokens.TokenRefused, tokens.KeysUnavailable) as error:
        raise _KINDS[type(error)](str(error)) from error.__cause__
