"""The webhooks of custom user-data storage, at the partner's end: check, read and answer deliveries.

    from xsolla_login_client import webhooks

    delivery = webhooks.unwrap(body, headers, webhook="new-user", secret=secret, project_id=project_id)
    store(delivery.data.email, delivery.data.password)
    answer = webhooks.accept(data={"level": 7})

What is wrong with a delivery is raised as a `WebhookError` that knows its `status` and its `answer()`.
Checking tokens needs the extra: `pip install 'xsolla-login-client[webhooks]'`.
"""

from xsolla_login_client.signed_tokens.signatures import KeySet
from xsolla_login_client.webhooks.answers import accept, refuse
from xsolla_login_client.webhooks.delivery import MODELS, AnyDelivery, Claims, Delivery
from xsolla_login_client.webhooks.errors import (
    AnswerError,
    BodyTooLarge,
    ExpiredToken,
    InvalidSignature,
    InvalidToken,
    KeysUnavailable,
    MalformedBody,
    MalformedToken,
    MissingExtra,
    MissingToken,
    NotYetValid,
    Refusal,
    UnknownKey,
    UnknownWebhook,
    WebhookError,
    WrongAlgorithm,
    WrongMediaType,
    WrongProject,
    WrongRequestType,
)
from xsolla_login_client.webhooks.keys import AsyncJwksSource, JwksSource
from xsolla_login_client.webhooks.token import Headers
from xsolla_login_client.webhooks.unwrap import login_event, unwrap, unwrap_async
from xsolla_login_client.webhooks.verification import AsyncVerification, Verification

__all__ = [
    "MODELS",
    "AnswerError",
    "AnyDelivery",
    "AsyncJwksSource",
    "AsyncVerification",
    "BodyTooLarge",
    "Claims",
    "Delivery",
    "ExpiredToken",
    "Headers",
    "InvalidSignature",
    "InvalidToken",
    "JwksSource",
    "KeySet",
    "KeysUnavailable",
    "MalformedBody",
    "MalformedToken",
    "MissingExtra",
    "MissingToken",
    "NotYetValid",
    "Refusal",
    "UnknownKey",
    "UnknownWebhook",
    "Verification",
    "WebhookError",
    "WrongAlgorithm",
    "WrongMediaType",
    "WrongProject",
    "WrongRequestType",
    "accept",
    "login_event",
    "refuse",
    "unwrap",
    "unwrap_async",
]
