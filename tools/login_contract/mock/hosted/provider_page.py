"""The page of a simulated social network, where a player picks who to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import quote

from login_contract.mock.calls.html_document import isolated
from login_contract.mock.domain.theme import Theme
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted.form import (
    EMAIL,
    LONGEST,
    Texts,
    alert,
    button,
    dialog,
    field,
    form,
)

ACTION = "/_mock/provider"
LABELS = {
    "amazon": "Amazon",
    "apple": "Apple",
    "babka": "Babka",
    "baidu": "Baidu",
    "battlenet": "Battle.net",
    "discord": "Discord",
    "epicgames": "Epic Games",
    "facebook": "Facebook",
    "github": "GitHub",
    "google": "Google",
    "kakao": "Kakao",
    "linkedin": "LinkedIn",
    "mailru": "Mail.ru",
    "microsoft": "Microsoft",
    "msn": "MSN",
    "naver": "NAVER",
    "ok": "OK.ru",
    "paypal": "PayPal",
    "qq": "QQ",
    "qq_mobile": "QQ Mobile",
    "reddit": "Reddit",
    "steam": "Steam",
    "twitch": "Twitch",
    "twitter": "Twitter",
    "vimeo": "Vimeo",
    "vk": "VK",
    "wechat": "WeChat",
    "weibo": "Weibo",
    "xbox": "Xbox",
    "xsolla": "Xsolla",
    "yahoo": "Yahoo",
    "yandex": "Yandex",
    "youtube": "YouTube",
}
STYLE = """\
.identity { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; padding: .6rem .75rem;
  font: inherit; color: inherit; text-align: start; cursor: pointer; background: none;
  border: 1px solid var(--soft); border-radius: var(--radius) }
.identity:hover { background: var(--tint) }
.initials { flex: none; display: grid; place-items: center; width: 2.5rem; height: 2.5rem; overflow: hidden;
  border-radius: 50%; background: var(--tint); color: var(--accent); font-weight: 600 }
.who { flex: 1 1 7.5rem; min-width: 0; overflow-wrap: anywhere }
.who > * { display: block }
.who .soft { font-size: .875rem }
"""


def page(
    *,
    provider: str,
    state: str,
    project_name: str,
    theme: Theme | None = None,
    identities: Sequence[Mapping[str, Any]],
    refusal: LoginError | None,
    locale: str | None,
    given: Mapping[str, Any] | None = None,
) -> str:
    """Return the page, with the text for a refusal, if there is one.

    ``identities`` have ``id``, ``name`` and perhaps ``email``; pictures are not loaded. ``given`` is the
    new identity that was refused, so that it stands in its fields again. The forms are sent URL-encoded to
    ``/_mock/provider/<provider>`` with ``state`` and ``action``, which is ``pick`` (with ``id``), ``add``
    (with ``id``, ``name`` and ``email``, which may be empty) or ``cancel``.
    """
    texts = Texts.of("provider", locale, provider=provider_label(provider), project_name=project_name)
    action = texts.address(f"{ACTION}/{quote(provider, safe='')}")
    picks = [_identity(texts, each) for each in identities]
    pick = form(action, {"state": state, "action": "pick"}, *picks)
    cancel = form(action, {"state": state, "action": "cancel"}, button(texts.html("cancel"), "quiet"))
    unfolded = " open" if given or not identities else ""
    content = f"""\
<p class="soft">{texts.html("simulated")}</p>
{alert(texts, refusal)}
<p>{texts.html("pick" if identities else "nobody")}</p>
{pick if identities else ""}
<details{unfolded}>
<summary>{texts.html("add")}</summary>
{form(action, {"state": state, "action": "add"}, *_new(texts, given or {}, refusal))}
</details>
{cancel}"""
    return dialog(texts, "title", content, STYLE, theme=theme)


def provider_label(provider: str) -> str:
    """Return what people call a social network; one that is not known is called by its name on the wire."""
    return LABELS.get(provider, provider)


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name; without any, its first sign."""
    letters = [letter for word in name.split() if (letter := next(filter(str.isalnum, word), ""))]
    return "".join(letters[:1] + letters[1:][-1:]).upper() or name.strip()[:1]


def _identity(texts: Texts, identity: Mapping[str, Any]) -> str:
    name, email = str(identity["name"]), identity.get("email")
    contact = f'<bdi dir="ltr">{escape(str(email))}</bdi>' if email else texts.html("no_email")
    return f"""\
<button class="identity" name="id" value="{escape(str(identity["id"]))}">
<span class="initials" aria-hidden="true">{escape(initials(name))}</span>
<span class="who"><b>{isolated(name)}</b>
<span class="soft">{contact}</span>
<span class="soft"><code dir="ltr">{escape(str(identity["id"]))}</code></span></span>
</button>"""


def _new(texts: Texts, given: Mapping[str, Any], refusal: LoginError | None) -> list[str]:
    refused = bool(given) and refusal is not None
    text = f'autocomplete="off" required maxlength="{LONGEST}"'
    attributes = {
        "name": f'{text} dir="auto"',
        "id": f'{text} autocapitalize="none" spellcheck="false" dir="ltr"',
        "email": f'{EMAIL} maxlength="{LONGEST}"',
    }
    fields = [
        field(name, texts.html(name), its, value=str(given.get(name) or ""), refused=refused)
        for name, its in attributes.items()
    ]
    return [*fields, button(texts.html("button"))]
