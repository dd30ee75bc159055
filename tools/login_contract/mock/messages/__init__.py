"""Mails and SMS in the recipient's language: a subject, a text part and an HTML part."""

from login_contract.mock.messages.composing import ComposedMessage, compose
from login_contract.mock.messages.locales import resolve_locale

__all__ = ["ComposedMessage", "compose", "resolve_locale"]
