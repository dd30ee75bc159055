"""The hosted page where players manage their account: its address, and the HTML that leads there.

    from xsolla_login_client import user_account

    url = user_account.account_url(token, locale="de")
    html = user_account.iframe(url)

The token stands in the address behind `#`, which browsers send to no server. Whoever has the address has the
account for as long as the token is good: give it to that player alone, and let nothing keep it.
"""

from __future__ import annotations

import json
import re
from html import escape
from string import Template
from urllib.parse import SplitResult, urlsplit

__all__ = ["BASE_URL", "EVENTS", "LOCALES", "account_url", "iframe", "link"]

BASE_URL = "https://useraccount.xsolla.com"
#: The languages of the page, by the codes that it has for them.
LOCALES = (
    *("en", "ar", "bg", "cs", "de", "es", "fr", "he", "it", "ja"),
    *("ko", "pl", "pt", "ro", "ru", "th", "tr", "vi", "cn", "tw"),
)
#: What the page tells the one around it with `postMessage`, as bare texts: that it was closed, that it is
#: there without the player's data, that it is there with them.
EVENTS = ("user-account-close", "user-account-loaded", "user-account-page-fetched")

# What others call a language that the page has a code of its own for.
_LANGUAGES = {"zh": "cn", "cz": "cs", "iw": "he"}
_TRADITIONAL = frozenset({"tw", "hk", "mo", "hant"})
_JWT = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
# A host, perhaps a port and a path: no user, no query, and nothing that would have to be escaped.
_ADDRESS = re.compile(
    r"(?i:https?)://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?"
)
_PORTS = {"http": 80, "https": 443}

_IFRAME = Template("""\
<script>
  addEventListener("message", (event) => {
    const frame = document.getElementById("user-account");
    // Any page may send messages to this one: heed those of the frame, while it shows the account.
    if (event.origin !== $origin || !frame || event.source !== frame.contentWindow) return;
    switch (event.data) {
      case "user-account-page-fetched": // The page is there, with the player's data.
        break;
      case "user-account-loaded": // The page is there, without the data: the token may have expired.
        frame.replaceWith("Your account could not be loaded.");
        break;
      case "user-account-close": // The player has finished.
        frame.remove();
        break;
    }
  });
</script>
<iframe id="user-account" title="$title" src="$url" style="border: 0; width: 100%; height: 40rem"></iframe>
""")


def account_url(token: str, *, locale: str = "en", base_url: str = BASE_URL) -> str:
    """Return the address of the account page for the player whose token this is.

    Args:
        token: the JWT of a player, as a login gives it.
        locale: one of `LOCALES`, or how else a game may call such a language: `de-AT`, `cz_CZ`, `zh-Hant`.
        base_url: where the page is hosted. A local Login server has it too, as `http://127.0.0.1:8480`.

    Raises:
        ValueError: the token is no JWT, the page does not speak the language, or the address is none.
    """
    if not _JWT.fullmatch(token):
        raise ValueError("token: is no JWT, which is three texts with dots between them")
    base = _address(base_url)
    path = base.path.rstrip("/").removesuffix("/profile")
    return f"{base.scheme}://{base.netloc}{path}/profile?locale={_code(locale)}#token={token}"


def iframe(url: str, *, title: str = "Your account") -> str:
    """Return HTML that shows the page in a frame and listens to what it says.

    Args:
        url: what `account_url` returned.
        title: what screen readers call the frame.

    Raises:
        ValueError: the address is none.
    """
    # The script comes first, so that it cannot miss what the frame says.
    return _IFRAME.substitute(origin=json.dumps(_origin(url)), title=escape(title), url=escape(url))


def link(url: str, *, text: str = "Your account") -> str:
    """Return HTML of a link that opens the page in a tab of its own.

    Args:
        url: what `account_url` returned.
        text: what the link says.

    Raises:
        ValueError: the address is none.
    """
    _origin(url)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener">{escape(text)}</a>\n'


def _code(locale: str) -> str:
    language, *rest = re.split("[-_]", locale.lower())
    code = _LANGUAGES.get(language, language)
    if code == "cn" and "hans" not in rest and not _TRADITIONAL.isdisjoint(rest):
        code = "tw"
    if code not in LOCALES or not all(re.fullmatch("[a-z0-9]{2,8}", part) for part in rest):
        raise ValueError(f"locale: {locale!r} is none of {', '.join(LOCALES)}")
    return code


def _address(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        # Asking for the port judges it.
        if _ADDRESS.fullmatch(text) and parts.port != 0:
            return parts
    except ValueError:
        pass
    # What stands behind # may be a token, which is nothing for a log.
    raise ValueError(f"base_url: {text.partition('#')[0]!r} is no address such as {BASE_URL}")


def _origin(url: str) -> str:
    """Return the origin as browsers write it: in lower case, without a port that goes without saying."""
    parts = _address(re.split("[?#]", url)[0])
    port = "" if parts.port in (None, _PORTS[parts.scheme]) else f":{parts.port}"
    host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else parts.hostname
    return f"{parts.scheme}://{host}{port}"
