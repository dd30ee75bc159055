"""The calls of a partner's server: `LoginServerApi`, and `AsyncLoginServerApi` to be awaited."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from ssl import SSLContext
from typing import Any
from uuid import UUID

from xsolla_login_client.api.account_linking import link_accounts_by_code, link_user_ids_via_external_id
from xsolla_login_client.api.attributes import (
    delete_attributes_schema,
    get_attributes_by_server_custom_id,
    get_attributes_schema,
    get_users_attributes_from_server,
    get_users_by_attribute_from_server,
    get_users_read_only_attributes_from_server,
    put_attributes_schema,
    update_users_attributes_from_server,
    update_users_attributes_from_server_by_server_custom_id,
    update_users_read_only_attributes_from_server,
)
from xsolla_login_client.api.bans import del_projects_users_ban, post_projects_users_ban
from xsolla_login_client.api.bulk import export_users, upload_import_file
from xsolla_login_client.api.email_templates import (
    create_custom_email_template,
    get_custom_email_template,
    send_email_based_on_template,
    update_custom_email_template,
)
from xsolla_login_client.api.login_events import (
    add_webhook_for_event,
    delete_webhook_for_event,
    get_webhooks_for_event,
)
from xsolla_login_client.api.server_users import (
    auth_by_custom_id,
    delete_user,
    get_user,
    get_user_for_project,
    get_users_ids_by_social_id_and_platform,
    put_user_custom_id,
    register_new_user_from_server,
    search_users_by_filter,
)
from xsolla_login_client.api.tokens import post_projects_key
from xsolla_login_client.api.two_factor_settings import (
    get_project_two_factor_authentication_settings,
    get_server_mfa,
    update_project_two_factor_authentication_settings,
    update_server_mfa,
)
from xsolla_login_client.api.user_groups import (
    del_project_user_group,
    delete_user_groups,
    get_project_user_groups,
    get_user_groups,
    manage_user_groups,
    post_project_user_group,
    put_project_user_group,
    update_user_groups,
)
from xsolla_login_client.facade.connection import Connection
from xsolla_login_client.facade.server import AwaitedServer, BlockingServer, Proof
from xsolla_login_client.models.account_link import AccountLink
from xsolla_login_client.models.attribute import Attribute
from xsolla_login_client.models.attribute_schema import AttributeSchema
from xsolla_login_client.models.attribute_search import AttributeSearch
from xsolla_login_client.models.attribute_search_type import AttributeSearchType
from xsolla_login_client.models.attribute_type import AttributeType
from xsolla_login_client.models.attributes_by_custom_id import AttributesByCustomId
from xsolla_login_client.models.custom_id import CustomId
from xsolla_login_client.models.custom_id_attribute_query import CustomIdAttributeQuery
from xsolla_login_client.models.custom_id_login import CustomIdLogin
from xsolla_login_client.models.custom_id_token import CustomIdToken
from xsolla_login_client.models.email_template import EmailTemplate
from xsolla_login_client.models.email_template_type import EmailTemplateType
from xsolla_login_client.models.email_template_words import EmailTemplateWords
from xsolla_login_client.models.event_type import EventType
from xsolla_login_client.models.event_webhook import EventWebhook
from xsolla_login_client.models.external_id_link import ExternalIdLink
from xsolla_login_client.models.gaming_platform import GamingPlatform
from xsolla_login_client.models.get_user_for_project_status import GetUserForProjectStatus
from xsolla_login_client.models.given_attribute import GivenAttribute
from xsolla_login_client.models.import_columns import ImportColumns
from xsolla_login_client.models.linked_user import LinkedUser
from xsolla_login_client.models.membership import Membership
from xsolla_login_client.models.membership_change import MembershipChange
from xsolla_login_client.models.membership_end import MembershipEnd
from xsolla_login_client.models.named_email_template import NamedEmailTemplate
from xsolla_login_client.models.new_attribute import NewAttribute
from xsolla_login_client.models.new_ban import NewBan
from xsolla_login_client.models.new_event_webhook import NewEventWebhook
from xsolla_login_client.models.new_user_group import NewUserGroup
from xsolla_login_client.models.new_user_id import NewUserId
from xsolla_login_client.models.plain_attribute import PlainAttribute
from xsolla_login_client.models.platform_account import PlatformAccount
from xsolla_login_client.models.platform_accounts import PlatformAccounts
from xsolla_login_client.models.project_key import ProjectKey
from xsolla_login_client.models.ranked_second_factor import RankedSecondFactor
from xsolla_login_client.models.read_only_attribute_update import ReadOnlyAttributeUpdate
from xsolla_login_client.models.renamed_user_group import RenamedUserGroup
from xsolla_login_client.models.search_user import SearchUser
from xsolla_login_client.models.search_users_by_filter_order_column import SearchUsersByFilterOrderColumn
from xsolla_login_client.models.search_users_by_filter_order_dir import SearchUsersByFilterOrderDir
from xsolla_login_client.models.search_users_by_filter_search_by import SearchUsersByFilterSearchBy
from xsolla_login_client.models.second_factor_change import SecondFactorChange
from xsolla_login_client.models.second_factor_of_user import SecondFactorOfUser
from xsolla_login_client.models.second_factor_type import SecondFactorType
from xsolla_login_client.models.second_factors_change import SecondFactorsChange
from xsolla_login_client.models.second_factors_of_project import SecondFactorsOfProject
from xsolla_login_client.models.server_attribute_query import ServerAttributeQuery
from xsolla_login_client.models.server_attribute_update import ServerAttributeUpdate
from xsolla_login_client.models.server_registration import ServerRegistration
from xsolla_login_client.models.template_mail import TemplateMail
from xsolla_login_client.models.user_export import UserExport
from xsolla_login_client.models.user_group import UserGroup
from xsolla_login_client.models.user_import import UserImport
from xsolla_login_client.models.user_list import UserList
from xsolla_login_client.models.user_page import UserPage
from xsolla_login_client.models.users_by_attribute import UsersByAttribute
from xsolla_login_client.models.wanted_attribute import WantedAttribute
from xsolla_login_client.models.with_logout import WithLogout
from xsolla_login_client.retries import Retries
from xsolla_login_client.server import BASE_URL
from xsolla_login_client.types import UNSET, File, Timeout, Unset


class LoginServerApi(BlockingServer):
    """The calls of a partner's server.

    Close it, or use it in a `with` block. Calls raise `LoginError` and what is derived of it.

    Args:
        token: a server token that somebody else keeps; or instead
        client_id: the server OAuth 2.0 client, with
        client_secret: its secret: a token is got for it, and the next one before it ends.
        base_url: the address of the API.
        timeout: the seconds that a call may take.
        retries: which calls are made once more.
        headers: sent with every request.
        verify_ssl: whether the certificate of the server is checked, or by what.
        httpx_args: further arguments of the client of httpx, like `transport`.

    Raises:
        ValueError: neither a token is given nor id and secret.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        client_id: int | str | None = None,
        client_secret: str | None = None,
        base_url: str = BASE_URL,
        timeout: Timeout = 5.0,
        retries: Retries | None = None,
        headers: Mapping[str, str] | None = None,
        verify_ssl: str | bool | SSLContext = True,
        httpx_args: Mapping[str, Any] | None = None,
    ) -> None:
        connection = Connection(
            base_url=base_url,
            timeout=timeout,
            retries=Retries() if retries is None else retries,
            headers=headers or {},
            verify_ssl=verify_ssl,
            httpx_args=httpx_args or {},
        )
        proof = Proof(token=token, client_id=client_id, client_secret=client_secret)
        super().__init__(connection, proof, header="X-SERVER-AUTHORIZATION")

    def post_projects_key(self, project_id: UUID, *, timeout: Timeout | Unset = UNSET) -> ProjectKey:
        """Make a new key

        The new key signs from now on. Tokens of the key before it stay good until they expire, and as long
        both are published; who meets a token of a key that they do not know reads the keys again.

        Args:
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return post_projects_key.sync(project_id, client=self._client, timeout=timeout)

    def get_server_mfa(
        self, project_id: UUID, user_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> SecondFactorOfUser:
        """Read the second factor of a user

        What the user, or the project's server, has set; what the project wants of everybody is not told.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_server_mfa.sync(project_id, user_id, client=self._client, timeout=timeout)

    def update_server_mfa(
        self,
        project_id: UUID,
        user_id: UUID,
        *,
        mfa_type: SecondFactorType,
        enabled: bool | None | Unset = UNSET,
        change_restricted: bool | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Set the second factor of a user

        It counts from the next login on. While `change_restricted` is set, the user cannot change it.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            mfa_type: How the code of the second factor is sent.
            enabled: Whether a login of the user wants the second factor. Left out, it is `false`.
            change_restricted: Whether the user may not change it. Left out, it is `false`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        update_server_mfa.sync(
            project_id,
            user_id,
            client=self._client,
            body=SecondFactorChange(mfa_type=mfa_type, enabled=enabled, change_restricted=change_restricted),
            timeout=timeout,
        )

    def get_project_two_factor_authentication_settings(
        self, project_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> SecondFactorsOfProject:
        """Read which second factors a project offers

        What users may turn on, and the page that asks for the code.

        Args:
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_project_two_factor_authentication_settings.sync(
            project_id, client=self._client, timeout=timeout
        )

    def update_project_two_factor_authentication_settings(
        self,
        project_id: UUID,
        *,
        mfa_types: list[RankedSecondFactor],
        mfa_url: None | str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Set which second factors a project offers

        Users may turn on what stands in `mfa_types`. Where a user's own second factor is offered no more,
        the next one by `priority` takes its place that the user has an address or number for.

        Args:
            project_id: Id of the Login project.
            mfa_types: The second factors that logins may want, in their order.
            mfa_url: The page that asks for the code; it gets `challenge_id` in its query and calls
                `otp-validate`. Without it, the page is the Login server's own.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        update_project_two_factor_authentication_settings.sync(
            project_id,
            client=self._client,
            body=SecondFactorsChange(mfa_types=mfa_types, mfa_url=mfa_url),
            timeout=timeout,
        )

    def post_projects_users_ban(
        self,
        project_id: UUID,
        user_id: UUID,
        *,
        reason: str,
        date_from: None | str | Unset = UNSET,
        date_to: None | str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Ban a user

        Shuts a user out, for a period or for good. While the ban holds, no token of the user counts and no
        login lets them in. A new ban takes the place of the one before.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            reason: Why; the profile of the user tells it.
            date_from: When the ban begins; left out, or null, at once.
            date_to: When the ban ends; left out, or null, never.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        post_projects_users_ban.sync(
            project_id,
            user_id,
            client=self._client,
            body=NewBan(reason=reason, date_from=date_from, date_to=date_to),
            timeout=timeout,
        )

    def del_projects_users_ban(
        self, project_id: UUID, user_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Lift the ban of a user

        Lets a user in again. That somebody has no ban is no error.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        del_projects_users_ban.sync(project_id, user_id, client=self._client, timeout=timeout)

    def get_users_by_attribute_from_server(
        self,
        *,
        attribute: WantedAttribute,
        after: None | str | Unset = UNSET,
        attr_type: AttributeType | None | Unset = UNSET,
        keys: list[str] | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        login_project_id: None | str | Unset = UNSET,
        publisher_id: int | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        search_type: AttributeSearchType | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> UsersByAttribute:
        """Search users by an attribute

        Ids, addresses and attributes of the users who have the attribute, those first whose attribute was
        updated the longest time ago. One that is updated between two pages comes again.

        Args:
            attribute: The attribute that users are searched by, and its value.
            after: Where the page begins, the `next_after` of the page before: when the last attribute there
                was updated, and whose it is. Left out, with the first.
            attr_type: Of which type the attribute is, and those that are told. Left out, `client`.
            keys: The attributes to tell of each user. Left out or empty, all of them.
            limit: How many users a page has at most. Left out, it is `20`.
            login_project_id: Id of the Login project, which has to be that of the token.
            publisher_id: Id of the merchant, a number.
            publisher_project_id: The game whose attributes are wanted. Left out or 0, those that are common
                to all games.
            search_type: Whether the value is `equal` to that of the attribute, or stands somewhere in it
                (`like`). Either way every character counts as it is spelled. Left out, `equal`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_users_by_attribute_from_server.sync(
            client=self._client,
            body=AttributeSearch(
                attribute=attribute,
                after=after,
                attr_type=attr_type,
                keys=keys,
                limit=limit,
                login_project_id=login_project_id,
                publisher_id=publisher_id,
                publisher_project_id=publisher_project_id,
                search_type=search_type,
            ),
            timeout=timeout,
        )

    def get_attributes_by_server_custom_id(
        self,
        *,
        keys: list[str] | None | Unset = UNSET,
        server_custom_ids: list[str] | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[AttributesByCustomId]:
        """Read attributes by ids of the server's own

        Attributes of both types, of every game and common ones.

        Args:
            keys: The attributes wanted. Left out or empty, all of them.
            server_custom_ids: The users, by their ids on the partner's server. Left out, nobody.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_attributes_by_server_custom_id.sync(
            client=self._client,
            body=CustomIdAttributeQuery(keys=keys, server_custom_ids=server_custom_ids),
            timeout=timeout,
        )

    def update_users_attributes_from_server_by_server_custom_id(
        self,
        project_id: UUID,
        server_custom_id: str,
        *,
        publisher_id: int | None,
        attributes: list[GivenAttribute] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        removing_keys: list[str] | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Change attributes of a user by an id of the server's own

        Nothing is changed where one attribute is refused. The server may change every attribute.

        Args:
            project_id: Id of the Login project.
            server_custom_id: Id of the user on the partner's server.
            publisher_id: Id of the merchant, a number.
            attributes: The attributes to create or to change. No two may have the same key.
            publisher_project_id: The game whose attributes are changed. Left out or 0, those that are common
                to all games.
            removing_keys: The attributes to remove. One that is not there is passed over, and one that the
                same update writes is kept.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        update_users_attributes_from_server_by_server_custom_id.sync(
            project_id,
            server_custom_id,
            client=self._client,
            body=ServerAttributeUpdate(
                publisher_id=publisher_id,
                attributes=attributes,
                publisher_project_id=publisher_project_id,
                removing_keys=removing_keys,
            ),
            timeout=timeout,
        )

    def get_attributes_schema(self, project_id: UUID, *, timeout: Timeout | Unset = UNSET) -> AttributeSchema:
        """Read the schema of attributes

        An empty schema, which allows everything, where none was put.

        Args:
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_attributes_schema.sync(project_id, client=self._client, timeout=timeout)

    def put_attributes_schema(
        self, project_id: UUID, *, body: AttributeSchema, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Replace the schema of attributes

        Updates of attributes from then on have to keep it; what is there stays as it is.

        Args:
            project_id: Id of the Login project.
            body: A JSON Schema (2020-12) of an object whose properties are the attributes of a user of one
                game, or those that are common to all. A value is read as the JSON that it is the text of,
                where the schema gives the attribute a `type` other than `string`. It may not be nested, nor
                have references.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        put_attributes_schema.sync(project_id, client=self._client, body=body, timeout=timeout)

    def delete_attributes_schema(self, project_id: UUID, *, timeout: Timeout | Unset = UNSET) -> None:
        """Remove the schema of attributes

        Updates may be anything again.

        Args:
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        delete_attributes_schema.sync(project_id, client=self._client, timeout=timeout)

    def get_users_attributes_from_server(
        self,
        user_id: UUID,
        *,
        publisher_id: int | None,
        keys: list[str] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[Attribute]:
        """Read attributes of a user in the name of the server

        Those of the type `client`.

        Args:
            user_id: Id of the user on the server.
            publisher_id: Id of the merchant, a number.
            keys: The attributes wanted. Left out or empty, all of them.
            publisher_project_id: The game whose attributes are wanted. Left out or 0, those of every game and
                those common to all.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_users_attributes_from_server.sync(
            user_id,
            client=self._client,
            body=ServerAttributeQuery(
                publisher_id=publisher_id, keys=keys, publisher_project_id=publisher_project_id
            ),
            timeout=timeout,
        )

    def get_users_read_only_attributes_from_server(
        self,
        user_id: UUID,
        *,
        publisher_id: int | None,
        keys: list[str] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[Attribute]:
        """Read read-only attributes of a user in the name of the server

        Those of the type `server`.

        Args:
            user_id: Id of the user on the server.
            publisher_id: Id of the merchant, a number.
            keys: The attributes wanted. Left out or empty, all of them.
            publisher_project_id: The game whose attributes are wanted. Left out or 0, those of every game and
                those common to all.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_users_read_only_attributes_from_server.sync(
            user_id,
            client=self._client,
            body=ServerAttributeQuery(
                publisher_id=publisher_id, keys=keys, publisher_project_id=publisher_project_id
            ),
            timeout=timeout,
        )

    def update_users_attributes_from_server(
        self,
        user_id: UUID,
        *,
        publisher_id: int | None,
        attributes: list[GivenAttribute] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        removing_keys: list[str] | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Change attributes of a user in the name of the server

        Nothing is changed where one attribute is refused. The server may change every attribute.

        Args:
            user_id: Id of the user on the server.
            publisher_id: Id of the merchant, a number.
            attributes: The attributes to create or to change. No two may have the same key.
            publisher_project_id: The game whose attributes are changed. Left out or 0, those that are common
                to all games.
            removing_keys: The attributes to remove. One that is not there is passed over, and one that the
                same update writes is kept.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        update_users_attributes_from_server.sync(
            user_id,
            client=self._client,
            body=ServerAttributeUpdate(
                publisher_id=publisher_id,
                attributes=attributes,
                publisher_project_id=publisher_project_id,
                removing_keys=removing_keys,
            ),
            timeout=timeout,
        )

    def update_users_read_only_attributes_from_server(
        self,
        user_id: UUID,
        *,
        publisher_id: int | None,
        attributes: list[PlainAttribute] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        removing_keys: list[str] | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Change read-only attributes of a user in the name of the server

        What is written is of the type `server`. Nothing is changed where one attribute is refused.

        Args:
            user_id: Id of the user on the server.
            publisher_id: Id of the merchant, a number.
            attributes: The attributes to create or to change. No two may have the same key.
            publisher_project_id: The game whose attributes are changed. Left out or 0, those that are common
                to all games.
            removing_keys: The attributes to remove. One that is not there is passed over, and one that the
                same update writes is kept.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        update_users_read_only_attributes_from_server.sync(
            user_id,
            client=self._client,
            body=ReadOnlyAttributeUpdate(
                publisher_id=publisher_id,
                attributes=attributes,
                publisher_project_id=publisher_project_id,
                removing_keys=removing_keys,
            ),
            timeout=timeout,
        )

    def register_new_user_from_server(
        self,
        *,
        project_id: UUID,
        email: None | str | Unset = UNSET,
        phone_number: None | str | Unset = UNSET,
        phone_number_verified: bool | None | Unset = UNSET,
        external_account_id: None | str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> NewUserId:
        """Make a user in the name of the server

        An account with an address, a phone number or both; what is given counts as proven. Only where
        Xsolla keeps the users' data.

        Args:
            project_id: Id of the Login project.
            email: Unique in the project; upper and lower case are the same.
            phone_number: A number to log in with. International format, digits after a plus sign.
            phone_number_verified: Whether the server has proven the number. It counts as proven either way.
            external_account_id: Id of the user on the server, which no other user of the project may have.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return register_new_user_from_server.sync(
            client=self._client,
            body=ServerRegistration(
                email=email,
                phone_number=phone_number,
                phone_number_verified=phone_number_verified,
                external_account_id=external_account_id,
            ),
            project_id=project_id,
            timeout=timeout,
        )

    def auth_by_custom_id(
        self,
        *,
        server_custom_id: str,
        attributes: list[NewAttribute] | None | Unset = UNSET,
        social_profile: None | PlatformAccount | Unset = UNSET,
        project_id: UUID | Unset = UNSET,
        publisher_project_id: int | Unset = UNSET,
        payload: str | Unset = UNSET,
        with_logout: WithLogout | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> CustomIdToken:
        """Log a user in by an id of the server's own

        An id that nobody has gets a user of its own. What else is told of the user, attributes and an
        account at a gaming platform, is kept at every login.

        Args:
            server_custom_id: Id of the user on the server; it counts as it is spelled.
            attributes: Attributes to set beside those that the user has.
            social_profile: The user's account at a gaming platform, which stands for them from now on.
            project_id: Id of the Login project. Left out, that of the token.
            publisher_project_id: Id of the game in the publisher's account, whose shadow project the vendor
                takes where `projectId` is left out. Here it changes nothing.
            payload: Text of the caller's own. It comes back in the token's claim `payload`. Fewer than 500
                characters are recommended; the upper bound here is a safety limit.
            with_logout: The value `1` (or `true`) makes every earlier token of the user worthless when this
                login succeeds. Whether the login ends the user's earlier sessions. The widget SDK sends
                `true`. Left out, it is `"0"`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return auth_by_custom_id.sync(
            client=self._client,
            body=CustomIdLogin(
                server_custom_id=server_custom_id, attributes=attributes, social_profile=social_profile
            ),
            project_id=project_id,
            publisher_project_id=publisher_project_id,
            payload=payload,
            with_logout=with_logout,
            timeout=timeout,
        )

    def put_user_custom_id(
        self,
        project_id: UUID,
        user_id: UUID,
        *,
        server_custom_id: None | str,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Give a user an id of the server's own

        No two users of a project have the same one. Null takes it away.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            server_custom_id: Id of the user on the server, which counts as it is spelled; null for none.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        put_user_custom_id.sync(
            project_id,
            user_id,
            client=self._client,
            body=CustomId(server_custom_id=server_custom_id),
            timeout=timeout,
        )

    def get_project_user_groups(
        self, project_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> list[UserGroup]:
        """List the groups of a project

        The default group first, the others by their ids.

        Args:
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_project_user_groups.sync(project_id, client=self._client, timeout=timeout)

    def post_project_user_group(
        self, project_id: UUID, *, name: str, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Create a group

        The answer does not tell the id; the list of groups does.

        Args:
            project_id: Id of the Login project.
            name: No other group of the project may have the name; names compare as they are spelled.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        post_project_user_group.sync(
            project_id, client=self._client, body=NewUserGroup(name=name), timeout=timeout
        )

    def put_project_user_group(
        self, project_id: UUID, group_id: int, *, new_name: str, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Rename a group

        Its members stay, and the tokens of theirs that come from now on tell the new name.

        Args:
            project_id: Id of the Login project.
            group_id: Id of the group in the project.
            new_name: No other group of the project may have the name; names compare as they are spelled.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        put_project_user_group.sync(
            project_id,
            group_id,
            client=self._client,
            body=RenamedUserGroup(new_name=new_name),
            timeout=timeout,
        )

    def del_project_user_group(
        self, project_id: UUID, group_id: int, *, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Delete a group

        Nobody is in it any more, and its id is not used again.

        Args:
            project_id: Id of the Login project.
            group_id: Id of the group in the project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        del_project_user_group.sync(project_id, group_id, client=self._client, timeout=timeout)

    def get_user_groups(
        self, project_id: UUID, user_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> list[UserGroup]:
        """List the groups of a user

        The default group first, the others by their ids.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_user_groups.sync(project_id, user_id, client=self._client, timeout=timeout)

    def manage_user_groups(
        self,
        project_id: UUID,
        user_id: UUID,
        *,
        add_user_groups: list[int] | None | Unset = UNSET,
        remove_user_groups: list[int] | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[UserGroup]:
        """Put a user into groups and take them out of others

        Either all of it happens or nothing. Whoever is in a group already stays in it, and nobody is taken
        out of a group that they are not in.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            add_user_groups: The groups that the user is put into; the default group is none of them.
            remove_user_groups: The groups that the user is taken out of; the default group is none of them.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return manage_user_groups.sync(
            project_id,
            user_id,
            client=self._client,
            body=MembershipChange(add_user_groups=add_user_groups, remove_user_groups=remove_user_groups),
            timeout=timeout,
        )

    def delete_user_groups(
        self, project_id: UUID, user_id: UUID, *, user_groups: list[int], timeout: Timeout | Unset = UNSET
    ) -> None:
        """Take a user out of groups

        Either all of it happens or nothing. Nobody is taken out of a group that they are not in.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            user_groups: Ids of groups of the project. An id that is named twice counts once.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        delete_user_groups.sync(
            project_id,
            user_id,
            client=self._client,
            body=MembershipEnd(user_groups=user_groups),
            timeout=timeout,
        )

    def update_user_groups(
        self, project_id: UUID, user_id: UUID, *, user_groups: list[int], timeout: Timeout | Unset = UNSET
    ) -> list[UserGroup]:
        """Replace the groups of a user

        From now on the user is in these groups and no others but the default one, whether it is named or
        not.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            user_groups: Ids of groups of the project. An id that is named twice counts once.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return update_user_groups.sync(
            project_id,
            user_id,
            client=self._client,
            body=Membership(user_groups=user_groups),
            timeout=timeout,
        )

    def get_users_ids_by_social_id_and_platform(
        self,
        *,
        users: list[PlatformAccount],
        project_id: None | Unset | UUID = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[LinkedUser]:
        """Ask whom accounts at gaming platforms stand for

        The answer has an item for each account, in the order of the request.

        Args:
            users: The accounts to ask for.
            project_id: Id of the Login project, which is that of the token.
            publisher_project_id: Id of the game in the publisher's account. Here it changes nothing.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_users_ids_by_social_id_and_platform.sync(
            client=self._client,
            body=PlatformAccounts(
                users=users, project_id=project_id, publisher_project_id=publisher_project_id
            ),
            timeout=timeout,
        )

    def delete_user(self, user_id: UUID, *, project_id: UUID, timeout: Timeout | Unset = UNSET) -> None:
        """Delete a user

        Everything that is kept of the user goes with them, and their tokens stop. Whoever takes the name,
        address or number afterwards is somebody else.

        Args:
            user_id: Id of the user on the server.
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        delete_user.sync(user_id, client=self._client, project_id=project_id, timeout=timeout)

    def get_user_for_project(
        self,
        project_id: UUID,
        *,
        limit: int,
        order: str,
        after: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        user_groups: list[int] | Unset = UNSET,
        status: GetUserForProjectStatus | Unset = UNSET,
        search_query: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> UserList:
        """List the users of a project

        In the order in which they came into being. Whoever follows `next_after` or `next_url` sees
        everybody once who was there all the time, whoever comes and goes meanwhile.

        Args:
            project_id: Id of the Login project.
            limit: How many users to answer at most.
            order: The oldest first (`asc`), or the newest.
            after: The `next_after` of the page before.
            offset: How many users to pass over. Left out, it is `0`.
            user_groups: Ids of groups. Only users are answered who are in one of them.
            status: Only active users (`1`), or only others (`0`).
            search_query: What a username, nickname, address or number begins with, in any case, or the whole
                of an id: the user's own, one elsewhere, or one of the server's.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_user_for_project.sync(
            project_id,
            client=self._client,
            limit=limit,
            order=order,
            after=after,
            offset=offset,
            user_groups=user_groups,
            status=status,
            search_query=search_query,
            timeout=timeout,
        )

    def search_users_by_filter(
        self,
        project_id: UUID,
        *,
        limit: int,
        offset: int | Unset = UNSET,
        order_column: SearchUsersByFilterOrderColumn | Unset = UNSET,
        order_dir: SearchUsersByFilterOrderDir | Unset = UNSET,
        user_groups: list[int] | Unset = UNSET,
        status: bool | Unset = UNSET,
        search_query: str | Unset = UNSET,
        search_by: SearchUsersByFilterSearchBy | Unset = UNSET,
        activity_from: datetime.date | Unset = UNSET,
        activity_to: datetime.date | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> UserPage:
        """Search the users of a project

        Those that meet every filter.

        Args:
            project_id: Id of the Login project.
            limit: How many users to answer at most.
            offset: How many users to pass over. Left out, it is `0`.
            order_column: By what to sort; left out, by when the users came into being. Who lacks it comes
                last.
            order_dir: In which direction to sort. Left out, it is `"asc"`.
            user_groups: Ids of groups. Only users are answered who are in one of them.
            status: Only active users, or only others.
            search_query: What a username, nickname, address or number begins with, in any case, or the whole
                of an id: the user's own, one elsewhere, or one of the server's.
            search_by: Which of these is meant. Left out, any of them; `contact` is an address or a number.
            activity_from: Only users who have logged in last on this day or later, in UTC.
            activity_to: Only users who have logged in last on this day or before, in UTC.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return search_users_by_filter.sync(
            project_id,
            client=self._client,
            limit=limit,
            offset=offset,
            order_column=order_column,
            order_dir=order_dir,
            user_groups=user_groups,
            status=status,
            search_query=search_query,
            search_by=search_by,
            activity_from=activity_from,
            activity_to=activity_to,
            timeout=timeout,
        )

    def get_user(self, project_id: UUID, user_id: UUID, *, timeout: Timeout | Unset = UNSET) -> SearchUser:
        """Read a user of a project

        What the search tells of one user.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_user.sync(project_id, user_id, client=self._client, timeout=timeout)

    def link_accounts_by_code(
        self,
        *,
        code: str,
        platform: GamingPlatform,
        user_id: str,
        project_id: None | Unset | UUID = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Link an account at a gaming platform to the user who told a code

        From now on the account at the platform stands for the user who got the code. A user who has come
        through platforms, devices and ids of the server alone goes into that one with all they have.

        Args:
            code: What `create-code-for-linking-accounts` gave the user.
            platform: The gaming platform.
            user_id: Id of the user on the platform; it counts as it is spelled.
            project_id: Id of the Login project, which is that of the token.
            publisher_project_id: Id of the game in the publisher's account. Here it changes nothing.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        link_accounts_by_code.sync(
            client=self._client,
            body=AccountLink(
                code=code,
                platform=platform,
                user_id=user_id,
                project_id=project_id,
                publisher_project_id=publisher_project_id,
            ),
            timeout=timeout,
        )

    def link_user_ids_via_external_id(
        self, *, external_account_id: str, user_id: UUID, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Say which id a user has on the server

        It is said once, and no two users of a project have the same id.

        Args:
            external_account_id: Id of the user on the server; it counts as it is spelled.
            user_id: Id of the user.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        link_user_ids_via_external_id.sync(
            client=self._client,
            body=ExternalIdLink(external_account_id=external_account_id, user_id=user_id),
            timeout=timeout,
        )

    def get_custom_email_template(
        self,
        project_id: UUID,
        template_id: str,
        locale: str,
        template_type: EmailTemplateType,
        *,
        timeout: Timeout | Unset = UNSET,
    ) -> EmailTemplate:
        """Read an e-mail template

        Subject and body as they were given.

        Args:
            project_id: Id of the Login project.
            template_id: Id of the template, which counts in its whole spelling.
            locale: Language and country of the template. Language and region of a template, as `en_US`.
            template_type: Which mail the template is for. The occasion that a mail is sent on.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_custom_email_template.sync(
            project_id, template_id, locale, template_type, client=self._client, timeout=timeout
        )

    def update_custom_email_template(
        self,
        project_id: UUID,
        template_id: str,
        locale: str,
        template_type: EmailTemplateType,
        *,
        header: str,
        body: str,
        timeout: Timeout | Unset = UNSET,
    ) -> EmailTemplate:
        """Change an e-mail template

        Mails that are sent already stay as they are.

        Args:
            project_id: Id of the Login project.
            template_id: Id of the template, which counts in its whole spelling.
            locale: Language and country of the template. Language and region of a template, as `en_US`.
            template_type: Which mail the template is for. The occasion that a mail is sent on.
            header: The subject.
            body: HTML.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return update_custom_email_template.sync(
            project_id,
            template_id,
            locale,
            template_type,
            client=self._client,
            body=EmailTemplateWords(header=header, body=body),
            timeout=timeout,
        )

    def create_custom_email_template(
        self,
        project_id: UUID,
        template_id: str,
        locale: str,
        template_type: EmailTemplateType,
        *,
        header: str,
        body: str,
        timeout: Timeout | Unset = UNSET,
    ) -> EmailTemplate:
        """Create an e-mail template

        From now on mails of the type are made of it when a call names its id in `email_template`, in the
        language that comes closest to what the call wants.

        Args:
            project_id: Id of the Login project.
            template_id: Id of the template, which counts in its whole spelling.
            locale: Language and country of the template. Language and region of a template, as `en_US`.
            template_type: Which mail the template is for. The occasion that a mail is sent on.
            header: The subject.
            body: HTML.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return create_custom_email_template.sync(
            project_id,
            template_id,
            locale,
            template_type,
            client=self._client,
            body=EmailTemplateWords(header=header, body=body),
            timeout=timeout,
        )

    def send_email_based_on_template(
        self, *, email: str, template: NamedEmailTemplate, project_id: UUID, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Send a mail that a template is the whole of

        The template is one of the type `custom`, else of `welcome_email`, in the language that comes
        closest.

        Args:
            email: The recipient.
            template: The template that the mail is made of.
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        send_email_based_on_template.sync(
            client=self._client,
            body=TemplateMail(email=email, template=template),
            project_id=project_id,
            timeout=timeout,
        )

    def upload_import_file(
        self,
        project_id: UUID,
        *,
        users: File,
        mapping: ImportColumns,
        email: str,
        comma: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Import users from a file

        Makes a user of each line of a file of comma-separated values (RFC 4180), which has no header row.
        The file is read in the call. A line that cannot be made leaves nothing behind and stops no other; a
        report of the lines that were refused, with their numbers and the reasons, goes to the address.

        Args:
            project_id: Id of the Login project.
            users: The lines, in UTF-8 or, where a byte order mark says so, in UTF-16; at most 67,108,864
                bytes.
            mapping: Which value of a line means what, by its place, counted from zero. A value that is empty
                says nothing. One of `email`, `username`, `phone_number`, `server_custom_id` and
                `provider|steam` has to be there on each line.
            email: Where the report goes.
            comma: What separates the values of a line. Left out, it is `","`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        upload_import_file.sync(
            project_id,
            client=self._client,
            body=UserImport(users=users, mapping=mapping, email=email, comma=comma),
            timeout=timeout,
        )

    def export_users(self, project_id: UUID, *, email: str, timeout: Timeout | Unset = UNSET) -> None:
        """Export the users of a project

        Writes all users to a file, in the columns that `upload-import-file` takes, and mails a link to it.
        Once per hour.

        Args:
            project_id: Id of the Login project.
            email: Where the link goes.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        export_users.sync(project_id, client=self._client, body=UserExport(email=email), timeout=timeout)

    def get_webhooks_for_event(
        self,
        project_id: UUID,
        event_type: EventType,
        *,
        x_request_id: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[EventWebhook]:
        """List the addresses that hear of an event

        The addresses registered for this kind of event, oldest first.

        Args:
            project_id: Id of the Login project.
            event_type: The kind of event that is told. What happened: a sign-up (with a password, a social
                network, silently, by phone, or made by a server), a login (by the same ways), a confirmed
                address, a linked social account, or a sign-up after which every verification that the project
                wants has been passed.
            x_request_id: Id of the visit, for tracing. Any text is accepted: the SDK sends the word `null`
                when it has none.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_webhooks_for_event.sync(
            project_id, event_type, client=self._client, x_request_id=x_request_id, timeout=timeout
        )

    def add_webhook_for_event(
        self,
        project_id: UUID,
        event_type: EventType,
        *,
        url: str,
        x_request_id: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> EventWebhook:
        """Register an address for an event

        From now on `login-event` is sent to the address when an event of this kind happens in the project.
        An address is registered once for a kind of event.

        Args:
            project_id: Id of the Login project.
            event_type: The kind of event that is told. What happened: a sign-up (with a password, a social
                network, silently, by phone, or made by a server), a login (by the same ways), a confirmed
                address, a linked social account, or a sign-up after which every verification that the project
                wants has been passed.
            url: Where the webhook is sent.
            x_request_id: Id of the visit, for tracing. Any text is accepted: the SDK sends the word `null`
                when it has none.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return add_webhook_for_event.sync(
            project_id,
            event_type,
            client=self._client,
            body=NewEventWebhook(url=url),
            x_request_id=x_request_id,
            timeout=timeout,
        )

    def delete_webhook_for_event(
        self,
        project_id: UUID,
        event_type: EventType,
        webhook_id: int,
        *,
        x_request_id: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Remove an address

        What is on its way to the address may still arrive.

        Args:
            project_id: Id of the Login project.
            event_type: The kind of event that is told. What happened: a sign-up (with a password, a social
                network, silently, by phone, or made by a server), a login (by the same ways), a confirmed
                address, a linked social account, or a sign-up after which every verification that the project
                wants has been passed.
            webhook_id: Id of the registered address.
            x_request_id: Id of the visit, for tracing. Any text is accepted: the SDK sends the word `null`
                when it has none.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        delete_webhook_for_event.sync(
            project_id,
            event_type,
            webhook_id,
            client=self._client,
            x_request_id=x_request_id,
            timeout=timeout,
        )


class AsyncLoginServerApi(AwaitedServer):
    """The calls of a partner's server, awaited.

    Close it, or use it in a `with` block. Calls raise `LoginError` and what is derived of it.

    Args:
        token: a server token that somebody else keeps; or instead
        client_id: the server OAuth 2.0 client, with
        client_secret: its secret: a token is got for it, and the next one before it ends.
        base_url: the address of the API.
        timeout: the seconds that a call may take.
        retries: which calls are made once more.
        headers: sent with every request.
        verify_ssl: whether the certificate of the server is checked, or by what.
        httpx_args: further arguments of the client of httpx, like `transport`.

    Raises:
        ValueError: neither a token is given nor id and secret.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        client_id: int | str | None = None,
        client_secret: str | None = None,
        base_url: str = BASE_URL,
        timeout: Timeout = 5.0,
        retries: Retries | None = None,
        headers: Mapping[str, str] | None = None,
        verify_ssl: str | bool | SSLContext = True,
        httpx_args: Mapping[str, Any] | None = None,
    ) -> None:
        connection = Connection(
            base_url=base_url,
            timeout=timeout,
            retries=Retries() if retries is None else retries,
            headers=headers or {},
            verify_ssl=verify_ssl,
            httpx_args=httpx_args or {},
        )
        proof = Proof(token=token, client_id=client_id, client_secret=client_secret)
        super().__init__(connection, proof, header="X-SERVER-AUTHORIZATION")

    async def post_projects_key(self, project_id: UUID, *, timeout: Timeout | Unset = UNSET) -> ProjectKey:
        """Make a new key

        The new key signs from now on. Tokens of the key before it stay good until they expire, and as long
        both are published; who meets a token of a key that they do not know reads the keys again.

        Args:
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await post_projects_key.asyncio(project_id, client=self._client, timeout=timeout)

    async def get_server_mfa(
        self, project_id: UUID, user_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> SecondFactorOfUser:
        """Read the second factor of a user

        What the user, or the project's server, has set; what the project wants of everybody is not told.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_server_mfa.asyncio(project_id, user_id, client=self._client, timeout=timeout)

    async def update_server_mfa(
        self,
        project_id: UUID,
        user_id: UUID,
        *,
        mfa_type: SecondFactorType,
        enabled: bool | None | Unset = UNSET,
        change_restricted: bool | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Set the second factor of a user

        It counts from the next login on. While `change_restricted` is set, the user cannot change it.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            mfa_type: How the code of the second factor is sent.
            enabled: Whether a login of the user wants the second factor. Left out, it is `false`.
            change_restricted: Whether the user may not change it. Left out, it is `false`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await update_server_mfa.asyncio(
            project_id,
            user_id,
            client=self._client,
            body=SecondFactorChange(mfa_type=mfa_type, enabled=enabled, change_restricted=change_restricted),
            timeout=timeout,
        )

    async def get_project_two_factor_authentication_settings(
        self, project_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> SecondFactorsOfProject:
        """Read which second factors a project offers

        What users may turn on, and the page that asks for the code.

        Args:
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_project_two_factor_authentication_settings.asyncio(
            project_id, client=self._client, timeout=timeout
        )

    async def update_project_two_factor_authentication_settings(
        self,
        project_id: UUID,
        *,
        mfa_types: list[RankedSecondFactor],
        mfa_url: None | str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Set which second factors a project offers

        Users may turn on what stands in `mfa_types`. Where a user's own second factor is offered no more,
        the next one by `priority` takes its place that the user has an address or number for.

        Args:
            project_id: Id of the Login project.
            mfa_types: The second factors that logins may want, in their order.
            mfa_url: The page that asks for the code; it gets `challenge_id` in its query and calls
                `otp-validate`. Without it, the page is the Login server's own.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await update_project_two_factor_authentication_settings.asyncio(
            project_id,
            client=self._client,
            body=SecondFactorsChange(mfa_types=mfa_types, mfa_url=mfa_url),
            timeout=timeout,
        )

    async def post_projects_users_ban(
        self,
        project_id: UUID,
        user_id: UUID,
        *,
        reason: str,
        date_from: None | str | Unset = UNSET,
        date_to: None | str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Ban a user

        Shuts a user out, for a period or for good. While the ban holds, no token of the user counts and no
        login lets them in. A new ban takes the place of the one before.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            reason: Why; the profile of the user tells it.
            date_from: When the ban begins; left out, or null, at once.
            date_to: When the ban ends; left out, or null, never.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await post_projects_users_ban.asyncio(
            project_id,
            user_id,
            client=self._client,
            body=NewBan(reason=reason, date_from=date_from, date_to=date_to),
            timeout=timeout,
        )

    async def del_projects_users_ban(
        self, project_id: UUID, user_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Lift the ban of a user

        Lets a user in again. That somebody has no ban is no error.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await del_projects_users_ban.asyncio(project_id, user_id, client=self._client, timeout=timeout)

    async def get_users_by_attribute_from_server(
        self,
        *,
        attribute: WantedAttribute,
        after: None | str | Unset = UNSET,
        attr_type: AttributeType | None | Unset = UNSET,
        keys: list[str] | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        login_project_id: None | str | Unset = UNSET,
        publisher_id: int | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        search_type: AttributeSearchType | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> UsersByAttribute:
        """Search users by an attribute

        Ids, addresses and attributes of the users who have the attribute, those first whose attribute was
        updated the longest time ago. One that is updated between two pages comes again.

        Args:
            attribute: The attribute that users are searched by, and its value.
            after: Where the page begins, the `next_after` of the page before: when the last attribute there
                was updated, and whose it is. Left out, with the first.
            attr_type: Of which type the attribute is, and those that are told. Left out, `client`.
            keys: The attributes to tell of each user. Left out or empty, all of them.
            limit: How many users a page has at most. Left out, it is `20`.
            login_project_id: Id of the Login project, which has to be that of the token.
            publisher_id: Id of the merchant, a number.
            publisher_project_id: The game whose attributes are wanted. Left out or 0, those that are common
                to all games.
            search_type: Whether the value is `equal` to that of the attribute, or stands somewhere in it
                (`like`). Either way every character counts as it is spelled. Left out, `equal`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_users_by_attribute_from_server.asyncio(
            client=self._client,
            body=AttributeSearch(
                attribute=attribute,
                after=after,
                attr_type=attr_type,
                keys=keys,
                limit=limit,
                login_project_id=login_project_id,
                publisher_id=publisher_id,
                publisher_project_id=publisher_project_id,
                search_type=search_type,
            ),
            timeout=timeout,
        )

    async def get_attributes_by_server_custom_id(
        self,
        *,
        keys: list[str] | None | Unset = UNSET,
        server_custom_ids: list[str] | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[AttributesByCustomId]:
        """Read attributes by ids of the server's own

        Attributes of both types, of every game and common ones.

        Args:
            keys: The attributes wanted. Left out or empty, all of them.
            server_custom_ids: The users, by their ids on the partner's server. Left out, nobody.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_attributes_by_server_custom_id.asyncio(
            client=self._client,
            body=CustomIdAttributeQuery(keys=keys, server_custom_ids=server_custom_ids),
            timeout=timeout,
        )

    async def update_users_attributes_from_server_by_server_custom_id(
        self,
        project_id: UUID,
        server_custom_id: str,
        *,
        publisher_id: int | None,
        attributes: list[GivenAttribute] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        removing_keys: list[str] | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Change attributes of a user by an id of the server's own

        Nothing is changed where one attribute is refused. The server may change every attribute.

        Args:
            project_id: Id of the Login project.
            server_custom_id: Id of the user on the partner's server.
            publisher_id: Id of the merchant, a number.
            attributes: The attributes to create or to change. No two may have the same key.
            publisher_project_id: The game whose attributes are changed. Left out or 0, those that are common
                to all games.
            removing_keys: The attributes to remove. One that is not there is passed over, and one that the
                same update writes is kept.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await update_users_attributes_from_server_by_server_custom_id.asyncio(
            project_id,
            server_custom_id,
            client=self._client,
            body=ServerAttributeUpdate(
                publisher_id=publisher_id,
                attributes=attributes,
                publisher_project_id=publisher_project_id,
                removing_keys=removing_keys,
            ),
            timeout=timeout,
        )

    async def get_attributes_schema(
        self, project_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> AttributeSchema:
        """Read the schema of attributes

        An empty schema, which allows everything, where none was put.

        Args:
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_attributes_schema.asyncio(project_id, client=self._client, timeout=timeout)

    async def put_attributes_schema(
        self, project_id: UUID, *, body: AttributeSchema, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Replace the schema of attributes

        Updates of attributes from then on have to keep it; what is there stays as it is.

        Args:
            project_id: Id of the Login project.
            body: A JSON Schema (2020-12) of an object whose properties are the attributes of a user of one
                game, or those that are common to all. A value is read as the JSON that it is the text of,
                where the schema gives the attribute a `type` other than `string`. It may not be nested, nor
                have references.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await put_attributes_schema.asyncio(project_id, client=self._client, body=body, timeout=timeout)

    async def delete_attributes_schema(self, project_id: UUID, *, timeout: Timeout | Unset = UNSET) -> None:
        """Remove the schema of attributes

        Updates may be anything again.

        Args:
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await delete_attributes_schema.asyncio(project_id, client=self._client, timeout=timeout)

    async def get_users_attributes_from_server(
        self,
        user_id: UUID,
        *,
        publisher_id: int | None,
        keys: list[str] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[Attribute]:
        """Read attributes of a user in the name of the server

        Those of the type `client`.

        Args:
            user_id: Id of the user on the server.
            publisher_id: Id of the merchant, a number.
            keys: The attributes wanted. Left out or empty, all of them.
            publisher_project_id: The game whose attributes are wanted. Left out or 0, those of every game and
                those common to all.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_users_attributes_from_server.asyncio(
            user_id,
            client=self._client,
            body=ServerAttributeQuery(
                publisher_id=publisher_id, keys=keys, publisher_project_id=publisher_project_id
            ),
            timeout=timeout,
        )

    async def get_users_read_only_attributes_from_server(
        self,
        user_id: UUID,
        *,
        publisher_id: int | None,
        keys: list[str] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[Attribute]:
        """Read read-only attributes of a user in the name of the server

        Those of the type `server`.

        Args:
            user_id: Id of the user on the server.
            publisher_id: Id of the merchant, a number.
            keys: The attributes wanted. Left out or empty, all of them.
            publisher_project_id: The game whose attributes are wanted. Left out or 0, those of every game and
                those common to all.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_users_read_only_attributes_from_server.asyncio(
            user_id,
            client=self._client,
            body=ServerAttributeQuery(
                publisher_id=publisher_id, keys=keys, publisher_project_id=publisher_project_id
            ),
            timeout=timeout,
        )

    async def update_users_attributes_from_server(
        self,
        user_id: UUID,
        *,
        publisher_id: int | None,
        attributes: list[GivenAttribute] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        removing_keys: list[str] | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Change attributes of a user in the name of the server

        Nothing is changed where one attribute is refused. The server may change every attribute.

        Args:
            user_id: Id of the user on the server.
            publisher_id: Id of the merchant, a number.
            attributes: The attributes to create or to change. No two may have the same key.
            publisher_project_id: The game whose attributes are changed. Left out or 0, those that are common
                to all games.
            removing_keys: The attributes to remove. One that is not there is passed over, and one that the
                same update writes is kept.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await update_users_attributes_from_server.asyncio(
            user_id,
            client=self._client,
            body=ServerAttributeUpdate(
                publisher_id=publisher_id,
                attributes=attributes,
                publisher_project_id=publisher_project_id,
                removing_keys=removing_keys,
            ),
            timeout=timeout,
        )

    async def update_users_read_only_attributes_from_server(
        self,
        user_id: UUID,
        *,
        publisher_id: int | None,
        attributes: list[PlainAttribute] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        removing_keys: list[str] | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Change read-only attributes of a user in the name of the server

        What is written is of the type `server`. Nothing is changed where one attribute is refused.

        Args:
            user_id: Id of the user on the server.
            publisher_id: Id of the merchant, a number.
            attributes: The attributes to create or to change. No two may have the same key.
            publisher_project_id: The game whose attributes are changed. Left out or 0, those that are common
                to all games.
            removing_keys: The attributes to remove. One that is not there is passed over, and one that the
                same update writes is kept.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await update_users_read_only_attributes_from_server.asyncio(
            user_id,
            client=self._client,
            body=ReadOnlyAttributeUpdate(
                publisher_id=publisher_id,
                attributes=attributes,
                publisher_project_id=publisher_project_id,
                removing_keys=removing_keys,
            ),
            timeout=timeout,
        )

    async def register_new_user_from_server(
        self,
        *,
        project_id: UUID,
        email: None | str | Unset = UNSET,
        phone_number: None | str | Unset = UNSET,
        phone_number_verified: bool | None | Unset = UNSET,
        external_account_id: None | str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> NewUserId:
        """Make a user in the name of the server

        An account with an address, a phone number or both; what is given counts as proven. Only where
        Xsolla keeps the users' data.

        Args:
            project_id: Id of the Login project.
            email: Unique in the project; upper and lower case are the same.
            phone_number: A number to log in with. International format, digits after a plus sign.
            phone_number_verified: Whether the server has proven the number. It counts as proven either way.
            external_account_id: Id of the user on the server, which no other user of the project may have.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await register_new_user_from_server.asyncio(
            client=self._client,
            body=ServerRegistration(
                email=email,
                phone_number=phone_number,
                phone_number_verified=phone_number_verified,
                external_account_id=external_account_id,
            ),
            project_id=project_id,
            timeout=timeout,
        )

    async def auth_by_custom_id(
        self,
        *,
        server_custom_id: str,
        attributes: list[NewAttribute] | None | Unset = UNSET,
        social_profile: None | PlatformAccount | Unset = UNSET,
        project_id: UUID | Unset = UNSET,
        publisher_project_id: int | Unset = UNSET,
        payload: str | Unset = UNSET,
        with_logout: WithLogout | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> CustomIdToken:
        """Log a user in by an id of the server's own

        An id that nobody has gets a user of its own. What else is told of the user, attributes and an
        account at a gaming platform, is kept at every login.

        Args:
            server_custom_id: Id of the user on the server; it counts as it is spelled.
            attributes: Attributes to set beside those that the user has.
            social_profile: The user's account at a gaming platform, which stands for them from now on.
            project_id: Id of the Login project. Left out, that of the token.
            publisher_project_id: Id of the game in the publisher's account, whose shadow project the vendor
                takes where `projectId` is left out. Here it changes nothing.
            payload: Text of the caller's own. It comes back in the token's claim `payload`. Fewer than 500
                characters are recommended; the upper bound here is a safety limit.
            with_logout: The value `1` (or `true`) makes every earlier token of the user worthless when this
                login succeeds. Whether the login ends the user's earlier sessions. The widget SDK sends
                `true`. Left out, it is `"0"`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await auth_by_custom_id.asyncio(
            client=self._client,
            body=CustomIdLogin(
                server_custom_id=server_custom_id, attributes=attributes, social_profile=social_profile
            ),
            project_id=project_id,
            publisher_project_id=publisher_project_id,
            payload=payload,
            with_logout=with_logout,
            timeout=timeout,
        )

    async def put_user_custom_id(
        self,
        project_id: UUID,
        user_id: UUID,
        *,
        server_custom_id: None | str,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Give a user an id of the server's own

        No two users of a project have the same one. Null takes it away.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            server_custom_id: Id of the user on the server, which counts as it is spelled; null for none.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await put_user_custom_id.asyncio(
            project_id,
            user_id,
            client=self._client,
            body=CustomId(server_custom_id=server_custom_id),
            timeout=timeout,
        )

    async def get_project_user_groups(
        self, project_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> list[UserGroup]:
        """List the groups of a project

        The default group first, the others by their ids.

        Args:
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_project_user_groups.asyncio(project_id, client=self._client, timeout=timeout)

    async def post_project_user_group(
        self, project_id: UUID, *, name: str, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Create a group

        The answer does not tell the id; the list of groups does.

        Args:
            project_id: Id of the Login project.
            name: No other group of the project may have the name; names compare as they are spelled.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await post_project_user_group.asyncio(
            project_id, client=self._client, body=NewUserGroup(name=name), timeout=timeout
        )

    async def put_project_user_group(
        self, project_id: UUID, group_id: int, *, new_name: str, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Rename a group

        Its members stay, and the tokens of theirs that come from now on tell the new name.

        Args:
            project_id: Id of the Login project.
            group_id: Id of the group in the project.
            new_name: No other group of the project may have the name; names compare as they are spelled.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await put_project_user_group.asyncio(
            project_id,
            group_id,
            client=self._client,
            body=RenamedUserGroup(new_name=new_name),
            timeout=timeout,
        )

    async def del_project_user_group(
        self, project_id: UUID, group_id: int, *, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Delete a group

        Nobody is in it any more, and its id is not used again.

        Args:
            project_id: Id of the Login project.
            group_id: Id of the group in the project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await del_project_user_group.asyncio(project_id, group_id, client=self._client, timeout=timeout)

    async def get_user_groups(
        self, project_id: UUID, user_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> list[UserGroup]:
        """List the groups of a user

        The default group first, the others by their ids.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_user_groups.asyncio(project_id, user_id, client=self._client, timeout=timeout)

    async def manage_user_groups(
        self,
        project_id: UUID,
        user_id: UUID,
        *,
        add_user_groups: list[int] | None | Unset = UNSET,
        remove_user_groups: list[int] | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[UserGroup]:
        """Put a user into groups and take them out of others

        Either all of it happens or nothing. Whoever is in a group already stays in it, and nobody is taken
        out of a group that they are not in.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            add_user_groups: The groups that the user is put into; the default group is none of them.
            remove_user_groups: The groups that the user is taken out of; the default group is none of them.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await manage_user_groups.asyncio(
            project_id,
            user_id,
            client=self._client,
            body=MembershipChange(add_user_groups=add_user_groups, remove_user_groups=remove_user_groups),
            timeout=timeout,
        )

    async def delete_user_groups(
        self, project_id: UUID, user_id: UUID, *, user_groups: list[int], timeout: Timeout | Unset = UNSET
    ) -> None:
        """Take a user out of groups

        Either all of it happens or nothing. Nobody is taken out of a group that they are not in.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            user_groups: Ids of groups of the project. An id that is named twice counts once.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await delete_user_groups.asyncio(
            project_id,
            user_id,
            client=self._client,
            body=MembershipEnd(user_groups=user_groups),
            timeout=timeout,
        )

    async def update_user_groups(
        self, project_id: UUID, user_id: UUID, *, user_groups: list[int], timeout: Timeout | Unset = UNSET
    ) -> list[UserGroup]:
        """Replace the groups of a user

        From now on the user is in these groups and no others but the default one, whether it is named or
        not.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            user_groups: Ids of groups of the project. An id that is named twice counts once.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await update_user_groups.asyncio(
            project_id,
            user_id,
            client=self._client,
            body=Membership(user_groups=user_groups),
            timeout=timeout,
        )

    async def get_users_ids_by_social_id_and_platform(
        self,
        *,
        users: list[PlatformAccount],
        project_id: None | Unset | UUID = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[LinkedUser]:
        """Ask whom accounts at gaming platforms stand for

        The answer has an item for each account, in the order of the request.

        Args:
            users: The accounts to ask for.
            project_id: Id of the Login project, which is that of the token.
            publisher_project_id: Id of the game in the publisher's account. Here it changes nothing.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_users_ids_by_social_id_and_platform.asyncio(
            client=self._client,
            body=PlatformAccounts(
                users=users, project_id=project_id, publisher_project_id=publisher_project_id
            ),
            timeout=timeout,
        )

    async def delete_user(self, user_id: UUID, *, project_id: UUID, timeout: Timeout | Unset = UNSET) -> None:
        """Delete a user

        Everything that is kept of the user goes with them, and their tokens stop. Whoever takes the name,
        address or number afterwards is somebody else.

        Args:
            user_id: Id of the user on the server.
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await delete_user.asyncio(user_id, client=self._client, project_id=project_id, timeout=timeout)

    async def get_user_for_project(
        self,
        project_id: UUID,
        *,
        limit: int,
        order: str,
        after: str | Unset = UNSET,
        offset: int | Unset = UNSET,
        user_groups: list[int] | Unset = UNSET,
        status: GetUserForProjectStatus | Unset = UNSET,
        search_query: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> UserList:
        """List the users of a project

        In the order in which they came into being. Whoever follows `next_after` or `next_url` sees
        everybody once who was there all the time, whoever comes and goes meanwhile.

        Args:
            project_id: Id of the Login project.
            limit: How many users to answer at most.
            order: The oldest first (`asc`), or the newest.
            after: The `next_after` of the page before.
            offset: How many users to pass over. Left out, it is `0`.
            user_groups: Ids of groups. Only users are answered who are in one of them.
            status: Only active users (`1`), or only others (`0`).
            search_query: What a username, nickname, address or number begins with, in any case, or the whole
                of an id: the user's own, one elsewhere, or one of the server's.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_user_for_project.asyncio(
            project_id,
            client=self._client,
            limit=limit,
            order=order,
            after=after,
            offset=offset,
            user_groups=user_groups,
            status=status,
            search_query=search_query,
            timeout=timeout,
        )

    async def search_users_by_filter(
        self,
        project_id: UUID,
        *,
        limit: int,
        offset: int | Unset = UNSET,
        order_column: SearchUsersByFilterOrderColumn | Unset = UNSET,
        order_dir: SearchUsersByFilterOrderDir | Unset = UNSET,
        user_groups: list[int] | Unset = UNSET,
        status: bool | Unset = UNSET,
        search_query: str | Unset = UNSET,
        search_by: SearchUsersByFilterSearchBy | Unset = UNSET,
        activity_from: datetime.date | Unset = UNSET,
        activity_to: datetime.date | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> UserPage:
        """Search the users of a project

        Those that meet every filter.

        Args:
            project_id: Id of the Login project.
            limit: How many users to answer at most.
            offset: How many users to pass over. Left out, it is `0`.
            order_column: By what to sort; left out, by when the users came into being. Who lacks it comes
                last.
            order_dir: In which direction to sort. Left out, it is `"asc"`.
            user_groups: Ids of groups. Only users are answered who are in one of them.
            status: Only active users, or only others.
            search_query: What a username, nickname, address or number begins with, in any case, or the whole
                of an id: the user's own, one elsewhere, or one of the server's.
            search_by: Which of these is meant. Left out, any of them; `contact` is an address or a number.
            activity_from: Only users who have logged in last on this day or later, in UTC.
            activity_to: Only users who have logged in last on this day or before, in UTC.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await search_users_by_filter.asyncio(
            project_id,
            client=self._client,
            limit=limit,
            offset=offset,
            order_column=order_column,
            order_dir=order_dir,
            user_groups=user_groups,
            status=status,
            search_query=search_query,
            search_by=search_by,
            activity_from=activity_from,
            activity_to=activity_to,
            timeout=timeout,
        )

    async def get_user(
        self, project_id: UUID, user_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> SearchUser:
        """Read a user of a project

        What the search tells of one user.

        Args:
            project_id: Id of the Login project.
            user_id: Id of the user on the server.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_user.asyncio(project_id, user_id, client=self._client, timeout=timeout)

    async def link_accounts_by_code(
        self,
        *,
        code: str,
        platform: GamingPlatform,
        user_id: str,
        project_id: None | Unset | UUID = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Link an account at a gaming platform to the user who told a code

        From now on the account at the platform stands for the user who got the code. A user who has come
        through platforms, devices and ids of the server alone goes into that one with all they have.

        Args:
            code: What `create-code-for-linking-accounts` gave the user.
            platform: The gaming platform.
            user_id: Id of the user on the platform; it counts as it is spelled.
            project_id: Id of the Login project, which is that of the token.
            publisher_project_id: Id of the game in the publisher's account. Here it changes nothing.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await link_accounts_by_code.asyncio(
            client=self._client,
            body=AccountLink(
                code=code,
                platform=platform,
                user_id=user_id,
                project_id=project_id,
                publisher_project_id=publisher_project_id,
            ),
            timeout=timeout,
        )

    async def link_user_ids_via_external_id(
        self, *, external_account_id: str, user_id: UUID, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Say which id a user has on the server

        It is said once, and no two users of a project have the same id.

        Args:
            external_account_id: Id of the user on the server; it counts as it is spelled.
            user_id: Id of the user.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await link_user_ids_via_external_id.asyncio(
            client=self._client,
            body=ExternalIdLink(external_account_id=external_account_id, user_id=user_id),
            timeout=timeout,
        )

    async def get_custom_email_template(
        self,
        project_id: UUID,
        template_id: str,
        locale: str,
        template_type: EmailTemplateType,
        *,
        timeout: Timeout | Unset = UNSET,
    ) -> EmailTemplate:
        """Read an e-mail template

        Subject and body as they were given.

        Args:
            project_id: Id of the Login project.
            template_id: Id of the template, which counts in its whole spelling.
            locale: Language and country of the template. Language and region of a template, as `en_US`.
            template_type: Which mail the template is for. The occasion that a mail is sent on.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_custom_email_template.asyncio(
            project_id, template_id, locale, template_type, client=self._client, timeout=timeout
        )

    async def update_custom_email_template(
        self,
        project_id: UUID,
        template_id: str,
        locale: str,
        template_type: EmailTemplateType,
        *,
        header: str,
        body: str,
        timeout: Timeout | Unset = UNSET,
    ) -> EmailTemplate:
        """Change an e-mail template

        Mails that are sent already stay as they are.

        Args:
            project_id: Id of the Login project.
            template_id: Id of the template, which counts in its whole spelling.
            locale: Language and country of the template. Language and region of a template, as `en_US`.
            template_type: Which mail the template is for. The occasion that a mail is sent on.
            header: The subject.
            body: HTML.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await update_custom_email_template.asyncio(
            project_id,
            template_id,
            locale,
            template_type,
            client=self._client,
            body=EmailTemplateWords(header=header, body=body),
            timeout=timeout,
        )

    async def create_custom_email_template(
        self,
        project_id: UUID,
        template_id: str,
        locale: str,
        template_type: EmailTemplateType,
        *,
        header: str,
        body: str,
        timeout: Timeout | Unset = UNSET,
    ) -> EmailTemplate:
        """Create an e-mail template

        From now on mails of the type are made of it when a call names its id in `email_template`, in the
        language that comes closest to what the call wants.

        Args:
            project_id: Id of the Login project.
            template_id: Id of the template, which counts in its whole spelling.
            locale: Language and country of the template. Language and region of a template, as `en_US`.
            template_type: Which mail the template is for. The occasion that a mail is sent on.
            header: The subject.
            body: HTML.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await create_custom_email_template.asyncio(
            project_id,
            template_id,
            locale,
            template_type,
            client=self._client,
            body=EmailTemplateWords(header=header, body=body),
            timeout=timeout,
        )

    async def send_email_based_on_template(
        self, *, email: str, template: NamedEmailTemplate, project_id: UUID, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Send a mail that a template is the whole of

        The template is one of the type `custom`, else of `welcome_email`, in the language that comes
        closest.

        Args:
            email: The recipient.
            template: The template that the mail is made of.
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await send_email_based_on_template.asyncio(
            client=self._client,
            body=TemplateMail(email=email, template=template),
            project_id=project_id,
            timeout=timeout,
        )

    async def upload_import_file(
        self,
        project_id: UUID,
        *,
        users: File,
        mapping: ImportColumns,
        email: str,
        comma: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Import users from a file

        Makes a user of each line of a file of comma-separated values (RFC 4180), which has no header row.
        The file is read in the call. A line that cannot be made leaves nothing behind and stops no other; a
        report of the lines that were refused, with their numbers and the reasons, goes to the address.

        Args:
            project_id: Id of the Login project.
            users: The lines, in UTF-8 or, where a byte order mark says so, in UTF-16; at most 67,108,864
                bytes.
            mapping: Which value of a line means what, by its place, counted from zero. A value that is empty
                says nothing. One of `email`, `username`, `phone_number`, `server_custom_id` and
                `provider|steam` has to be there on each line.
            email: Where the report goes.
            comma: What separates the values of a line. Left out, it is `","`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await upload_import_file.asyncio(
            project_id,
            client=self._client,
            body=UserImport(users=users, mapping=mapping, email=email, comma=comma),
            timeout=timeout,
        )

    async def export_users(self, project_id: UUID, *, email: str, timeout: Timeout | Unset = UNSET) -> None:
        """Export the users of a project

        Writes all users to a file, in the columns that `upload-import-file` takes, and mails a link to it.
        Once per hour.

        Args:
            project_id: Id of the Login project.
            email: Where the link goes.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await export_users.asyncio(
            project_id, client=self._client, body=UserExport(email=email), timeout=timeout
        )

    async def get_webhooks_for_event(
        self,
        project_id: UUID,
        event_type: EventType,
        *,
        x_request_id: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[EventWebhook]:
        """List the addresses that hear of an event

        The addresses registered for this kind of event, oldest first.

        Args:
            project_id: Id of the Login project.
            event_type: The kind of event that is told. What happened: a sign-up (with a password, a social
                network, silently, by phone, or made by a server), a login (by the same ways), a confirmed
                address, a linked social account, or a sign-up after which every verification that the project
                wants has been passed.
            x_request_id: Id of the visit, for tracing. Any text is accepted: the SDK sends the word `null`
                when it has none.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_webhooks_for_event.asyncio(
            project_id, event_type, client=self._client, x_request_id=x_request_id, timeout=timeout
        )

    async def add_webhook_for_event(
        self,
        project_id: UUID,
        event_type: EventType,
        *,
        url: str,
        x_request_id: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> EventWebhook:
        """Register an address for an event

        From now on `login-event` is sent to the address when an event of this kind happens in the project.
        An address is registered once for a kind of event.

        Args:
            project_id: Id of the Login project.
            event_type: The kind of event that is told. What happened: a sign-up (with a password, a social
                network, silently, by phone, or made by a server), a login (by the same ways), a confirmed
                address, a linked social account, or a sign-up after which every verification that the project
                wants has been passed.
            url: Where the webhook is sent.
            x_request_id: Id of the visit, for tracing. Any text is accepted: the SDK sends the word `null`
                when it has none.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await add_webhook_for_event.asyncio(
            project_id,
            event_type,
            client=self._client,
            body=NewEventWebhook(url=url),
            x_request_id=x_request_id,
            timeout=timeout,
        )

    async def delete_webhook_for_event(
        self,
        project_id: UUID,
        event_type: EventType,
        webhook_id: int,
        *,
        x_request_id: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Remove an address

        What is on its way to the address may still arrive.

        Args:
            project_id: Id of the Login project.
            event_type: The kind of event that is told. What happened: a sign-up (with a password, a social
                network, silently, by phone, or made by a server), a login (by the same ways), a confirmed
                address, a linked social account, or a sign-up after which every verification that the project
                wants has been passed.
            webhook_id: Id of the registered address.
            x_request_id: Id of the visit, for tracing. Any text is accepted: the SDK sends the word `null`
                when it has none.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await delete_webhook_for_event.asyncio(
            project_id,
            event_type,
            webhook_id,
            client=self._client,
            x_request_id=x_request_id,
            timeout=timeout,
        )


__all__ = ["AsyncLoginServerApi", "LoginServerApi"]
