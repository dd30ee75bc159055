"""Where browsers may be sent: registered callback URLs byte for byte, links to pages that are allowed."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from login_contract.mock.contract.refusals import AMBIGUOUS_ADDRESS, UNREGISTERED_ADDRESS
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.terminal import shown

# An SDK of a game engine sends it as it is [sdk-ue]; the widget's SDK appends how it is to look [sdk-js].
CONFIRMATION_ORIGIN = "https://login-widget.xsolla.com"
CONFIRMATION_PATHS = ("/latest/confirm-status", "/latest/confirm-status/")


def login_url(project: Project, given: str | None) -> str:
    """Return the URL that a login leads to.

    Raises:
        LoginError: 422 010-012, the given URL is not registered; 422 010-011, none is given and several are.
    """
    if given is not None:
        if given not in project.callback_urls and given not in project.blank_pages:
            because = f"login_url {shown(given)} is not in callback_urls: {', '.join(project.callback_urls)}"
            raise LoginError(UNREGISTERED_ADDRESS, because=because + project.remedy(given))
        return given
    if len(project.callback_urls) > 1:
        because = f"login_url is left out, and callback_urls has {len(project.callback_urls)} addresses"
        raise LoginError(AMBIGUOUS_ADDRESS, because=because)
    return project.callback_urls[0]


def check_link_url(project: Project, url: str | None) -> None:
    """Refuse a page that the link of a message must not open.

    Raises:
        LoginError: 422 010-012.
    """
    if url is not None and not _may_be_linked(project, url):
        raise LoginError(UNREGISTERED_ADDRESS, because=f"link_url {shown(url)} {_unlinked(url)}")


def _unlinked(url: str) -> str:
    """Say why a page may not be linked, and which setting would let it."""
    if _origin(url) is None:
        return "is no page of the web"
    return 'is of no callback URL and of no allowed_origins; link_url_origins = "any" would take it'


def _may_be_linked(project: Project, url: str) -> bool:
    if is_known_page(project, url) or _is_confirmation_page(url):
        return True
    return project["link_url_origins"] == "any" and _origin(url) is not None


def _is_confirmation_page(url: str) -> bool:
    """Say whether this is the vendor's page that tells a player that the login goes on elsewhere."""
    if _origin(url) != CONFIRMATION_ORIGIN:
        return False
    return "#" not in url and urlsplit(url).path in CONFIRMATION_PATHS


def is_known_page(project: Project, url: str) -> bool:
    """Say whether a page's origin is that of a Callback URL or a redirect URI, or an allowed one."""
    origin = _origin(url)
    if origin is None:
        return False
    uris = [uri for client in project["oauth_clients"] for uri in client["redirect_uris"]]
    return project.allows_origin(origin) or origin in {
        _origin(known) for known in [*project.callback_urls, *uris]
    }


def _origin(url: str) -> str | None:
    # Browsers read a backslash as a slash and skip control characters, so those never name a known origin.
    if "\\" in url or not url.isprintable() or url != url.strip():
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{port}" if port is not None else "")


def in_language(page: str, locale: str | None) -> str:
    """Return the address of a page of this server in a language; without one, the browser says which."""
    return page if locale is None else with_query(page, locale=locale)


def with_query(url: str, **parameters: str) -> str:
    """Add query parameters to a URL, before its fragment, keeping those it has."""
    before, hash_sign, fragment = url.partition("#")
    joint = "&" if "?" in before else "?"
    if before.endswith(("?", "&")):
        joint = ""
    return f"{before}{joint}{urlencode(parameters)}{hash_sign}{fragment}"
