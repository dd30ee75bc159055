"""The domain services that operation functions are given."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.domain.events import Events
from login_contract.mock.domain.keys import Keys
from login_contract.mock.domain.messenger import Messenger
from login_contract.mock.domain.oauth_tokens import OAuthTokens
from login_contract.mock.domain.projects import Projects
from login_contract.mock.domain.single_sign_on import SingleSignOn
from login_contract.mock.domain.tokens import Tokens
from login_contract.mock.flows.login import Logins
from login_contract.mock.flows.mailed_link import Links
from login_contract.mock.flows.one_time_code import OneTimeCodes
from login_contract.mock.flows.partner import Partners
from login_contract.mock.flows.second_factor import SecondFactor
from login_contract.mock.flows.social import SocialNetworks
from login_contract.mock.hosted.sign_ins import SignIns
from login_contract.mock.outgoing.delivery_worker import DeliveryWorker
from login_contract.mock.outgoing.partner_webhooks import PartnerWebhooks
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.server import MockSettings
from login_contract.mock.store.database import Store
from login_contract.mock.store.watch import Watch
from login_contract.mock.terminal import Terminal


@frozen
class Services:
    """Everything behind one running server; nothing of it is global."""

    settings: MockSettings
    store: Store
    randomness: Randomness
    projects: Projects
    keys: Keys
    tokens: Tokens
    messenger: Messenger
    logins: Logins
    sso: SingleSignOn
    oauth_tokens: OAuthTokens
    social: SocialNetworks
    one_time_codes: OneTimeCodes
    second_factor: SecondFactor
    sign_ins: SignIns
    links: Links
    partners: Partners
    events: Events
    watch: Watch
    delivery_worker: DeliveryWorker
    terminal: Terminal

    @classmethod
    def build(cls, settings: MockSettings, store: Store) -> Services:
        """Wire the services to a store."""
        randomness = Randomness(settings.seed)
        projects = Projects(store, empty_pages=settings.empty_pages)
        keys = Keys(store)
        watch = Watch(store)
        terminal = Terminal(settings.told)
        delivery_worker = DeliveryWorker(store, projects, watch, terminal)
        events = Events(delivery_worker.wake)
        tokens = Tokens(store, projects, keys, randomness)
        sso = SingleSignOn(randomness, secure=settings.origin.startswith("https:"))
        messenger = Messenger(randomness, terminal)
        codes = OneTimeCodes(randomness, messenger, api=settings.api)
        return cls(
            settings=settings,
            store=store,
            randomness=randomness,
            projects=projects,
            keys=keys,
            tokens=tokens,
            messenger=messenger,
            logins=Logins(tokens, sso, randomness, events),
            sso=sso,
            oauth_tokens=OAuthTokens(store, tokens, randomness),
            social=SocialNetworks(randomness, events, origin=settings.origin),
            one_time_codes=codes,
            second_factor=SecondFactor(codes, origin=settings.origin),
            sign_ins=SignIns(projects, randomness, origin=settings.origin),
            links=Links(randomness, messenger, origin=settings.origin, api=settings.api),
            partners=Partners(store, PartnerWebhooks(store, tokens, randomness, terminal), events),
            events=events,
            watch=watch,
            delivery_worker=delivery_worker,
            terminal=terminal,
        )
