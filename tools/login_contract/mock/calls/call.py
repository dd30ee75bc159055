"""What an operation function receives and returns: a decoded, valid request, and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from attrs import field, frozen

from login_contract.description.message import JSON
from login_contract.mock.arrival import Arrival
from login_contract.mock.domain.clients import Client
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project

URL_CHARACTERS = "%:/?#[]@!$&'()*+,;=~"


@frozen
class Call:
    """One request, decoded and validated by the description.

    ``query``, ``path`` and ``headers`` hold described parameters under their described names; absent
    optional ones hold the described default, or are missing. ``browser`` is the secret of the single sign-on
    cookie, ``server_token`` the token of a partner's server. ``arrival`` is when the request came.
    ``identified`` is whose token an operation got that needs a user's. ``reader`` is the locale in which a
    page speaks to whoever reads it: that of the query, else what the browser likes best of what there is.
    ``wants_markdown`` says that a page is wanted as Markdown rather than as HTML. ``kept`` are the entity
    tags of the answers that the client has kept, in their quotes; ``*`` is any.
    """

    query: Mapping[str, Any]
    path: Mapping[str, Any]
    headers: Mapping[str, Any]
    body: Any
    bearer: str | None = field(repr=False)
    arrival: Arrival
    browser: str | None = field(default=None, repr=False)
    server_token: str | None = field(default=None, repr=False)
    registered: Project | None = None
    client: Client | None = None
    identified: Bearer | None = None
    reader: str | None = None
    wants_markdown: bool = False
    kept: frozenset[str] = frozenset()

    @property
    def user(self) -> Bearer:
        """Whose token this is; the server refused a request without a valid one."""
        if self.identified is None:
            raise LookupError("this operation takes no user's token")
        return self.identified

    @property
    def project(self) -> Project:
        """The project that ``projectId``, ``client_id``, a server's path, or else the token names.

        The server refused a request without.
        """
        if self.registered is None:
            raise LookupError("this operation names no project")
        return self.registered


@frozen
class Reply:
    """An answer: a JSON value, a text or the bytes of another media type, or nothing.

    ``refused`` is the refusal that an answer tells in its own way, on a page or in a redirect.
    """

    status: int
    body: Any = None
    media_type: str | None = None
    headers: Mapping[str, str] = field(factory=dict)
    refused: LoginError | None = field(default=None, repr=False, eq=False)

    @classmethod
    def json(cls, body: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
        """Answer a JSON document."""
        return cls(status, body, JSON, headers or {})

    @classmethod
    def empty(cls) -> Reply:
        """Answer 204 without a body."""
        return cls(204)

    @classmethod
    def redirect(cls, location: str, *, headers: Mapping[str, str] | None = None) -> Reply:
        """Send a browser elsewhere (302)."""
        # A header holds ASCII only, and a link's page may have other letters in its path.
        return cls(302, headers={"location": quote(location, safe=URL_CHARACTERS), **(headers or {})})

    @classmethod
    def html(cls, page: str, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
        """Answer a page."""
        return cls(status, page, "text/html", headers or {})
