"""The texts of the pages for end users, and what the pages say when they refuse something."""

from __future__ import annotations

from collections.abc import Mapping

PLAIN: frozenset[str] = frozenset()
PROJECT = frozenset({"project_name"})
EMAIL = frozenset({"email"})
PHONE = frozenset({"phone"})
PROVIDER = frozenset({"provider"})
RECIPIENT = frozenset({"recipient"})
CHARACTERS = frozenset({"characters"})
NUMBER = frozenset({"n"})


def _plain(*names: str) -> dict[str, frozenset[str]]:
    return dict.fromkeys(names, PLAIN)


RESET_FORM = {
    **_plain("title", "label", "rule", "button", "invalid", "wrong_code", "done_title"),
    "intro": PROJECT,
    "done": PROJECT,
    "continue": PROJECT,
}
SIGN_IN = {
    **_plain("title", "username", "password", "button", "or", "email", "send_code", "more", "cancel"),
    **_plain("code_title", "code", "check", "send_again", "back"),
    "intro": PROJECT,
    "social": PROVIDER,
    "code_intro": EMAIL,
}
ASK = {
    **_plain("title", "button", "skip", "optional", "choose", "yes", "no", "agree"),
    **_plain("email", "phone_number", "country", "birthday", "consent", "promotion"),
    **_plain("nickname", "first_name", "last_name", "gender", "code_title", "required", "unsuitable"),
    **_plain("invalid_email", "invalid_phone", "invalid_date", "opened"),
    "intro": PROJECT,
    "too_young": PROJECT,
    "code_intro": RECIPIENT,
    "link_intro": RECIPIENT,
    "too_short": NUMBER,
    "too_long": NUMBER,
    "only": CHARACTERS,
    "without": CHARACTERS,
    "at_least": NUMBER | CHARACTERS,
}
PROVIDER_PAGE = {
    **_plain("nobody", "no_email", "add", "id", "name", "email", "button", "cancel"),
    "title": PROVIDER,
    "simulated": PROVIDER,
    "pick": PROJECT,
}
TWO_FACTOR = {
    **_plain("title", "code", "button", "send_again"),
    "intro": PROJECT | RECIPIENT,
    "change_intro": PROJECT | RECIPIENT,
    "sent_again": RECIPIENT,
    "too_many_codes": PROJECT,
}
ACCOUNT = {
    # The frame, and what stands in it when there is nothing to show.
    **_plain("title", "loading", "language", "exit", "try_again"),
    **_plain("hint_title", "hint", "expired_title", "expired", "wrong_title"),
    **_plain("failed_title", "failed", "offline"),
    # Headings, and what is said of a group that is empty.
    **_plain("profile", "contacts", "networks", "devices", "no_networks", "no_devices"),
    # What can be done.
    **_plain("edit", "add", "change", "remove", "save", "cancel", "continue", "confirm", "send_again"),
    **_plain("saving", "saved", "removed", "sending", "not_set"),
    # The fields.
    **_plain("picture", "nickname", "first_name", "last_name", "birthday", "gender"),
    **_plain("gender_f", "gender_m", "gender_other", "gender_unsaid", "choose", "day", "month", "year"),
    **_plain("email", "phone", "username", "password", "code", "second_factor_phone", "unconfirmed"),
    # Rules, and what does not keep them.
    **_plain("required", "birthday_rule", "birthday_fixed", "birthday_future", "birthday_impossible"),
    **_plain("invalid_email", "invalid_code", "password_rule", "password_invalid"),
    "invalid_phone": frozenset({"example"}),
    "too_long": NUMBER,
    "picture_rule": frozenset({"size"}),
    "picture_too_large": frozenset({"size"}),
    # The picture.
    **_plain("choose_picture", "picture_unreadable", "picture_refused", "remove_picture"),
    **_plain("crop_title", "crop_hint", "zoom"),
    # A new address, number or password.
    **_plain("new_email", "new_phone", "add_password", "add_password_intro", "password_added"),
    "code_sent": RECIPIENT,
    "send_again_in": NUMBER,
    "password_mail": EMAIL,
    "password_set": frozenset({"username"}),
    # Removal.
    "remove_phone": PHONE,
    "remove_network": PROVIDER,
    "remove_device": frozenset({"device"}),
    "last_used": frozenset({"date"}),
    # What the server refuses.
    **_plain("last_way", "unavailable", "vanished", "code_over", "email_taken", "phone_taken"),
    **_plain("username_taken", "email_fixed", "invalid"),
}
ERROR_PAGE = {
    **_plain("title", "over", "missing", "start_again"),
    "reference": frozenset({"code"}),
}
REFUSAL = _plain(
    "wrong_password",
    "not_confirmed",
    "locked",
    "banned",
    "wrong_code",
    "too_many_codes",
    "too_many_requests",
    "taken",
    "invalid",
    "unreachable",
    "closed",
    "not_found",
    "wrong_address",
    "general",
)
PAGE_TEXTS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "reset_form": RESET_FORM,
    "sign_in": SIGN_IN,
    "ask": ASK,
    "provider": PROVIDER_PAGE,
    "two_factor": TWO_FACTOR,
    "account": ACCOUNT,
    "error_page": ERROR_PAGE,
    "refusal": REFUSAL,
}
