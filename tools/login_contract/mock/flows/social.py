"""Login through a social network, in all the ways that one can vouch for somebody."""

from __future__ import annotations

from attrs import evolve, field, frozen

from login_contract.mock.contract.refusals import (
    INVALID_TOKEN,
    LINKED_ALREADY,
    NOT_FOUND,
    PARTNER_REFUSES_LOGIN,
    SOCIAL_NETWORK_REFUSES,
)
from login_contract.mock.domain.projects import Projects
from login_contract.mock.domain.redirects import in_language, with_query
from login_contract.mock.domain.tokens import ANY_LOGIN, Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant, Logins, Onward
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.partner import CUSTOM, Partners, Question
from login_contract.mock.flows.sign_ins import SignIn, SignIns
from login_contract.mock.flows.social_networks import Profile, SocialNetworks, identities, social_request
from login_contract.mock.settings.project import Project
from login_contract.mock.store import provider_identities, sessions, tickets, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.tickets import ACCESS_TOKEN, CODE, PROVIDER_PAGE
from login_contract.mock.store.user_rows import User

TOLD = {
    SOCIAL_NETWORK_REFUSES.code: "The social network does not confirm this sign-in.",
    PARTNER_REFUSES_LOGIN.code: "The user refused.",
    LINKED_ALREADY.code: "The social account is linked already.",
    INVALID_TOKEN.code: "The login of the user has ended.",
}


@frozen
class Credential:
    """What a network gave an application about somebody: an access token, a code or a session ticket."""

    provider: str
    secret: str = field(repr=False)
    purpose: str

    @classmethod
    def token(cls, provider: str, secret: str) -> Credential:
        """Return what stands for somebody again and again: an access token or a session ticket."""
        return cls(provider, secret, ACCESS_TOKEN)

    @classmethod
    def code(cls, provider: str, secret: str) -> Credential:
        """Return what stands for somebody once."""
        return cls(provider, secret, CODE)


@frozen
class NetworkVisit:
    """A browser on the page of a network: the login that goes on, and who can be picked."""

    state: str
    provider: str
    project: Project
    request: LoginRequest
    identities: list[Profile]


@frozen(kw_only=True)
class SocialLogins:
    """Lets in whoever a network vouches for."""

    _store: Store
    _projects: Projects
    _tokens: Tokens
    _partners: Partners
    _networks: SocialNetworks
    _logins: Logins
    _sign_ins: SignIns

    async def start(
        self, project: Project, provider: str, request: LoginRequest, *, locale: str | None
    ) -> Onward:
        """Begin a login on the page of a network, which speaks the language of ``locale``.

        Raises:
            LoginError: 404 003-061, the project does not offer the network.
        """
        page = await self._store.transaction(
            lambda tx: self._networks.page_url(tx, project, provider, request)
        )
        return Onward(in_language(page, locale))

    async def start_from(self, sign_in: SignIn, provider: str, *, locale: str | None) -> Onward:
        """Go on with a sign-in on the page of a network; the scope ``email`` wants an address of everybody.

        Raises:
            LoginError: 404 003-061, the project does not offer the network.
        """
        request = sign_in.request
        wanted = evolve(request, asks_email="email" in request.scopes, ticket=sign_in.ticket)
        return await self.start(sign_in.project, provider, wanted, locale=locale)

    async def log_in(
        self,
        project: Project,
        credential: Credential,
        request: LoginRequest,
        *,
        browser: str | None,
        silent: bool = False,
    ) -> Grant:
        """Use a credential up and let in whom the network says it is of; ``silent``: nobody was asked.

        Raises:
            LoginError: 404 003-061, the project does not offer the network; 422 010-015, the network knows no
                such credential; 401 002-040, the user is banned.
        """
        provider = credential.provider
        held = credential.secret if credential.purpose == ACCESS_TOKEN and not silent else None

        def identify(tx: Transaction) -> tuple[User, Profile]:
            profile = self._profile(tx, project, credential)
            return self._networks.user_of(tx, project, provider, profile), profile

        def finish(tx: Transaction, user: User, profile: Profile) -> Grant:
            token = self._networks.token_for(tx, project, provider, profile, held=held)
            asked = social_request(request, provider, profile, token, silent=silent)
            return self._logins.grant(tx, project, user, asked, browser=browser)

        question = None
        if project["storage"] == CUSTOM:
            profile = await self._store.read(lambda tx: self._profile(tx, project, credential, keep=True))
            question = social_question(provider, profile)
        return await self._partners.transaction(project, question, identify=identify, finish=finish)

    async def visit(self, provider: str, state: str) -> NetworkVisit | None:
        """Return the login that goes on on the page of a network."""

        def look(tx: Transaction) -> NetworkVisit | None:
            held = tickets.find(tx, state, PROVIDER_PAGE)
            project = self._projects.find(held.project_id) if held else None
            if held is None or project is None or held.provider != provider:
                return None
            request = LoginRequest.from_json(held.context)
            return NetworkVisit(state, provider, project, request, identities(tx, project, provider))

        return await self._store.read(look)

    async def cancel(self, visit: NetworkVisit) -> Onward:
        """Give a login on the page of a network up."""
        await self._store.transaction(lambda tx: tickets.take(tx, visit.state, PROVIDER_PAGE))
        # OAuth 2.0 clients know no error_code: without error they would take the answer for a broken one.
        error = {"error": "access_denied"} if visit.request.client_id is not None else {}
        return told(visit.request, PARTNER_REFUSES_LOGIN.code, **error)

    async def pick(self, visit: NetworkVisit, profile: Profile, *, added: bool, browser: str | None) -> Grant:
        """Let in whoever was picked on the page of a network.

        Raises:
            LoginError: 404 003-061, the login is over; 401 002-040, the user is banned.
        """
        project, provider = visit.project, visit.provider

        def identify(tx: Transaction) -> tuple[User, None]:
            if added:
                provider_identities.add(tx, project.project_id, provider, profile)
            return self._networks.user_of(tx, project, provider, profile), None

        def finish(tx: Transaction, user: User, proof: None) -> Grant:
            token = self._networks.token_for(tx, project, provider, profile)
            request = social_request(visit.request, provider, profile, token)
            # A refused identity leaves the page usable, so that another one can be picked.
            grant = tickets.spend(
                tx,
                visit.state,
                PROVIDER_PAGE,
                lambda: self._logins.grant(tx, project, user, request, browser=browser),
            )
            if grant is None:
                raise LoginError(NOT_FOUND)
            self._sign_ins.end_behind(tx, request)
            return grant

        question = social_question(provider, profile)
        return await self._partners.transaction(project, question, identify=identify, finish=finish)

    async def consent(
        self, project: Project, token: str, *, accepted: bool | None, browser: str | None
    ) -> Grant | Onward:
        """Note the answer to the project's terms and go on with the login; whoever refuses is sent back.

        Raises:
            LoginError: 401 002-016, the token is not of a login that can go on.
        """
        bearer = await self._tokens.identify(token, project, purposes=ANY_LOGIN)
        request = evolve(LoginRequest.from_json(bearer.session.context), with_logout=False)
        if not request.login_url:
            raise LoginError(
                INVALID_TOKEN, because="that login answered its token: there is nowhere to go on"
            )

        def consent(tx: Transaction) -> Grant | Onward:
            user = self._tokens.held(tx, bearer)
            if user is None:
                raise LoginError(INVALID_TOKEN, because="the token has ended meanwhile")
            if accepted is not None:
                users.set_fields(tx, user, {"accept_consent": accepted})
            if accepted is False:
                sessions.revoke(tx, bearer.session.jti)
                return told(request, PARTNER_REFUSES_LOGIN.code)
            return self._logins.grant(tx, project, user, request, browser=browser)

        return await self._store.transaction(consent)

    def _profile(
        self, tx: Transaction, project: Project, credential: Credential, *, keep: bool = False
    ) -> Profile:
        provider, secret, purpose = credential.provider, credential.secret, credential.purpose
        return self._networks.profile_of(tx, project, provider, secret, purpose, keep=keep)


def social_question(provider: str, profile: Profile) -> Question:
    """Return what a social login asks the partner."""
    known = {name: profile.get(name) for name in ("id", "email", "name", "picture")}
    body = {"provider": provider, **{name: value for name, value in known.items() if value is not None}}
    claims = {"provider": provider, "id": profile["id"]}
    return Question(webhook="social", body=lambda _: body, refusal=PARTNER_REFUSES_LOGIN, claims=claims)


def told(request: LoginRequest, code: str, **also: str) -> Onward:
    """Tell a failure to the page that started a social login [sdk-ios]."""
    parameters = {**also, "error_code": code, "error_description": TOLD[code]}
    if request.state is not None:
        parameters["state"] = request.state
    return Onward(with_query(request.login_url, **parameters))
