"""What every page shares: the HTML frame, the colours, the policy that lets nothing foreign run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from login_contract.mock.calls import branding
from login_contract.mock.domain.theme import Theme

# No scripts, pictures, fonts or frames from anywhere; a page adds what it needs itself. A mail shown in a
# frame inherits this policy, and mails carry inline styles.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

# A page like these in a frame of another site could be clicked through unseen; browsers that do not know the
# policy's frame-ancestors know the older header.
_GUARDS = {
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
}

# Colours and radii; with type and pieces of all pages, to which a page adds what it alone has.
TOKENS = Path(__file__).with_name("tokens.css").read_text(encoding="utf-8")
STYLE = TOKENS + Path(__file__).with_name("page.css").read_text(encoding="utf-8")
# Schemes that would run or show something inside the page itself instead of leading elsewhere.
INWARD = frozenset({"javascript", "data", "vbscript", "blob", "filesystem", "file", "about", "view-source"})


def headers(policy: str = CONTENT_SECURITY_POLICY) -> dict[str, str]:
    """Return the headers that a page is sent with; ``policy`` is its Content-Security-Policy."""
    return {"content-security-policy": policy, **_GUARDS}


def document(
    *,
    title: str,
    body: str,
    style: str = "",
    head: str = "",
    look: str = "",
    language: str = "en",
    direction: str = "ltr",
) -> str:
    """Return a whole page; ``body`` and ``head`` are HTML already, the other texts are escaped here.

    ``look`` is the class of the body: ``dialog`` for one small card in the middle.
    """
    # Links on these pages carry codes, which another site must not learn from its Referer header.
    return f"""\
<!DOCTYPE html>
<html lang="{escape(language)}" dir="{escape(direction)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
{head}<title>{escape(title)}</title>
<style>
{STYLE}{style}</style>
</head>
<body{f' class="{look}"' if look else ""}>
{body}
</body>
</html>
"""


def dialog(
    *,
    title: str,
    content: str,
    style: str = "",
    theme: Theme | None = None,
    language: str = "en",
    direction: str = "ltr",
) -> str:
    """Return a page that is one small card; ``content`` is HTML already and follows the title.

    ``theme`` is that of the project whose page it is.
    """
    logo = branding.logo(theme) if theme else ""
    style = f"{branding.style(theme)}{style}" if theme else style
    body = f'<main class="card">\n{logo}<h1 dir="auto">{escape(title)}</h1>\n{content}\n</main>'
    return document(
        title=title, body=body, style=style, look="dialog", language=language, direction=direction
    )


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """Return names with their values as a list; values are HTML already, rows without one are left out."""
    lines = [f"<dt>{escape(name)}</dt><dd>{value}</dd>" for name, value in rows if value]
    return "<dl>\n{}\n</dl>".format("\n".join(lines))


def isolated(value: object) -> str:
    """Return foreign text, escaped, and kept from turning the writing direction of what surrounds it."""
    return f"<bdi>{escape(str(value))}</bdi>"


def time(created_at: str) -> str:
    """Return an ISO 8601 time as a person reads it, in UTC; anything else as it stands."""
    try:
        moment = datetime.fromisoformat(created_at).astimezone(UTC)
    except (ValueError, OverflowError):
        return f'<time class="soft">{escape(created_at)}</time>'
    machine, human = moment.isoformat(timespec="seconds"), moment.strftime("%Y-%m-%d %H:%M:%S UTC")
    return f'<time class="soft" datetime="{machine}">{human}</time>'


def leads_elsewhere(url: str) -> bool:
    """Say whether a URL may be made clickable: a web address, or the scheme of an app on the device."""
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*)://\S", url)
    return scheme is not None and scheme[1].lower() not in INWARD
