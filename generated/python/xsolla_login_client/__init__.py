"""A client for the Xsolla Login API.

`LoginApi` has the calls of the widget SDK and those for who is logged in, `LoginServerApi` those of a
partner's server; `AsyncLoginApi` and `AsyncLoginServerApi` are awaited. Below them, each operation is a module
of `xsolla_login_client.api`, named after its id. Errors are one family, `xsolla_login_client.errors`, with a
class for each documented code in `xsolla_login_client.error_codes`.
"""

from typing import TYPE_CHECKING, Any

from xsolla_login_client.client import AuthenticatedClient, Client
from xsolla_login_client.errors import (
    Cancelled,
    LoginError,
    Refusal,
    SessionEnded,
    TimedOut,
    TransportError,
    UnexpectedAnswer,
)
from xsolla_login_client.retries import Retries, Retry
from xsolla_login_client.types import UNSET, File, Response, Unset

if TYPE_CHECKING:
    from xsolla_login_client.login_api import (
        AsyncLoginApi,
        AsyncLoginServerApi,
        CancelToken,
        ConfirmationRequired,
        LoginApi,
        LoginServerApi,
        Redirect,
    )

__all__ = [
    "UNSET",
    "AsyncLoginApi",
    "AsyncLoginServerApi",
    "AuthenticatedClient",
    "CancelToken",
    "Cancelled",
    "Client",
    "ConfirmationRequired",
    "File",
    "LoginApi",
    "LoginError",
    "LoginServerApi",
    "Redirect",
    "Refusal",
    "Response",
    "Retries",
    "Retry",
    "SessionEnded",
    "TimedOut",
    "TransportError",
    "UnexpectedAnswer",
    "Unset",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        # What a program does not use of the facade, it need not wait for: it imports every operation.
        if name in __all__:
            from xsolla_login_client import login_api

            return getattr(login_api, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
