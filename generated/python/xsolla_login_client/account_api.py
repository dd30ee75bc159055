"""The calls for who is logged in, as methods: `LoginApi.account` and `AsyncLoginApi.account`."""

from __future__ import annotations

import datetime
from uuid import UUID

from xsolla_login_client.api.account_devices import (
    get_users_devices,
    link_device_to_account,
    unlink_device_from_account,
)
from xsolla_login_client.api.account_linking import create_code_for_linking_accounts
from xsolla_login_client.api.attributes import (
    get_users_attributes_from_client,
    get_users_read_only_attributes_from_client,
    update_users_attributes_from_client,
)
from xsolla_login_client.api.contacts import (
    add_username_email_auth_to_account,
    confirm_phone_number,
    delete_user_phone_number,
    get_user_email,
    get_user_phone_number,
    link_phone_number,
    update_user_phone_number,
)
from xsolla_login_client.api.friends import (
    get_social_account_friends,
    get_users_friends,
    update_social_account_friends,
    update_users_friends,
)
from xsolla_login_client.api.linked_networks import (
    delete_linked_networks,
    get_linked_networks,
    get_links_for_social_auth,
    get_url_to_link_social_network_to_account,
    jwt_refresh_social_token,
    link_social_network_to_account,
)
from xsolla_login_client.api.pictures import delete_user_picture, upload_user_picture
from xsolla_login_client.api.profile import (
    get_user_details,
    get_user_public_profile,
    search_users_by_nickname,
    update_user_details,
)
from xsolla_login_client.api.two_factor_settings import update_users_two_factor_authentication_settings
from xsolla_login_client.client import Client
from xsolla_login_client.models.account_email import AccountEmail
from xsolla_login_client.models.account_phone import AccountPhone
from xsolla_login_client.models.added_password import AddedPassword
from xsolla_login_client.models.attribute import Attribute
from xsolla_login_client.models.client_attribute_query import ClientAttributeQuery
from xsolla_login_client.models.client_attribute_update import ClientAttributeUpdate
from xsolla_login_client.models.code_requested import CodeRequested
from xsolla_login_client.models.continuation_url import ContinuationUrl
from xsolla_login_client.models.device_login import DeviceLogin
from xsolla_login_client.models.device_type import DeviceType
from xsolla_login_client.models.gender import Gender
from xsolla_login_client.models.link_url import LinkUrl
from xsolla_login_client.models.linked_network import LinkedNetwork
from xsolla_login_client.models.linking_code import LinkingCode
from xsolla_login_client.models.new_phone import NewPhone
from xsolla_login_client.models.nickname_search import NicknameSearch
from xsolla_login_client.models.own_second_factor import OwnSecondFactor
from xsolla_login_client.models.password_answer import PasswordAnswer
from xsolla_login_client.models.phone_link_confirmation import PhoneLinkConfirmation
from xsolla_login_client.models.picture_upload import PictureUpload
from xsolla_login_client.models.plain_attribute import PlainAttribute
from xsolla_login_client.models.public_profile import PublicProfile
from xsolla_login_client.models.relationship_action import RelationshipAction
from xsolla_login_client.models.relationship_page import RelationshipPage
from xsolla_login_client.models.relationship_sort import RelationshipSort
from xsolla_login_client.models.relationship_type import RelationshipType
from xsolla_login_client.models.relationship_update import RelationshipUpdate
from xsolla_login_client.models.second_factor_type import SecondFactorType
from xsolla_login_client.models.social_auth_link import SocialAuthLink
from xsolla_login_client.models.social_friend_page import SocialFriendPage
from xsolla_login_client.models.social_platform import SocialPlatform
from xsolla_login_client.models.sort_order import SortOrder
from xsolla_login_client.models.token_result import TokenResult
from xsolla_login_client.models.uploaded_picture import UploadedPicture
from xsolla_login_client.models.user_details import UserDetails
from xsolla_login_client.models.user_details_update import UserDetailsUpdate
from xsolla_login_client.models.user_device import UserDevice
from xsolla_login_client.types import UNSET, File, Timeout, Unset


class AccountApi:
    """The calls for who is logged in; see `LoginApi.account`."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def get_users_devices(self, *, timeout: Timeout | Unset = UNSET) -> list[UserDevice]:
        """List the devices of the user

        The devices that log the user in.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_users_devices.sync(client=self._client, timeout=timeout)

    def link_device_to_account(
        self, device_type: DeviceType, *, device: str, device_id: str, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Link a device to the account

        From then on the device logs the user in. One that does so already is named anew; one that stands
        for another account is refused.

        Args:
            device_type: The operating system of the device. One of the systems that are told apart.
            device: Make and model, for people.
            device_id: Id of the device that the platform gives; it stands for one user of the project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        link_device_to_account.sync(
            device_type,
            client=self._client,
            body=DeviceLogin(device=device, device_id=device_id),
            timeout=timeout,
        )

    def unlink_device_from_account(self, id: int, *, timeout: Timeout | Unset = UNSET) -> None:
        """Unlink a device from the account

        The device logs nobody into this account any more; its next login makes an account of its own.

        Args:
            id: The id that the server gave the device (`get-users-devices`).
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        unlink_device_from_account.sync(id, client=self._client, timeout=timeout)

    def update_users_two_factor_authentication_settings(
        self,
        *,
        mfa_type: SecondFactorType,
        enabled: bool | None | Unset = UNSET,
        locale: None | str | Unset = UNSET,
        login_url: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> ContinuationUrl:
        """Turn the second factor of the user on or off

        Sends a code, and answers the page that asks for it; the setting changes with the right code
        (`otp-validate`), and then the page leads to `login_url`.

        Args:
            mfa_type: How the code of the second factor is sent.
            enabled: Whether a login of the user wants this second factor. Left out, it is `false`.
            locale: Language of the message and of the page, as `<language>_<COUNTRY>`.
            login_url: Where the user lands afterwards. It must equal one of the project's Callback URLs byte
                for byte (otherwise 422 `010-012`), and may be left out when the project has only one
                (otherwise 422 `010-011`).
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return update_users_two_factor_authentication_settings.sync(
            client=self._client,
            body=OwnSecondFactor(mfa_type=mfa_type, enabled=enabled, locale=locale),
            login_url=login_url,
            timeout=timeout,
        )

    def get_user_details(self, *, timeout: Timeout | Unset = UNSET) -> UserDetails:
        """Read the profile of the user

        Everything that is known of the user, whoever told it.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_user_details.sync(client=self._client, timeout=timeout)

    def update_user_details(
        self,
        *,
        birthday: datetime.date | None | Unset = UNSET,
        first_name: None | str | Unset = UNSET,
        last_name: None | str | Unset = UNSET,
        nickname: None | str | Unset = UNSET,
        gender: Gender | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> UserDetails:
        """Change the profile of the user

        Changes what is named and leaves the rest. A birthday can be told once; when it is refused, nothing
        of the request is kept.

        Args:
            birthday: Can be told once; any birthday after one that is known is 422 `002-061`.
            first_name: The user's first name.
            last_name: The user's last name.
            nickname: Need not be unique; with the first one comes a tag.
            gender: The user's gender, as they tell it.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return update_user_details.sync(
            client=self._client,
            body=UserDetailsUpdate(
                birthday=birthday,
                first_name=first_name,
                last_name=last_name,
                nickname=nickname,
                gender=gender,
            ),
            timeout=timeout,
        )

    def get_user_public_profile(self, user_id: UUID, *, timeout: Timeout | Unset = UNSET) -> PublicProfile:
        """Read what others may know of a user

        The part of the profile of any user of the project that every other user may see.

        Args:
            user_id: Id of the user on the server.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_user_public_profile.sync(user_id, client=self._client, timeout=timeout)

    def upload_user_picture(self, *, picture: File, timeout: Timeout | Unset = UNSET) -> UploadedPicture:
        """Upload the picture of the user

        A PNG, JPEG, GIF or WebP picture takes the place of the one before, whose address leads nowhere from
        then on. What it is, is seen from its first bytes, never from its name or the type that is declared
        for it.

        Args:
            picture: The bytes of the picture, a PNG, JPEG, GIF or WebP.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return upload_user_picture.sync(
            client=self._client, body=PictureUpload(picture=picture), timeout=timeout
        )

    def delete_user_picture(self, *, timeout: Timeout | Unset = UNSET) -> None:
        """Remove the picture of the user

        Also one that came from a social network. Without a picture nothing happens.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        delete_user_picture.sync(client=self._client, timeout=timeout)

    def search_users_by_nickname(
        self,
        *,
        nickname: str,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> NicknameSearch:
        """Find users by nickname and tag

        Lists the users of the project whose nickname begins as asked, by nickname and tag. A user may
        search once a second.

        Args:
            nickname: How the nickname begins, whatever the letter case; or `#` and how the tag begins; or the
                whole nickname, `#`, and how the tag begins.
            offset: How many users to pass over. Left out, it is `0`.
            limit: How many users to list at most. Left out, it is `100`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return search_users_by_nickname.sync(
            client=self._client, nickname=nickname, offset=offset, limit=limit, timeout=timeout
        )

    def get_user_email(self, *, timeout: Timeout | Unset = UNSET) -> AccountEmail:
        """Read the e-mail address of the user

        The address of the account, proven or not.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_user_email.sync(client=self._client, timeout=timeout)

    def add_username_email_auth_to_account(
        self,
        *,
        username: str,
        password: str,
        email: str,
        promo_email_agreement: int | None | Unset = UNSET,
        login_url: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> PasswordAnswer:
        """Add username, e-mail address and password to the account

        For an account made by a device, a phone number or a social network, which has no password yet.
        Where the address has to be confirmed, a mail with a link leaves, and nothing changes before the
        link is opened.

        Args:
            username: Unique in the project; upper and lower case are the same.
            password: What the user logs in with beside the name.
            email: Unique in the project; upper and lower case are the same.
            promo_email_agreement: Whether the user agrees to mails that advertise; 0 is no. Left out, it is
                `1`.
            login_url: Where the user lands afterwards. It must equal one of the project's Callback URLs byte
                for byte (otherwise 422 `010-012`), and may be left out when the project has only one
                (otherwise 422 `010-011`).
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return add_username_email_auth_to_account.sync(
            client=self._client,
            body=AddedPassword(
                username=username, password=password, email=email, promo_email_agreement=promo_email_agreement
            ),
            login_url=login_url,
            timeout=timeout,
        )

    def get_user_phone_number(self, *, timeout: Timeout | Unset = UNSET) -> AccountPhone:
        """Read the phone number of the user

        The number that the codes of the second factor go to: the one of `update-user-phone-number`, or else
        the one to log in with.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_user_phone_number.sync(client=self._client, timeout=timeout)

    def update_user_phone_number(self, *, phone_number: str, timeout: Timeout | Unset = UNSET) -> None:
        """Set the phone number of the second factor

        The number gets the codes of the second factor and is none to log in with; several accounts may have
        the same one. A number of before is replaced.

        Args:
            phone_number: International format, digits after a plus sign.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        update_user_phone_number.sync(
            client=self._client, body=NewPhone(phone_number=phone_number), timeout=timeout
        )

    def delete_user_phone_number(self, phone_number: str, *, timeout: Timeout | Unset = UNSET) -> None:
        """Remove a phone number of the user

        Takes the number away wherever the account has it: it gets no more codes of the second factor, and
        nobody logs into this account with it any more.

        Args:
            phone_number: The number, with or without its plus sign; both are the same number.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        delete_user_phone_number.sync(phone_number, client=self._client, timeout=timeout)

    def link_phone_number(self, *, phone_number: str, timeout: Timeout | Unset = UNSET) -> CodeRequested:
        """Have a code sent to a phone number that is to be linked

        The code proves the number to be the user's; `confirm-phone-number` takes it.

        Args:
            phone_number: International format, digits after a plus sign.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return link_phone_number.sync(
            client=self._client, body=NewPhone(phone_number=phone_number), timeout=timeout
        )

    def confirm_phone_number(
        self, *, phone_number: str, operation_id: str, code: str, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Link a phone number to the account

        With the code of `link-phone-number` the number becomes the one to log in with, in place of one of
        before.

        Args:
            phone_number: The number that the code was sent to, as it was given then.
            operation_id: Id that `link-phone-number` answered.
            code: The one-time code of the message.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        confirm_phone_number.sync(
            client=self._client,
            body=PhoneLinkConfirmation(phone_number=phone_number, operation_id=operation_id, code=code),
            timeout=timeout,
        )

    def get_users_friends(
        self,
        *,
        type_: RelationshipType,
        sort_by: RelationshipSort,
        sort_order: SortOrder,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> RelationshipPage:
        """List friends, requests and blocked users

        One of five lists, page by page: friends, who was asked and who has asked, who was blocked and who
        has blocked. A page goes on where the one before it ended, whoever came or went meanwhile.

        Args:
            type_: Which of the lists is read. Which of a user's lists is meant.
            sort_by: What orders the list: the nickname, whatever its letter case, or when the relationship
                came to be what it is. What a list of users is sorted by.
            sort_order: Whether the first or the last in that order begins. Which end of a list comes first.
            after: The `next_after` of the page before, in the same order; `0` is the beginning of the list.
            limit: How many entries a page has at most. Left out, it is `20`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_users_friends.sync(
            client=self._client,
            type_=type_,
            sort_by=sort_by,
            sort_order=sort_order,
            after=after,
            limit=limit,
            timeout=timeout,
        )

    def update_users_friends(
        self, *, action: RelationshipAction, user: UUID, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Ask for friendship, answer, end it, or block

        What one user does to another one of the same project; both see what comes of it. To ask somebody
        who has asked already makes the two friends. Who blocks somebody ends what was between the two, and
        is asked for nothing until they unblock. What is so already stays as it is.

        Args:
            action: What the user wants to be to the other from now on.
            user: Id of the other user.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        update_users_friends.sync(
            client=self._client, body=RelationshipUpdate(action=action, user=user), timeout=timeout
        )

    def get_social_account_friends(
        self,
        *,
        platform: SocialPlatform | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        with_xl_uid: bool | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> SocialFriendPage:
        """List friends at social networks

        Whom the user knows at the social networks that are linked to the account, as the networks told at
        the last login, link or update.

        Args:
            platform: The network whose friends are wanted. Left out, all of them. A social network that tells
                who a user's friends are.
            offset: How many friends to pass over. Left out, it is `0`.
            limit: How many friends to answer at most. Left out, it is `500`.
            with_xl_uid: Whether to tell who of them uses the project. Left out, it is `false`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_social_account_friends.sync(
            client=self._client,
            platform=platform,
            offset=offset,
            limit=limit,
            with_xl_uid=with_xl_uid,
            timeout=timeout,
        )

    def update_social_account_friends(
        self, *, platform: SocialPlatform | Unset = UNSET, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Ask social networks for the user's friends

        The social networks are asked whom the user knows there; `get-social-account-friends` answers it
        from then on.

        Args:
            platform: The network to ask. Left out, all of them. A social network that tells who a user's
                friends are.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        update_social_account_friends.sync(client=self._client, platform=platform, timeout=timeout)

    def get_linked_networks(self, *, timeout: Timeout | Unset = UNSET) -> list[LinkedNetwork]:
        """List the social networks linked to the account

        The accounts at social networks that stand for the user.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_linked_networks.sync(client=self._client, timeout=timeout)

    def get_url_to_link_social_network_to_account(
        self,
        provider_name: str,
        *,
        login_url: str | Unset = UNSET,
        redirect_uri: str | Unset = UNSET,
        phone_only: bool | Unset = UNSET,
        locale: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> LinkUrl:
        """Get the address where an account of a social network is linked

        The page of the social network, for a browser window. Whoever is picked there stands for the user
        from then on. The browser comes back to `login_url` or `redirect_uri`, with nothing added; when it
        does not work out with `error_code` and `error_description`, and nothing has changed.

        Args:
            provider_name: Name of the social network. One that the project does not offer is 404 `003-061`.
                Name of a social network or gaming platform. An open set.
            login_url: Where the user lands afterwards. It must equal one of the project's Callback URLs byte
                for byte (otherwise 422 `010-012`), and may be left out when the project has only one
                (otherwise 422 `010-011`).
            redirect_uri: Where the user lands afterwards, for the token of an OAuth 2.0
            phone_only: Whether the page of the social network shows its login by phone number only. Left out,
                it is `false`.
            locale: Language of the page, as `<language>_<COUNTRY>`. One without texts of its own falls back
                to English.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_url_to_link_social_network_to_account.sync(
            provider_name,
            client=self._client,
            login_url=login_url,
            redirect_uri=redirect_uri,
            phone_only=phone_only,
            locale=locale,
            timeout=timeout,
        )

    def link_social_network_to_account(
        self,
        provider_name: str,
        *,
        login_url: str | Unset = UNSET,
        redirect_uri: str | Unset = UNSET,
        phone_only: bool | Unset = UNSET,
        locale: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> str:
        """Go to where an account of a social network is linked

        As `get-url-to-link-social-network-to-account`, for a browser that navigates.

        Args:
            provider_name: Name of the social network. One that the project does not offer is 404 `003-061`.
                Name of a social network or gaming platform. An open set.
            login_url: Where the user lands afterwards. It must equal one of the project's Callback URLs byte
                for byte (otherwise 422 `010-012`), and may be left out when the project has only one
                (otherwise 422 `010-011`).
            redirect_uri: Where the user lands afterwards, for the token of an OAuth 2.0
            phone_only: Whether the page of the social network shows its login by phone number only. Left out,
                it is `false`.
            locale: Language of the page, as `<language>_<COUNTRY>`. One without texts of its own falls back
                to English.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return link_social_network_to_account.sync(
            provider_name,
            client=self._client,
            login_url=login_url,
            redirect_uri=redirect_uri,
            phone_only=phone_only,
            locale=locale,
            timeout=timeout,
        )

    def delete_linked_networks(self, provider_name: str, *, timeout: Timeout | Unset = UNSET) -> None:
        """Remove a social network from the account

        The account at the social network does not stand for the user any more: who logs in with it later is
        somebody new. The tokens of the user stay good.

        Args:
            provider_name: Name of the social network. One that the project does not offer is 404 `003-061`.
                Name of a social network or gaming platform. An open set.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        delete_linked_networks.sync(provider_name, client=self._client, timeout=timeout)

    def get_links_for_social_auth(
        self, *, locale: str | Unset = UNSET, timeout: Timeout | Unset = UNSET
    ) -> list[SocialAuthLink]:
        """List the links for logins through social networks

        One link for each social network of the project, good for ten minutes. Whoever is picked there is
        logged in, and comes back to where the login of the token has led.

        Args:
            locale: Language of the page, as `<language>_<COUNTRY>`. One without texts of its own falls back
                to English.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_links_for_social_auth.sync(client=self._client, locale=locale, timeout=timeout)

    def jwt_refresh_social_token(
        self, provider_name: str, *, project_id: UUID, timeout: Timeout | Unset = UNSET
    ) -> TokenResult:
        """Get a new token as of a login through a social network

        For a user for whom an account at the social network stands. The token that was shown stays good.

        Args:
            provider_name: Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
                `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
                `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
                `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and
                `youtube`. One that the project does not offer is 404 `003-061`. Name of a social network or
                gaming platform. An open set.
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return jwt_refresh_social_token.sync(
            provider_name, client=self._client, project_id=project_id, timeout=timeout
        )

    def get_users_attributes_from_client(
        self,
        *,
        keys: list[str] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        user_id: None | Unset | UUID = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[Attribute]:
        """Read attributes in the name of a user

        Those of the type `client`; of another user the public ones.

        Args:
            keys: The attributes wanted. Left out or empty, all of them.
            publisher_project_id: The game whose attributes are wanted. Left out or 0, those that are common
                to all games.
            user_id: Another user, of whom only public attributes are told. Left out or null, the own ones.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_users_attributes_from_client.sync(
            client=self._client,
            body=ClientAttributeQuery(keys=keys, publisher_project_id=publisher_project_id, user_id=user_id),
            timeout=timeout,
        )

    def get_users_read_only_attributes_from_client(
        self,
        *,
        keys: list[str] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        user_id: None | Unset | UUID = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[Attribute]:
        """Read read-only attributes in the name of a user

        Those of the type `server`; of another user the public ones.

        Args:
            keys: The attributes wanted. Left out or empty, all of them.
            publisher_project_id: The game whose attributes are wanted. Left out or 0, those that are common
                to all games.
            user_id: Another user, of whom only public attributes are told. Left out or null, the own ones.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return get_users_read_only_attributes_from_client.sync(
            client=self._client,
            body=ClientAttributeQuery(keys=keys, publisher_project_id=publisher_project_id, user_id=user_id),
            timeout=timeout,
        )

    def update_users_attributes_from_client(
        self,
        *,
        attributes: list[PlainAttribute] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        removing_keys: list[str] | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Change attributes in the name of a user

        Nothing is changed where one attribute is refused, as one is that a client may not change.

        Args:
            attributes: The attributes to create or to change. No two may have the same key.
            publisher_project_id: The game whose attributes are changed. Left out or 0, those that are common
                to all games.
            removing_keys: The attributes to remove. One that is not there is passed over, and one that the
                same update writes is kept.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        update_users_attributes_from_client.sync(
            client=self._client,
            body=ClientAttributeUpdate(
                attributes=attributes, publisher_project_id=publisher_project_id, removing_keys=removing_keys
            ),
            timeout=timeout,
        )

    def create_code_for_linking_accounts(self, *, timeout: Timeout | Unset = UNSET) -> LinkingCode:
        """Get a code to link an account at a gaming platform by

        The code names the user to `link-accounts-by-code`, once. A new one takes the place of the one
        before.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return create_code_for_linking_accounts.sync(client=self._client, timeout=timeout)


class AsyncAccountApi:
    """The calls for who is logged in, awaited; see `LoginApi.account`."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def get_users_devices(self, *, timeout: Timeout | Unset = UNSET) -> list[UserDevice]:
        """List the devices of the user

        The devices that log the user in.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_users_devices.asyncio(client=self._client, timeout=timeout)

    async def link_device_to_account(
        self, device_type: DeviceType, *, device: str, device_id: str, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Link a device to the account

        From then on the device logs the user in. One that does so already is named anew; one that stands
        for another account is refused.

        Args:
            device_type: The operating system of the device. One of the systems that are told apart.
            device: Make and model, for people.
            device_id: Id of the device that the platform gives; it stands for one user of the project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await link_device_to_account.asyncio(
            device_type,
            client=self._client,
            body=DeviceLogin(device=device, device_id=device_id),
            timeout=timeout,
        )

    async def unlink_device_from_account(self, id: int, *, timeout: Timeout | Unset = UNSET) -> None:
        """Unlink a device from the account

        The device logs nobody into this account any more; its next login makes an account of its own.

        Args:
            id: The id that the server gave the device (`get-users-devices`).
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await unlink_device_from_account.asyncio(id, client=self._client, timeout=timeout)

    async def update_users_two_factor_authentication_settings(
        self,
        *,
        mfa_type: SecondFactorType,
        enabled: bool | None | Unset = UNSET,
        locale: None | str | Unset = UNSET,
        login_url: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> ContinuationUrl:
        """Turn the second factor of the user on or off

        Sends a code, and answers the page that asks for it; the setting changes with the right code
        (`otp-validate`), and then the page leads to `login_url`.

        Args:
            mfa_type: How the code of the second factor is sent.
            enabled: Whether a login of the user wants this second factor. Left out, it is `false`.
            locale: Language of the message and of the page, as `<language>_<COUNTRY>`.
            login_url: Where the user lands afterwards. It must equal one of the project's Callback URLs byte
                for byte (otherwise 422 `010-012`), and may be left out when the project has only one
                (otherwise 422 `010-011`).
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await update_users_two_factor_authentication_settings.asyncio(
            client=self._client,
            body=OwnSecondFactor(mfa_type=mfa_type, enabled=enabled, locale=locale),
            login_url=login_url,
            timeout=timeout,
        )

    async def get_user_details(self, *, timeout: Timeout | Unset = UNSET) -> UserDetails:
        """Read the profile of the user

        Everything that is known of the user, whoever told it.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_user_details.asyncio(client=self._client, timeout=timeout)

    async def update_user_details(
        self,
        *,
        birthday: datetime.date | None | Unset = UNSET,
        first_name: None | str | Unset = UNSET,
        last_name: None | str | Unset = UNSET,
        nickname: None | str | Unset = UNSET,
        gender: Gender | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> UserDetails:
        """Change the profile of the user

        Changes what is named and leaves the rest. A birthday can be told once; when it is refused, nothing
        of the request is kept.

        Args:
            birthday: Can be told once; any birthday after one that is known is 422 `002-061`.
            first_name: The user's first name.
            last_name: The user's last name.
            nickname: Need not be unique; with the first one comes a tag.
            gender: The user's gender, as they tell it.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await update_user_details.asyncio(
            client=self._client,
            body=UserDetailsUpdate(
                birthday=birthday,
                first_name=first_name,
                last_name=last_name,
                nickname=nickname,
                gender=gender,
            ),
            timeout=timeout,
        )

    async def get_user_public_profile(
        self, user_id: UUID, *, timeout: Timeout | Unset = UNSET
    ) -> PublicProfile:
        """Read what others may know of a user

        The part of the profile of any user of the project that every other user may see.

        Args:
            user_id: Id of the user on the server.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_user_public_profile.asyncio(user_id, client=self._client, timeout=timeout)

    async def upload_user_picture(
        self, *, picture: File, timeout: Timeout | Unset = UNSET
    ) -> UploadedPicture:
        """Upload the picture of the user

        A PNG, JPEG, GIF or WebP picture takes the place of the one before, whose address leads nowhere from
        then on. What it is, is seen from its first bytes, never from its name or the type that is declared
        for it.

        Args:
            picture: The bytes of the picture, a PNG, JPEG, GIF or WebP.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await upload_user_picture.asyncio(
            client=self._client, body=PictureUpload(picture=picture), timeout=timeout
        )

    async def delete_user_picture(self, *, timeout: Timeout | Unset = UNSET) -> None:
        """Remove the picture of the user

        Also one that came from a social network. Without a picture nothing happens.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await delete_user_picture.asyncio(client=self._client, timeout=timeout)

    async def search_users_by_nickname(
        self,
        *,
        nickname: str,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> NicknameSearch:
        """Find users by nickname and tag

        Lists the users of the project whose nickname begins as asked, by nickname and tag. A user may
        search once a second.

        Args:
            nickname: How the nickname begins, whatever the letter case; or `#` and how the tag begins; or the
                whole nickname, `#`, and how the tag begins.
            offset: How many users to pass over. Left out, it is `0`.
            limit: How many users to list at most. Left out, it is `100`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await search_users_by_nickname.asyncio(
            client=self._client, nickname=nickname, offset=offset, limit=limit, timeout=timeout
        )

    async def get_user_email(self, *, timeout: Timeout | Unset = UNSET) -> AccountEmail:
        """Read the e-mail address of the user

        The address of the account, proven or not.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_user_email.asyncio(client=self._client, timeout=timeout)

    async def add_username_email_auth_to_account(
        self,
        *,
        username: str,
        password: str,
        email: str,
        promo_email_agreement: int | None | Unset = UNSET,
        login_url: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> PasswordAnswer:
        """Add username, e-mail address and password to the account

        For an account made by a device, a phone number or a social network, which has no password yet.
        Where the address has to be confirmed, a mail with a link leaves, and nothing changes before the
        link is opened.

        Args:
            username: Unique in the project; upper and lower case are the same.
            password: What the user logs in with beside the name.
            email: Unique in the project; upper and lower case are the same.
            promo_email_agreement: Whether the user agrees to mails that advertise; 0 is no. Left out, it is
                `1`.
            login_url: Where the user lands afterwards. It must equal one of the project's Callback URLs byte
                for byte (otherwise 422 `010-012`), and may be left out when the project has only one
                (otherwise 422 `010-011`).
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await add_username_email_auth_to_account.asyncio(
            client=self._client,
            body=AddedPassword(
                username=username, password=password, email=email, promo_email_agreement=promo_email_agreement
            ),
            login_url=login_url,
            timeout=timeout,
        )

    async def get_user_phone_number(self, *, timeout: Timeout | Unset = UNSET) -> AccountPhone:
        """Read the phone number of the user

        The number that the codes of the second factor go to: the one of `update-user-phone-number`, or else
        the one to log in with.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_user_phone_number.asyncio(client=self._client, timeout=timeout)

    async def update_user_phone_number(self, *, phone_number: str, timeout: Timeout | Unset = UNSET) -> None:
        """Set the phone number of the second factor

        The number gets the codes of the second factor and is none to log in with; several accounts may have
        the same one. A number of before is replaced.

        Args:
            phone_number: International format, digits after a plus sign.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await update_user_phone_number.asyncio(
            client=self._client, body=NewPhone(phone_number=phone_number), timeout=timeout
        )

    async def delete_user_phone_number(self, phone_number: str, *, timeout: Timeout | Unset = UNSET) -> None:
        """Remove a phone number of the user

        Takes the number away wherever the account has it: it gets no more codes of the second factor, and
        nobody logs into this account with it any more.

        Args:
            phone_number: The number, with or without its plus sign; both are the same number.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await delete_user_phone_number.asyncio(phone_number, client=self._client, timeout=timeout)

    async def link_phone_number(
        self, *, phone_number: str, timeout: Timeout | Unset = UNSET
    ) -> CodeRequested:
        """Have a code sent to a phone number that is to be linked

        The code proves the number to be the user's; `confirm-phone-number` takes it.

        Args:
            phone_number: International format, digits after a plus sign.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await link_phone_number.asyncio(
            client=self._client, body=NewPhone(phone_number=phone_number), timeout=timeout
        )

    async def confirm_phone_number(
        self, *, phone_number: str, operation_id: str, code: str, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Link a phone number to the account

        With the code of `link-phone-number` the number becomes the one to log in with, in place of one of
        before.

        Args:
            phone_number: The number that the code was sent to, as it was given then.
            operation_id: Id that `link-phone-number` answered.
            code: The one-time code of the message.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await confirm_phone_number.asyncio(
            client=self._client,
            body=PhoneLinkConfirmation(phone_number=phone_number, operation_id=operation_id, code=code),
            timeout=timeout,
        )

    async def get_users_friends(
        self,
        *,
        type_: RelationshipType,
        sort_by: RelationshipSort,
        sort_order: SortOrder,
        after: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> RelationshipPage:
        """List friends, requests and blocked users

        One of five lists, page by page: friends, who was asked and who has asked, who was blocked and who
        has blocked. A page goes on where the one before it ended, whoever came or went meanwhile.

        Args:
            type_: Which of the lists is read. Which of a user's lists is meant.
            sort_by: What orders the list: the nickname, whatever its letter case, or when the relationship
                came to be what it is. What a list of users is sorted by.
            sort_order: Whether the first or the last in that order begins. Which end of a list comes first.
            after: The `next_after` of the page before, in the same order; `0` is the beginning of the list.
            limit: How many entries a page has at most. Left out, it is `20`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_users_friends.asyncio(
            client=self._client,
            type_=type_,
            sort_by=sort_by,
            sort_order=sort_order,
            after=after,
            limit=limit,
            timeout=timeout,
        )

    async def update_users_friends(
        self, *, action: RelationshipAction, user: UUID, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Ask for friendship, answer, end it, or block

        What one user does to another one of the same project; both see what comes of it. To ask somebody
        who has asked already makes the two friends. Who blocks somebody ends what was between the two, and
        is asked for nothing until they unblock. What is so already stays as it is.

        Args:
            action: What the user wants to be to the other from now on.
            user: Id of the other user.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await update_users_friends.asyncio(
            client=self._client, body=RelationshipUpdate(action=action, user=user), timeout=timeout
        )

    async def get_social_account_friends(
        self,
        *,
        platform: SocialPlatform | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        with_xl_uid: bool | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> SocialFriendPage:
        """List friends at social networks

        Whom the user knows at the social networks that are linked to the account, as the networks told at
        the last login, link or update.

        Args:
            platform: The network whose friends are wanted. Left out, all of them. A social network that tells
                who a user's friends are.
            offset: How many friends to pass over. Left out, it is `0`.
            limit: How many friends to answer at most. Left out, it is `500`.
            with_xl_uid: Whether to tell who of them uses the project. Left out, it is `false`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_social_account_friends.asyncio(
            client=self._client,
            platform=platform,
            offset=offset,
            limit=limit,
            with_xl_uid=with_xl_uid,
            timeout=timeout,
        )

    async def update_social_account_friends(
        self, *, platform: SocialPlatform | Unset = UNSET, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Ask social networks for the user's friends

        The social networks are asked whom the user knows there; `get-social-account-friends` answers it
        from then on.

        Args:
            platform: The network to ask. Left out, all of them. A social network that tells who a user's
                friends are.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await update_social_account_friends.asyncio(client=self._client, platform=platform, timeout=timeout)

    async def get_linked_networks(self, *, timeout: Timeout | Unset = UNSET) -> list[LinkedNetwork]:
        """List the social networks linked to the account

        The accounts at social networks that stand for the user.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_linked_networks.asyncio(client=self._client, timeout=timeout)

    async def get_url_to_link_social_network_to_account(
        self,
        provider_name: str,
        *,
        login_url: str | Unset = UNSET,
        redirect_uri: str | Unset = UNSET,
        phone_only: bool | Unset = UNSET,
        locale: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> LinkUrl:
        """Get the address where an account of a social network is linked

        The page of the social network, for a browser window. Whoever is picked there stands for the user
        from then on. The browser comes back to `login_url` or `redirect_uri`, with nothing added; when it
        does not work out with `error_code` and `error_description`, and nothing has changed.

        Args:
            provider_name: Name of the social network. One that the project does not offer is 404 `003-061`.
                Name of a social network or gaming platform. An open set.
            login_url: Where the user lands afterwards. It must equal one of the project's Callback URLs byte
                for byte (otherwise 422 `010-012`), and may be left out when the project has only one
                (otherwise 422 `010-011`).
            redirect_uri: Where the user lands afterwards, for the token of an OAuth 2.0
            phone_only: Whether the page of the social network shows its login by phone number only. Left out,
                it is `false`.
            locale: Language of the page, as `<language>_<COUNTRY>`. One without texts of its own falls back
                to English.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_url_to_link_social_network_to_account.asyncio(
            provider_name,
            client=self._client,
            login_url=login_url,
            redirect_uri=redirect_uri,
            phone_only=phone_only,
            locale=locale,
            timeout=timeout,
        )

    async def link_social_network_to_account(
        self,
        provider_name: str,
        *,
        login_url: str | Unset = UNSET,
        redirect_uri: str | Unset = UNSET,
        phone_only: bool | Unset = UNSET,
        locale: str | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> str:
        """Go to where an account of a social network is linked

        As `get-url-to-link-social-network-to-account`, for a browser that navigates.

        Args:
            provider_name: Name of the social network. One that the project does not offer is 404 `003-061`.
                Name of a social network or gaming platform. An open set.
            login_url: Where the user lands afterwards. It must equal one of the project's Callback URLs byte
                for byte (otherwise 422 `010-012`), and may be left out when the project has only one
                (otherwise 422 `010-011`).
            redirect_uri: Where the user lands afterwards, for the token of an OAuth 2.0
            phone_only: Whether the page of the social network shows its login by phone number only. Left out,
                it is `false`.
            locale: Language of the page, as `<language>_<COUNTRY>`. One without texts of its own falls back
                to English.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await link_social_network_to_account.asyncio(
            provider_name,
            client=self._client,
            login_url=login_url,
            redirect_uri=redirect_uri,
            phone_only=phone_only,
            locale=locale,
            timeout=timeout,
        )

    async def delete_linked_networks(self, provider_name: str, *, timeout: Timeout | Unset = UNSET) -> None:
        """Remove a social network from the account

        The account at the social network does not stand for the user any more: who logs in with it later is
        somebody new. The tokens of the user stay good.

        Args:
            provider_name: Name of the social network. One that the project does not offer is 404 `003-061`.
                Name of a social network or gaming platform. An open set.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await delete_linked_networks.asyncio(provider_name, client=self._client, timeout=timeout)

    async def get_links_for_social_auth(
        self, *, locale: str | Unset = UNSET, timeout: Timeout | Unset = UNSET
    ) -> list[SocialAuthLink]:
        """List the links for logins through social networks

        One link for each social network of the project, good for ten minutes. Whoever is picked there is
        logged in, and comes back to where the login of the token has led.

        Args:
            locale: Language of the page, as `<language>_<COUNTRY>`. One without texts of its own falls back
                to English.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_links_for_social_auth.asyncio(client=self._client, locale=locale, timeout=timeout)

    async def jwt_refresh_social_token(
        self, provider_name: str, *, project_id: UUID, timeout: Timeout | Unset = UNSET
    ) -> TokenResult:
        """Get a new token as of a login through a social network

        For a user for whom an account at the social network stands. The token that was shown stays good.

        Args:
            provider_name: Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
                `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
                `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
                `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and
                `youtube`. One that the project does not offer is 404 `003-061`. Name of a social network or
                gaming platform. An open set.
            project_id: Id of the Login project.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await jwt_refresh_social_token.asyncio(
            provider_name, client=self._client, project_id=project_id, timeout=timeout
        )

    async def get_users_attributes_from_client(
        self,
        *,
        keys: list[str] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        user_id: None | Unset | UUID = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[Attribute]:
        """Read attributes in the name of a user

        Those of the type `client`; of another user the public ones.

        Args:
            keys: The attributes wanted. Left out or empty, all of them.
            publisher_project_id: The game whose attributes are wanted. Left out or 0, those that are common
                to all games.
            user_id: Another user, of whom only public attributes are told. Left out or null, the own ones.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_users_attributes_from_client.asyncio(
            client=self._client,
            body=ClientAttributeQuery(keys=keys, publisher_project_id=publisher_project_id, user_id=user_id),
            timeout=timeout,
        )

    async def get_users_read_only_attributes_from_client(
        self,
        *,
        keys: list[str] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        user_id: None | Unset | UUID = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> list[Attribute]:
        """Read read-only attributes in the name of a user

        Those of the type `server`; of another user the public ones.

        Args:
            keys: The attributes wanted. Left out or empty, all of them.
            publisher_project_id: The game whose attributes are wanted. Left out or 0, those that are common
                to all games.
            user_id: Another user, of whom only public attributes are told. Left out or null, the own ones.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await get_users_read_only_attributes_from_client.asyncio(
            client=self._client,
            body=ClientAttributeQuery(keys=keys, publisher_project_id=publisher_project_id, user_id=user_id),
            timeout=timeout,
        )

    async def update_users_attributes_from_client(
        self,
        *,
        attributes: list[PlainAttribute] | None | Unset = UNSET,
        publisher_project_id: int | None | Unset = UNSET,
        removing_keys: list[str] | None | Unset = UNSET,
        timeout: Timeout | Unset = UNSET,
    ) -> None:
        """Change attributes in the name of a user

        Nothing is changed where one attribute is refused, as one is that a client may not change.

        Args:
            attributes: The attributes to create or to change. No two may have the same key.
            publisher_project_id: The game whose attributes are changed. Left out or 0, those that are common
                to all games.
            removing_keys: The attributes to remove. One that is not there is passed over, and one that the
                same update writes is kept.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        await update_users_attributes_from_client.asyncio(
            client=self._client,
            body=ClientAttributeUpdate(
                attributes=attributes, publisher_project_id=publisher_project_id, removing_keys=removing_keys
            ),
            timeout=timeout,
        )

    async def create_code_for_linking_accounts(self, *, timeout: Timeout | Unset = UNSET) -> LinkingCode:
        """Get a code to link an account at a gaming platform by

        The code names the user to `link-accounts-by-code`, once. A new one takes the place of the one
        before.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
        """
        return await create_code_for_linking_accounts.asyncio(client=self._client, timeout=timeout)


__all__ = ["AccountApi", "AsyncAccountApi"]
