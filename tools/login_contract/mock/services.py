"""The domain services and the flows that operation functions are given."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.domain.event_webhooks import EventWebhooks
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.groups import ProjectGroups
from login_contract.mock.domain.keys import Keys
from login_contract.mock.domain.messenger import Messenger
from login_contract.mock.domain.projects import Projects
from login_contract.mock.domain.reports import Reports
from login_contract.mock.domain.single_sign_on import SingleSignOn
from login_contract.mock.domain.tokens import Tokens
from login_contract.mock.flows.added_password import AddedPasswords
from login_contract.mock.flows.ask_fields import AskFields
from login_contract.mock.flows.ask_stops import AskStops
from login_contract.mock.flows.attribute_schemas import AttributeSchemas
from login_contract.mock.flows.attribute_search import AttributeSearch
from login_contract.mock.flows.attribute_updates import AttributeUpdates
from login_contract.mock.flows.attributes import UserAttributes
from login_contract.mock.flows.authorization import Authorizations
from login_contract.mock.flows.bans import Bans
from login_contract.mock.flows.code_link import CodeLinks
from login_contract.mock.flows.code_login import CodeLogins
from login_contract.mock.flows.consent import Consents
from login_contract.mock.flows.custom_ids import CustomIds
from login_contract.mock.flows.devices import DeviceLogins
from login_contract.mock.flows.email_templates import EmailTemplates
from login_contract.mock.flows.friends import Friends
from login_contract.mock.flows.grants.authorization_code import AuthorizationCodeGrant
from login_contract.mock.flows.grants.client_credentials import ClientCredentialsGrant
from login_contract.mock.flows.grants.refresh_token import RefreshTokenGrant
from login_contract.mock.flows.grants.revocation import Revocations
from login_contract.mock.flows.grants.token_endpoint import TokenEndpoint
from login_contract.mock.flows.grants.token_exchange import TokenExchangeGrant
from login_contract.mock.flows.linked_devices import LinkedDevices
from login_contract.mock.flows.linked_identities import LinkedIdentities
from login_contract.mock.flows.linked_networks import LinkedNetworks
from login_contract.mock.flows.login import Logins
from login_contract.mock.flows.logout import Logouts
from login_contract.mock.flows.mailed_link import Links
from login_contract.mock.flows.memberships import Memberships
from login_contract.mock.flows.nickname_search import NicknameSearch
from login_contract.mock.flows.oauth_tokens import OAuthTokens
from login_contract.mock.flows.one_time_code import OneTimeCodes
from login_contract.mock.flows.partner import Partners
from login_contract.mock.flows.password import PasswordLogins
from login_contract.mock.flows.password_reset import PasswordResets
from login_contract.mock.flows.phones import Phones
from login_contract.mock.flows.pictures import Pictures
from login_contract.mock.flows.profiles import Profiles
from login_contract.mock.flows.registration import Registrations
from login_contract.mock.flows.second_factor import SecondFactor
from login_contract.mock.flows.second_factor_settings import SecondFactorSettings
from login_contract.mock.flows.server_registration import ServerRegistrations
from login_contract.mock.flows.sign_ins import SignIns
from login_contract.mock.flows.social import SocialLogins
from login_contract.mock.flows.social_friends import SocialFriends
from login_contract.mock.flows.social_networks import SocialNetworks
from login_contract.mock.flows.user_deletion import UserDeletions
from login_contract.mock.flows.user_exports import UserExports
from login_contract.mock.flows.user_imports import UserImports
from login_contract.mock.flows.user_search import UserSearch
from login_contract.mock.outgoing.delivery_worker import DeliveryWorker
from login_contract.mock.outgoing.partner_webhooks import PartnerWebhooks
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.server import MockSettings
from login_contract.mock.store.database import Store
from login_contract.mock.store.watch import Watch
from login_contract.mock.terminal import Terminal


@frozen(kw_only=True)
class Services:
    """Everything behind one running server; nothing of it is global."""

    settings: MockSettings
    store: Store
    randomness: Randomness
    projects: Projects
    keys: Keys
    tokens: Tokens
    events: Events
    watch: Watch
    delivery_worker: DeliveryWorker
    terminal: Terminal
    added_passwords: AddedPasswords
    ask_fields: AskFields
    ask_stops: AskStops
    attribute_schemas: AttributeSchemas
    attribute_search: AttributeSearch
    attribute_updates: AttributeUpdates
    attributes: UserAttributes
    authorizations: Authorizations
    bans: Bans
    code_links: CodeLinks
    code_logins: CodeLogins
    consents: Consents
    custom_ids: CustomIds
    devices: DeviceLogins
    email_templates: EmailTemplates
    event_webhooks: EventWebhooks
    friends: Friends
    linked_networks: LinkedNetworks
    linked_devices: LinkedDevices
    linked_identities: LinkedIdentities
    logouts: Logouts
    memberships: Memberships
    nickname_search: NicknameSearch
    oauth_tokens: OAuthTokens
    password_logins: PasswordLogins
    password_resets: PasswordResets
    profiles: Profiles
    phones: Phones
    pictures: Pictures
    project_groups: ProjectGroups
    registrations: Registrations
    revocations: Revocations
    second_factor: SecondFactor
    second_factor_settings: SecondFactorSettings
    server_registrations: ServerRegistrations
    sign_ins: SignIns
    social_friends: SocialFriends
    social_logins: SocialLogins
    social_networks: SocialNetworks
    token_endpoint: TokenEndpoint
    user_exports: UserExports
    user_imports: UserImports
    user_deletions: UserDeletions
    user_search: UserSearch

    @classmethod
    def build(cls, settings: MockSettings, store: Store) -> Services:
        """Wire the services to a store."""
        randomness, origin, api = Randomness(settings.seed), settings.origin, settings.api
        projects = Projects(store, empty_pages=settings.empty_pages)
        keys = Keys(store, spares=settings.spare_keys)
        watch = Watch(store)
        terminal = Terminal(settings.told)
        delivery_worker = DeliveryWorker(store, projects, watch, terminal)
        events = Events(delivery_worker.wake)
        tokens = Tokens(store, projects, keys, randomness)
        sso = SingleSignOn(randomness)
        messenger = Messenger(randomness, terminal)
        codes = OneTimeCodes(randomness, messenger, api=api)
        links = Links(randomness, messenger, origin=origin, api=api)
        logins = Logins(tokens, sso, randomness, events)
        oauth_tokens = OAuthTokens(store, tokens, randomness)
        partners = Partners(store, PartnerWebhooks(store, tokens, randomness, terminal), events)
        networks = SocialNetworks(randomness, events, origin=origin)
        pictures = Pictures(store, tokens, randomness, origin=origin)
        reports = Reports(randomness, terminal, origin=origin)
        sign_ins = SignIns(store, projects, randomness, origin=origin)
        second_factor = SecondFactor(
            store=store, projects=projects, codes=codes, logins=logins, sign_ins=sign_ins, origin=origin
        )
        asks = AskFields(store, tokens, codes, logins)
        code_links = CodeLinks(store, watch)
        code_logins = CodeLogins(
            store=store,
            tokens=tokens,
            randomness=randomness,
            events=events,
            partners=partners,
            codes=codes,
            logins=logins,
            sign_ins=sign_ins,
        )
        return cls(
            settings=settings,
            store=store,
            randomness=randomness,
            projects=projects,
            keys=keys,
            tokens=tokens,
            events=events,
            watch=watch,
            delivery_worker=delivery_worker,
            terminal=terminal,
            added_passwords=AddedPasswords(store, tokens, links),
            ask_fields=asks,
            ask_stops=AskStops(
                store=store,
                projects=projects,
                randomness=randomness,
                ask_fields=asks,
                code_logins=code_logins,
                code_links=code_links,
                sign_ins=sign_ins,
                origin=origin,
            ),
            attribute_schemas=AttributeSchemas(store),
            attribute_search=AttributeSearch(store),
            attribute_updates=AttributeUpdates(store, tokens),
            attributes=UserAttributes(store),
            authorizations=Authorizations(store, sso, logins, sign_ins),
            bans=Bans(store),
            code_links=code_links,
            code_logins=code_logins,
            consents=Consents(store, projects),
            custom_ids=CustomIds(store, randomness, events, logins),
            devices=DeviceLogins(store, randomness, events, logins),
            email_templates=EmailTemplates(store, messenger),
            event_webhooks=EventWebhooks(store),
            friends=Friends(store, tokens),
            linked_networks=LinkedNetworks(
                store=store, projects=projects, tokens=tokens, events=events, networks=networks
            ),
            linked_devices=LinkedDevices(store, tokens),
            linked_identities=LinkedIdentities(store, tokens, randomness, events),
            logouts=Logouts(store),
            memberships=Memberships(store),
            nickname_search=NicknameSearch(store),
            oauth_tokens=oauth_tokens,
            password_logins=PasswordLogins(
                randomness=randomness,
                events=events,
                partners=partners,
                logins=logins,
                oauth_tokens=oauth_tokens,
                second_factor=second_factor,
                sign_ins=sign_ins,
            ),
            password_resets=PasswordResets(store, events, partners, links),
            profiles=Profiles(store, tokens),
            pictures=pictures,
            phones=Phones(store, tokens, events, codes),
            project_groups=ProjectGroups(store),
            registrations=Registrations(store, randomness, events, partners, links, logins),
            revocations=Revocations(store, projects, tokens, oauth_tokens),
            second_factor=second_factor,
            second_factor_settings=SecondFactorSettings(store, tokens, projects, second_factor),
            server_registrations=ServerRegistrations(store, randomness, events),
            sign_ins=sign_ins,
            social_friends=SocialFriends(store, tokens),
            social_logins=SocialLogins(
                store=store,
                projects=projects,
                tokens=tokens,
                partners=partners,
                networks=networks,
                logins=logins,
                sign_ins=sign_ins,
            ),
            social_networks=networks,
            token_endpoint=TokenEndpoint(
                projects,
                {
                    "authorization_code": AuthorizationCodeGrant(store, oauth_tokens),
                    "refresh_token": RefreshTokenGrant(store, partners, oauth_tokens),
                    "client_credentials": ClientCredentialsGrant(store, oauth_tokens),
                    "urn:ietf:params:oauth:grant-type:token_exchange": TokenExchangeGrant(
                        store, tokens, oauth_tokens
                    ),
                },
            ),
            user_exports=UserExports(store, reports, pictures),
            user_imports=UserImports(store, randomness, events, reports),
            user_deletions=UserDeletions(store),
            user_search=UserSearch(store),
        )
