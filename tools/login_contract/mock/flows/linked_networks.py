"""The social networks whose accounts stand for a user: linking one on its page, listing, removing one."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from login_contract.mock.contract.refusals import INVALID_TOKEN, LINKED_ALREADY, NOT_FOUND
from login_contract.mock.domain import redirects, ways_in
from login_contract.mock.domain.clients import Client
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.login_form import ordered_providers
from login_contract.mock.domain.projects import Projects
from login_contract.mock.domain.redirects import in_language
from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.errors import LoginError, Refusal
from login_contract.mock.flows.login import Grant, Onward
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.social import NetworkVisit, told
from login_contract.mock.flows.social_networks import Profile, SocialNetworks, social_request
from login_contract.mock.store import external_accounts, provider_identities, sessions, tickets, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.external_accounts import DEVICE, ExternalAccount
from login_contract.mock.store.tickets import PROVIDER_PAGE
from login_contract.mock.store.user_rows import User


@frozen(kw_only=True)
class LinkedNetworks:
    """Links accounts at social networks to users, and takes the links away."""

    _store: Store
    _projects: Projects
    _tokens: Tokens
    _events: Events
    _networks: SocialNetworks

    async def of(self, bearer: Bearer) -> Sequence[ExternalAccount]:
        """Return the accounts at social networks that stand for a user."""
        user_id = bearer.user.user_id
        found = await self._store.read(lambda tx: external_accounts.of_user(tx, user_id))
        return [account for account in found if account.provider != DEVICE]

    async def start(
        self,
        bearer: Bearer,
        provider: str,
        *,
        login_url: str | None,
        redirect_uri: str | None,
        locale: str | None,
    ) -> Onward:
        """Begin to link an account on the page of a network, which leads back to a registered address.

        Raises:
            LoginError: 404 003-061, the project does not offer the network; 422 010-011 or 010-012, the
                address is missing or not registered; 401 002-016, the token has ended meanwhile.
        """
        request = LoginRequest(
            login_url=self._address(bearer, login_url, redirect_uri),
            login_type="social",
            linking=bearer.session.jti,
        )

        def begin(tx: Transaction) -> str:
            self._tokens.holder(tx, bearer)
            return self._networks.page_url(tx, bearer.project, provider, request)

        page = await self._store.transaction(begin)
        return Onward(in_language(page, locale))

    def _address(self, bearer: Bearer, login_url: str | None, redirect_uri: str | None) -> str:
        client = self._client(bearer)
        if client is not None and (redirect_uri is not None or login_url is None):
            return client.redirect_uri(redirect_uri)
        return redirects.login_url(bearer.project, login_url if login_url is not None else redirect_uri)

    def _client(self, bearer: Bearer) -> Client | None:
        """Return the OAuth 2.0 client that a token was given to."""
        client_id = bearer.session.context.get("client_id")
        return self._projects.client(client_id) if client_id is not None else None

    async def link(self, visit: NetworkVisit, profile: Profile, *, added: bool) -> Onward:
        """Let the account that was picked stand for who asked; what forbids it is told at the address.

        Raises:
            LoginError: 404 003-061, the visit is over.
        """
        project, provider = visit.project, visit.provider

        def link(tx: Transaction) -> Onward:
            if tickets.take(tx, visit.state, PROVIDER_PAGE) is None:
                raise LoginError(NOT_FOUND)
            if added:
                provider_identities.add(tx, project.project_id, provider, profile)
            user = self._asker(tx, visit)
            refusal = INVALID_TOKEN if user is None else self._linked(tx, visit, user, profile)
            if user is None or refusal is not None:
                return told(visit.request, (refusal or INVALID_TOKEN).code)
            self._events.linked(tx, project, user, provider)
            return Onward(visit.request.login_url)

        return await self._store.transaction(link)

    def _asker(self, tx: Transaction, visit: NetworkVisit) -> User | None:
        """Hold who asked to link an account; None when their login has ended meanwhile."""
        session = sessions.find(tx, visit.request.linking or "")
        if session is None:
            return None
        user = users.by_id(tx, visit.project.project_id, session.user_id, hold=True)
        held = sessions.find(tx, session.jti)
        if user is None or user.banned or held is None or held.revoked or held.expires_at <= tx.now:
            return None
        return user

    def _linked(self, tx: Transaction, visit: NetworkVisit, user: User, profile: Profile) -> Refusal | None:
        """Link an account, unless it or another one of its network is linked already."""
        if visit.provider in external_accounts.providers(tx, user.user_id):
            return LINKED_ALREADY
        account = (tx, visit.project.project_id, visit.provider, profile["id"])
        if not external_accounts.link(*account, user.user_id):
            return LINKED_ALREADY
        external_accounts.tell(*account, profile)
        return None

    async def remove(self, bearer: Bearer, provider: str) -> None:
        """Let no account at a network stand for a user any more.

        Raises:
            LoginError: 404 003-061, none did; 422 003-020, the user could not log in any more; 401 002-016,
                the token has ended meanwhile.
        """

        def remove(tx: Transaction) -> None:
            user = self._tokens.holder(tx, bearer)
            accounts = _at(tx, user, provider)
            if not accounts:
                raise LoginError(NOT_FOUND, because=f"no account at {provider} is linked")
            ways_in.keep_one(tx, bearer.project, user, provider)
            for account in accounts:
                external_accounts.unlink(tx, user.project_id, provider, account.external_id)

        await self._store.transaction(remove)

    async def login_urls(self, bearer: Bearer, *, locale: str | None) -> Sequence[tuple[str, str]]:
        """Return, for each network of the project, the address of a login that goes where this one went.

        Raises:
            LoginError: 401 002-016, the token has ended meanwhile.
        """
        project = bearer.project
        request = evolve(
            LoginRequest.from_json(bearer.session.context),
            login_url=self._where_it_went(bearer),
            login_type="social",
            with_logout=False,
            announced=False,
            social=None,
            ticket=None,
        )

        def begin(tx: Transaction) -> list[tuple[str, str]]:
            self._tokens.holder(tx, bearer)
            offered = ordered_providers(project, locale)
            return [(each, self._networks.page_url(tx, project, each, request)) for each in offered]

        pages = await self._store.transaction(begin)
        return [(provider, in_language(page, locale)) for provider, page in pages]

    def _where_it_went(self, bearer: Bearer) -> str:
        """Return the address that a login led to, or where that is not registered any more another one."""
        client, project = self._client(bearer), bearer.project
        usual = client.settings["redirect_uris"] if client is not None else ()
        registered = [*usual, *project.callback_urls]
        went: str = bearer.session.context["login_url"]
        return went if went in registered or went in project.blank_pages else registered[0]

    async def renew(self, bearer: Bearer, provider: str) -> Grant:
        """Return a login of the user by the account at a network that stands for them.

        Raises:
            LoginError: 404 003-061, no account there stands for the user; 401 002-016, the token has ended
                meanwhile.
        """
        project = bearer.project

        def renew(tx: Transaction) -> Grant:
            user = self._tokens.holder(tx, bearer)
            accounts = _at(tx, user, provider)
            if not accounts:
                raise LoginError(NOT_FOUND, because=f"no account at {provider} is linked")
            account = accounts[0]
            profile = {**account.profile, "id": account.external_id}
            token = self._networks.token_for(tx, project, provider, profile)
            request = social_request(LoginRequest.from_json(bearer.session.context), provider, profile, token)
            claims = self._tokens.open(
                tx, project, user, login_type=request.login_type, context=request.to_json()
            )
            return Grant(project=project, request=request, claims=claims)

        return await self._store.transaction(renew)


def _at(tx: Transaction, user: User, provider: str) -> Sequence[ExternalAccount]:
    """Return the accounts at a network that stand for a user: several only where accounts were joined."""
    return [each for each in external_accounts.of_user(tx, user.user_id) if each.provider == provider]
