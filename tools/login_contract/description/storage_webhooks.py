"""The webhooks of custom user-data storage, in the order in which a user meets them."""

from __future__ import annotations

# What the description puts before their names.
PREFIX = "custom-storage-"
NAMES = (
    "new-user",
    "user-verification",
    "phone",
    "email",
    "social",
    "password-reset",
    "refresh-token",
    "password-change",
    "email-change",
)
