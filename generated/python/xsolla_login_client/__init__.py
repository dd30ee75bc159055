"""A client for the Xsolla Login API.

Each operation is a module of `xsolla_login_client.api`, named after its id. Errors are one family,
`xsolla_login_client.errors`, with a class for each documented code in `xsolla_login_client.error_codes`.
"""

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

__all__ = [
    "UNSET",
    "AuthenticatedClient",
    "Cancelled",
    "Client",
    "File",
    "LoginError",
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
