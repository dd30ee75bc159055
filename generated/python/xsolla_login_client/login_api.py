"""The calls of the SDK: `LoginApi`, and `AsyncLoginApi` whose calls are awaited.

with LoginApi("4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10") as api:
    result = api.login(username="demo", password="password123")
    api.complete(result.login_url)
    print(api.account.get_user_details())
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from ssl import SSLContext
from typing import Any, Literal
from uuid import UUID

from xsolla_login_client.account_api import AccountApi, AsyncAccountApi
from xsolla_login_client.facade.cancel_token import CancelToken
from xsolla_login_client.facade.confirmation import ConfirmationRequired, Redirect
from xsolla_login_client.facade.connection import Connection
from xsolla_login_client.facade.login import AwaitedLogin, BlockingLogin
from xsolla_login_client.login_requests import CaptchaData, LoginRequests
from xsolla_login_client.login_server_api import AsyncLoginServerApi, LoginServerApi
from xsolla_login_client.models.ask_field import AskField
from xsolla_login_client.models.code_requested import CodeRequested
from xsolla_login_client.models.confirmation_code import ConfirmationCode
from xsolla_login_client.models.consent_answer import ConsentAnswer
from xsolla_login_client.models.continuation_url import ContinuationUrl
from xsolla_login_client.models.login_result import LoginResult
from xsolla_login_client.models.registration_result import RegistrationResult
from xsolla_login_client.models.social_url import SocialUrl
from xsolla_login_client.models.sso_code import SsoCode
from xsolla_login_client.models.widget_settings import WidgetSettings
from xsolla_login_client.retries import Retries
from xsolla_login_client.server import BASE_URL
from xsolla_login_client.tokens import Tokens
from xsolla_login_client.types import UNSET, Timeout, Unset


class LoginApi(BlockingLogin):
    """The calls of the widget SDK; `account` has those for who is logged in.

    Close it, or use it in a `with` block. It may be shared by threads. Calls raise `LoginError` and
    what is derived of it, of `xsolla_login_client.errors`; wrong arguments are a `ValueError`.

    Args:
        project_id: Id of the Login project.
        full_locale: Language and region as `<language>_<COUNTRY>`: the language of messages, and the
            order of the social networks.
        callback_url: Where users land after a login or a registration.
        email_template: The project in whose name mails are sent.
        payload: Text of the caller's own, which comes back in the user's token.
        with_logout: Whether a login ends the earlier tokens of the user.
        client_id: Id of the OAuth 2.0 client.
        scope: What is asked for beside the login, in OAuth 2.0, with spaces between several: `email`,
            `offline`, `playfab`, or words of the caller's own.
        state: A value that comes back with the code of OAuth 2.0, more than 8 characters.
        redirect_url: Where users land after a login in OAuth 2.0.
        disable_confirm_by_link: Whether messages with a code shall carry no link.
        is_oauth2: Whether calls are those of OAuth 2.0.
        audience: For whom the token of OAuth 2.0 is meant.
        client_secret: of a confidential OAuth 2.0 client, which exchanges codes and renews tokens with
            it.
        tokens: of a login that is still good: `account` goes on with it.
        save: given the tokens of each login that is completed, and the new ones whenever they are
            renewed.
        base_url: the address of the API.
        timeout: the seconds that a call may take.
        retries: which calls are made once more.
        headers: sent with every request.
        verify_ssl: whether the certificate of the server is checked, or by what.
        httpx_args: further arguments of the client of httpx, like `transport`.

    Raises:
        ValueError: a parameter is not what it should be.
    """

    def __init__(
        self,
        project_id: UUID | str,
        *,
        full_locale: str | None = None,
        callback_url: str | None = None,
        email_template: str | None = None,
        payload: str | None = None,
        with_logout: bool = False,
        client_id: int | str | None = None,
        scope: str | None = None,
        state: str | None = None,
        redirect_url: str | None = None,
        disable_confirm_by_link: bool = False,
        is_oauth2: bool = False,
        audience: str | None = None,
        client_secret: str | None = None,
        tokens: Tokens | None = None,
        save: Callable[[Tokens], object] | None = None,
        base_url: str = BASE_URL,
        timeout: Timeout = 5.0,
        retries: Retries | None = None,
        headers: Mapping[str, str] | None = None,
        verify_ssl: str | bool | SSLContext = True,
        httpx_args: Mapping[str, Any] | None = None,
    ) -> None:
        self._requests = LoginRequests(
            project_id=project_id,
            full_locale=full_locale,
            callback_url=callback_url,
            email_template=email_template,
            payload=payload,
            with_logout=with_logout,
            client_id=client_id,
            scope=scope,
            state=state,
            redirect_url=redirect_url,
            disable_confirm_by_link=disable_confirm_by_link,
            is_oauth2=is_oauth2,
            audience=audience,
        )
        super().__init__(
            self._requests.own,
            Connection(
                client_secret=client_secret,
                tokens=tokens,
                save=save,
                base_url=base_url,
                timeout=timeout,
                retries=Retries() if retries is None else retries,
                headers=headers or {},
                verify_ssl=verify_ssl,
                httpx_args=httpx_args or {},
            ),
        )
        #: The calls for who is logged in: first comes `complete`, `use` or `tokens`.
        self.account = AccountApi(self._account)

    def signup(
        self,
        *,
        email: str,
        username: str,
        password: str,
        nickname: str | None = None,
        accept_consent: bool | int | str | None = None,
        promo_email_agreement: bool | int | str | None = None,
        fields: Mapping[str, object] | Sequence[str] | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> None | RegistrationResult:
        """Register a user

        Makes an account with a username, an e-mail address and a password. A project that wants addresses
        confirmed mails a link and answers 204; the password works once the link has been opened. Otherwise
        the user is logged in at once.

        Args:
            email: Unique in the project; upper and lower case are the same.
            username: Unique in the project; upper and lower case are the same.
            password: What the user logs in with beside the name.
            nickname: Same as `fields.nickname`, which wins when both are given.
            accept_consent: Whether the user has agreed to the project's terms.
            promo_email_agreement: Same as `fields.promo_email_agreement`, in game SDKs as `0` or `1`; the
                field wins. Left out, it is `1`.
            fields: Further data about the user, by name. One game SDK sends a list of texts, in which nothing
                has a name; it is accepted and has no effect.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(
            self._requests.signup(
                email=email,
                username=username,
                password=password,
                nickname=nickname,
                accept_consent=accept_consent,
                promo_email_agreement=promo_email_agreement,
                fields=fields,
            ),
            timeout,
        )

    def login(
        self,
        *,
        username: str,
        password: str,
        remember_me: bool | None = None,
        captcha_data: CaptchaData | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> LoginResult:
        """Log in with a password

        Checks the password and answers the Callback URL with a fresh user token. When the project still
        asks the user for something, `ask_fields` says for what, and `token` repeats the token of the URL.

        A wrong password and an unknown user answer alike. That an account is not confirmed is told only to
        somebody who has the right password.

        Args:
            username: Username or e-mail address, in any case.
            password: A password shorter than a new one may be is simply wrong, not invalid.
            remember_me: Passed on to the Callback URL; in OAuth 2.0 it has no effect. Left out, it is
                `false`.
            captcha_data: the result of a captcha, where the project asks for one.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(
            self._requests.login(
                username=username, password=password, remember_me=remember_me, captcha_data=captcha_data
            ),
            timeout,
        )

    def resend_email(self, username: str, *, timeout: Timeout | Unset = UNSET) -> None:
        """Send the confirmation link again

        Mails a fresh confirmation link. The answer is the same for an account that does not exist or is
        confirmed already; no mail leaves then.

        Args:
            username: Username or e-mail address of the account.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        self._send(self._requests.resend_email(username=username), timeout)

    def phone_get_code(
        self,
        *,
        phone_number: str,
        link_url: str | None = None,
        captcha_data: CaptchaData | None = None,
        is_oauth2: bool | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> CodeRequested:
        """Send a code by SMS

        Sends a one-time code that lives for three minutes. With `send_link` the message also carries a
        link; the page that waits in `get-confirmation-code` then learns the code as soon as the link is
        opened. The answer does not tell whether the number belongs to an account.

        Args:
            phone_number: International format, digits after a plus sign.
            link_url: The page that the link ends on; left out, it is the Callback URL. No source says which
                pages are allowed. Here it is those whose origin is that of a Callback URL, a redirect URI or
                an allowed origin of the project, and the vendor's own confirmation page.
            captcha_data: the result of a captcha, where the project asks for one.
            is_oauth2: whether the call is one of OAuth 2.0; left out, as this object was made.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(
            self._requests.phone_get_code(
                phone_number=phone_number, link_url=link_url, captcha_data=captcha_data, is_oauth2=is_oauth2
            ),
            timeout,
        )

    def email_get_code(
        self,
        *,
        email: str,
        link_url: str | None = None,
        captcha_data: CaptchaData | None = None,
        is_oauth2: bool | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> CodeRequested:
        """Send a code by e-mail

        Sends a one-time code that lives for three minutes. With `send_link` the message also carries a
        link; the page that waits in `get-confirmation-code` then learns the code as soon as the link is
        opened. The answer does not tell whether the address belongs to an account.

        Args:
            email: Upper and lower case are the same.
            link_url: The page that the link ends on; left out, it is the Callback URL. No source says which
                pages are allowed. Here it is those whose origin is that of a Callback URL, a redirect URI or
                an allowed origin of the project, and the vendor's own confirmation page.
            captcha_data: the result of a captcha, where the project asks for one.
            is_oauth2: whether the call is one of OAuth 2.0; left out, as this object was made.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(
            self._requests.email_get_code(
                email=email, link_url=link_url, captcha_data=captcha_data, is_oauth2=is_oauth2
            ),
            timeout,
        )

    def get_confirm_code(
        self,
        *,
        login: str,
        operation_id: str,
        cancel_token: CancelToken | None = None,
        timeout: float | None | Unset = UNSET,
    ) -> ConfirmationCode:
        """Wait for the link to be opened

        Holds the request until somebody opens the link of the message, then answers the one-time code.
        After about 20 seconds without that it answers 408; the call may be repeated for as long as the code
        lives. An `operation_id` that is unknown, expired or somebody else's waits and answers just so.

        Args:
            login: The e-mail address or phone number that the message went to, in any case.
            operation_id: Id that the request for the code answered.
            cancel_token: ends the wait from anywhere: the call raises `Cancelled`.
            timeout: seconds to wait, 60 where it is left out; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        request = self._requests.get_confirm_code(login=login, operation_id=operation_id)
        return self._wait(request, timeout, code="010-050", token=cancel_token)

    def login_with_phone_code(
        self,
        *,
        phone_number: str,
        code: str,
        operation_id: str,
        is_oauth2: bool | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> LoginResult:
        """Log in with the code of an SMS

        Completes a login that was started by phone number. A number without an account gets one. A code
        works once, and only together with the number, the project and the `operation_id` it was made for.
        An `operation_id` of a token update attaches the number to the user who asked for it.

        Args:
            phone_number: The number that the code was sent to.
            code: The one-time code of the message, or of `get-confirmation-code`.
            operation_id: Id that the request for the code, or the token update, answered.
            is_oauth2: whether the call is one of OAuth 2.0; left out, as this object was made.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(
            self._requests.login_with_phone_code(
                phone_number=phone_number, code=code, operation_id=operation_id, is_oauth2=is_oauth2
            ),
            timeout,
        )

    def login_with_email_code(
        self,
        *,
        email: str,
        code: str,
        operation_id: str,
        is_oauth2: bool | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> LoginResult:
        """Log in with the code of an e-mail

        Completes a login that was started by e-mail. An address without an account gets one. A code works
        once, and only together with the address, the project and the `operation_id` it was made for. An
        `operation_id` of a token update attaches the address to the user who asked for it.

        Args:
            email: The address that the code was sent to.
            code: The one-time code of the message, or of `get-confirmation-code`.
            operation_id: Id that the request for the code, or the token update, answered.
            is_oauth2: whether the call is one of OAuth 2.0; left out, as this object was made.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(
            self._requests.login_with_email_code(
                email=email, code=code, operation_id=operation_id, is_oauth2=is_oauth2
            ),
            timeout,
        )

    def get_ask_fields(self, token: str, *, timeout: Timeout | Unset = UNSET) -> list[AskField]:
        """List what the project still asks for

        The fields that the project asks of this user and does not have yet, in the order of `step`. Takes
        the token that came with `ask_fields`, or a full user token.

        Args:
            token: The token of the user.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(self._requests.get_ask_fields(token=token), timeout)

    def ask(
        self,
        *,
        fields: Mapping[str, object],
        token: str,
        link_url: str | None = None,
        captcha_data: CaptchaData | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> Redirect | ConfirmationRequired:
        """Answer what the project asks for

        Stores the answers and exchanges the token for a new one. An e-mail address or phone number that has
        to be confirmed is not stored yet: a message with a code leaves, and the answer, still a 200, holds
        an error with the `operation_id` to confirm with. Confirming it attaches the contact to the same
        user and completes the login.

        Args:
            fields: The answers, one text per asked field. An empty object skips what is optional.
            token: The user token, or the token that came with `ask_fields`.
            link_url: The page that the link in the message ends on. Which pages are allowed is the rule of a
                request for a code.
            captcha_data: the result of a captcha, where the project asks for one.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._confirm(
            self._requests.ask(fields=fields, token=token, link_url=link_url, captcha_data=captcha_data),
            timeout,
            codes=("003-011", "003-014"),
        )

    def reset(self, username: str, *, timeout: Timeout | Unset = UNSET) -> None:
        """Ask for a new password

        Mails a link to the project's reset form, with `user_id` and `code` in its query. The answer never
        tells whether the account exists.

        Args:
            username: Username or e-mail address of the account.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        self._send(self._requests.reset(username=username), timeout)

    def set(
        self, *, new_password: str, reset_code: str, user_id: str, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Set the new password

        Replaces the password with the code of the mailed link. The code works once. The old password and
        every earlier token of the user die; no second mail follows.

        Args:
            new_password: What the user logs in with from now on.
            reset_code: Query parameter `code` of the address that the mail leads to.
            user_id: Query parameter `user_id` of the address that the mail leads to.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        self._send(
            self._requests.set(new_password=new_password, reset_code=reset_code, user_id=user_id), timeout
        )

    def check_user_auth_sso(self, *, timeout: Timeout | Unset = UNSET) -> SsoCode:
        """Get a one-time code for whoever is signed in

        Whether the browser is signed in already: by its cookie it gets a code that `generate-jwt`
        exchanges, for any client of the project, once and within a minute. Works for both protocols.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(self._requests.check_user_auth_sso(), timeout)

    def user_auth_sso_with_redirect(
        self, login_url: str | None = None, *, timeout: Timeout | Unset = UNSET
    ) -> str:
        """Take a one-time code for whoever is signed in to the Callback URL

        As `jwt-sso`, for a browser that navigates: the code is in the query parameter `code` of the
        Callback URL. Works for both protocols.

        Args:
            login_url: Where the user lands afterwards. It must equal one of the project's Callback URLs byte
                for byte (otherwise 422 `010-012`), and may be left out when the project has only one
                (otherwise 422 `010-011`).
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(self._requests.user_auth_sso_with_redirect(login_url=login_url), timeout)

    def logout(self, token: str, session: Literal["sso", "all"], *, timeout: Timeout | Unset = UNSET) -> None:
        """Log the user out

        Ends the single sign-on of the user everywhere, and with `all` every access and refresh token too.
        Works for both protocols.

        Args:
            token: The token of the user.
            session: What ends. Missing or misspelled, nothing does.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        self._send(self._requests.logout(token=token, session=session), timeout)

    def clear_sso(self, *, timeout: Timeout | Unset = UNSET) -> None:
        """Forget who is signed in on this device

        Ends the single sign-on of this browser and takes its cookie away. Other devices and all tokens go
        on working. The answer is the same when nobody was signed in. Works for both protocols.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        self._send(self._requests.clear_sso(), timeout)

    def push_confirm_code(
        self,
        *,
        state: str,
        action: str | None = None,
        link_url: str | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> None | str:
        """Open the link of a message

        The address in a message with a link. It completes the waiting `get-confirmation-code`. With
        `action=open`, as the messages have it, the browser is redirected to the page that the request for
        the code named; the redirect carries neither code nor token.

        Args:
            state: The secret of the link.
            action: The value `open` redirects the browser. Any other value, and none, answers 204.
            link_url: Where `action=open` leads instead of the stored page. Which pages are allowed is the
                rule of a request for a code.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(
            self._requests.push_confirm_code(state=state, action=action, link_url=link_url), timeout
        )

    def get_social_link(self, social_provider: str, *, timeout: Timeout | Unset = UNSET) -> SocialUrl:
        """Get the address of a social network's login

        The address of the social network's page, for a browser window. From there the user comes back to
        the Callback URL with `token`, or, when it does not work out, with `error_code` and
        `error_description`.

        Args:
            social_provider: Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
                `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
                `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
                `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and
                `youtube`. One that the project does not offer is 404 `003-061`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(self._requests.get_social_link(social_provider=social_provider), timeout)

    def one_tap_login(
        self, access_token: str, provider_name: str, *, timeout: Timeout | Unset = UNSET
    ) -> LoginResult:
        """Log in with the credential of a one-tap prompt

        For pages that show the prompt of a social network. An identity without an account gets one.

        Args:
            access_token: The credential that the prompt of the social network answered.
            provider_name: Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
                `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
                `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
                `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and
                `youtube`. One that the project does not offer is 404 `003-061`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(
            self._requests.one_tap_login(access_token=access_token, provider_name=provider_name), timeout
        )

    def agreement(
        self,
        *,
        token: str,
        is_accepted: bool | None,
        consent_id: str | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> ContinuationUrl:
        """Answer whether the user agrees to the terms

        After a social login, for projects with terms to agree to. Agreement is stored, and null leaves
        everything as it is; either way the user goes on with the token. A refusal ends the token, and the
        address then carries `error_code` `010-026` and `error_description` in its place. A token of a login
        that led to no address, such as that of `jwt-auth-by-username-and-password`, is not good for it.

        Args:
            token: The user token of the social login.
            is_accepted: Whether the user agrees to the project's terms; null when the question was not put.
            consent_id: Id of the text that the user was shown.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(
            self._requests.agreement(token=token, is_accepted=is_accepted, consent_id=consent_id), timeout
        )

    def otp_login(
        self,
        *,
        code: str,
        challenge_id: str,
        remember_me: bool | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> ContinuationUrl:
        """Complete a login with the second factor

        Where a project asks for a second factor, a login with the right password answers a `login_url` that
        leads to the page for it, with `challenge_id` in the query; a code is on its way by then. This call
        takes the code and answers where the login would have led.

        Args:
            code: The one-time code of the message.
            challenge_id: Query parameter of the address that the login answered.
            remember_me: Passed on to the address that the login leads to.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(
            self._requests.otp_login(code=code, challenge_id=challenge_id, remember_me=remember_me), timeout
        )

    def otp_resend_code(self, *, challenge_id: str, timeout: Timeout | Unset = UNSET) -> None:
        """Send the code of the second factor again

        Sends a new code; the old one dies.

        Args:
            challenge_id: Query parameter of the address that the login answered.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        self._send(self._requests.otp_resend_code(challenge_id=challenge_id), timeout)

    def oauth2_auth(
        self, *, code_challenge: str | None = None, code_challenge_method: str | None = None
    ) -> str:
        """Sign in on the hosted page

        The authorization endpoint of OAuth 2.0, for browsers. Somebody who is signed in already goes
        straight on to the redirect URI with `code` and `state`; everybody else comes to the hosted sign-in
        page first.

        What is wrong with the request is told to the redirect URI (`error`, `error_description`, `state`,
        as in RFC 6749, and `error_code` where a parameter has one) when the client and the redirect URI are
        known, and on a plain page otherwise, because nobody may be sent to an address that is not
        registered. A proof key (RFC 7636) is taken with the method `S256` only.

        Args:
            code_challenge: The proof key: SHA-256 of the `code_verifier` that `generate-jwt` will get, in
                base64url without padding. Another length or alphabet is the error `invalid_request`.
            code_challenge_method: Is `S256`. With a `code_challenge`, anything else and nothing at all are
                the error `invalid_request`.

        Raises:
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._own.address(
            self._connection.base_url,
            self._requests.oauth2_auth(
                code_challenge=code_challenge, code_challenge_method=code_challenge_method
            ),
        )

    def oauth2_consent_validate(self, token: str, *, timeout: Timeout | Unset = UNSET) -> ConsentAnswer:
        """Read what the user has agreed to

        Whether the user lets a client have these scopes. A scope that nobody was asked about counts as
        refused.

        Args:
            token: The token of the user.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._send(self._requests.oauth2_consent_validate(token=token), timeout)

    def oauth2_post_consent(
        self, token: str, approval: bool | None = None, *, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Store what the user agrees to

        Stores whether the user lets a client have the scopes that were shown. A later decision about a
        scope replaces an earlier one.

        Args:
            token: The token of the user.
            approval: Whether the user agrees. Nobody agrees by saying nothing. Left out, it is `false`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        self._send(self._requests.oauth2_post_consent(token=token, approval=approval), timeout)

    def fetch_config(self, *, timeout: Timeout | Unset = UNSET) -> WidgetSettings:
        """Read what a login form needs to know

        The project's settings for a login form. Nothing is checked but the project and the client: the
        addresses go into links, and a wrong one is refused there. The SDK reads them in `fetchConfig()` and
        asks for links in messages only after that.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        answer = self._send(self._requests.fetch_config(), timeout)
        self._own.link_setting = answer.enable_magic_link
        return answer


class AsyncLoginApi(AwaitedLogin):
    """The calls of the widget SDK, awaited; `account` has those for who is logged in.

    Close it, or use it in a `async with` block. It may be shared by the tasks of one event loop. Calls
    raise `LoginError` and what is derived of it, of `xsolla_login_client.errors`; wrong arguments are a
    `ValueError`.

    Args:
        project_id: Id of the Login project.
        full_locale: Language and region as `<language>_<COUNTRY>`: the language of messages, and the
            order of the social networks.
        callback_url: Where users land after a login or a registration.
        email_template: The project in whose name mails are sent.
        payload: Text of the caller's own, which comes back in the user's token.
        with_logout: Whether a login ends the earlier tokens of the user.
        client_id: Id of the OAuth 2.0 client.
        scope: What is asked for beside the login, in OAuth 2.0, with spaces between several: `email`,
            `offline`, `playfab`, or words of the caller's own.
        state: A value that comes back with the code of OAuth 2.0, more than 8 characters.
        redirect_url: Where users land after a login in OAuth 2.0.
        disable_confirm_by_link: Whether messages with a code shall carry no link.
        is_oauth2: Whether calls are those of OAuth 2.0.
        audience: For whom the token of OAuth 2.0 is meant.
        client_secret: of a confidential OAuth 2.0 client, which exchanges codes and renews tokens with
            it.
        tokens: of a login that is still good: `account` goes on with it.
        save: given the tokens of each login that is completed, and the new ones whenever they are
            renewed.
        base_url: the address of the API.
        timeout: the seconds that a call may take.
        retries: which calls are made once more.
        headers: sent with every request.
        verify_ssl: whether the certificate of the server is checked, or by what.
        httpx_args: further arguments of the client of httpx, like `transport`.

    Raises:
        ValueError: a parameter is not what it should be.
    """

    def __init__(
        self,
        project_id: UUID | str,
        *,
        full_locale: str | None = None,
        callback_url: str | None = None,
        email_template: str | None = None,
        payload: str | None = None,
        with_logout: bool = False,
        client_id: int | str | None = None,
        scope: str | None = None,
        state: str | None = None,
        redirect_url: str | None = None,
        disable_confirm_by_link: bool = False,
        is_oauth2: bool = False,
        audience: str | None = None,
        client_secret: str | None = None,
        tokens: Tokens | None = None,
        save: Callable[[Tokens], object] | None = None,
        base_url: str = BASE_URL,
        timeout: Timeout = 5.0,
        retries: Retries | None = None,
        headers: Mapping[str, str] | None = None,
        verify_ssl: str | bool | SSLContext = True,
        httpx_args: Mapping[str, Any] | None = None,
    ) -> None:
        self._requests = LoginRequests(
            project_id=project_id,
            full_locale=full_locale,
            callback_url=callback_url,
            email_template=email_template,
            payload=payload,
            with_logout=with_logout,
            client_id=client_id,
            scope=scope,
            state=state,
            redirect_url=redirect_url,
            disable_confirm_by_link=disable_confirm_by_link,
            is_oauth2=is_oauth2,
            audience=audience,
        )
        super().__init__(
            self._requests.own,
            Connection(
                client_secret=client_secret,
                tokens=tokens,
                save=save,
                base_url=base_url,
                timeout=timeout,
                retries=Retries() if retries is None else retries,
                headers=headers or {},
                verify_ssl=verify_ssl,
                httpx_args=httpx_args or {},
            ),
        )
        #: The calls for who is logged in: first comes `complete`, `use` or `tokens`.
        self.account = AsyncAccountApi(self._account)

    async def signup(
        self,
        *,
        email: str,
        username: str,
        password: str,
        nickname: str | None = None,
        accept_consent: bool | int | str | None = None,
        promo_email_agreement: bool | int | str | None = None,
        fields: Mapping[str, object] | Sequence[str] | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> None | RegistrationResult:
        """Register a user

        Makes an account with a username, an e-mail address and a password. A project that wants addresses
        confirmed mails a link and answers 204; the password works once the link has been opened. Otherwise
        the user is logged in at once.

        Args:
            email: Unique in the project; upper and lower case are the same.
            username: Unique in the project; upper and lower case are the same.
            password: What the user logs in with beside the name.
            nickname: Same as `fields.nickname`, which wins when both are given.
            accept_consent: Whether the user has agreed to the project's terms.
            promo_email_agreement: Same as `fields.promo_email_agreement`, in game SDKs as `0` or `1`; the
                field wins. Left out, it is `1`.
            fields: Further data about the user, by name. One game SDK sends a list of texts, in which nothing
                has a name; it is accepted and has no effect.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(
            self._requests.signup(
                email=email,
                username=username,
                password=password,
                nickname=nickname,
                accept_consent=accept_consent,
                promo_email_agreement=promo_email_agreement,
                fields=fields,
            ),
            timeout,
        )

    async def login(
        self,
        *,
        username: str,
        password: str,
        remember_me: bool | None = None,
        captcha_data: CaptchaData | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> LoginResult:
        """Log in with a password

        Checks the password and answers the Callback URL with a fresh user token. When the project still
        asks the user for something, `ask_fields` says for what, and `token` repeats the token of the URL.

        A wrong password and an unknown user answer alike. That an account is not confirmed is told only to
        somebody who has the right password.

        Args:
            username: Username or e-mail address, in any case.
            password: A password shorter than a new one may be is simply wrong, not invalid.
            remember_me: Passed on to the Callback URL; in OAuth 2.0 it has no effect. Left out, it is
                `false`.
            captcha_data: the result of a captcha, where the project asks for one.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(
            self._requests.login(
                username=username, password=password, remember_me=remember_me, captcha_data=captcha_data
            ),
            timeout,
        )

    async def resend_email(self, username: str, *, timeout: Timeout | Unset = UNSET) -> None:
        """Send the confirmation link again

        Mails a fresh confirmation link. The answer is the same for an account that does not exist or is
        confirmed already; no mail leaves then.

        Args:
            username: Username or e-mail address of the account.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        await self._send(self._requests.resend_email(username=username), timeout)

    async def phone_get_code(
        self,
        *,
        phone_number: str,
        link_url: str | None = None,
        captcha_data: CaptchaData | None = None,
        is_oauth2: bool | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> CodeRequested:
        """Send a code by SMS

        Sends a one-time code that lives for three minutes. With `send_link` the message also carries a
        link; the page that waits in `get-confirmation-code` then learns the code as soon as the link is
        opened. The answer does not tell whether the number belongs to an account.

        Args:
            phone_number: International format, digits after a plus sign.
            link_url: The page that the link ends on; left out, it is the Callback URL. No source says which
                pages are allowed. Here it is those whose origin is that of a Callback URL, a redirect URI or
                an allowed origin of the project, and the vendor's own confirmation page.
            captcha_data: the result of a captcha, where the project asks for one.
            is_oauth2: whether the call is one of OAuth 2.0; left out, as this object was made.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(
            self._requests.phone_get_code(
                phone_number=phone_number, link_url=link_url, captcha_data=captcha_data, is_oauth2=is_oauth2
            ),
            timeout,
        )

    async def email_get_code(
        self,
        *,
        email: str,
        link_url: str | None = None,
        captcha_data: CaptchaData | None = None,
        is_oauth2: bool | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> CodeRequested:
        """Send a code by e-mail

        Sends a one-time code that lives for three minutes. With `send_link` the message also carries a
        link; the page that waits in `get-confirmation-code` then learns the code as soon as the link is
        opened. The answer does not tell whether the address belongs to an account.

        Args:
            email: Upper and lower case are the same.
            link_url: The page that the link ends on; left out, it is the Callback URL. No source says which
                pages are allowed. Here it is those whose origin is that of a Callback URL, a redirect URI or
                an allowed origin of the project, and the vendor's own confirmation page.
            captcha_data: the result of a captcha, where the project asks for one.
            is_oauth2: whether the call is one of OAuth 2.0; left out, as this object was made.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(
            self._requests.email_get_code(
                email=email, link_url=link_url, captcha_data=captcha_data, is_oauth2=is_oauth2
            ),
            timeout,
        )

    async def get_confirm_code(
        self,
        *,
        login: str,
        operation_id: str,
        cancel_token: CancelToken | None = None,
        timeout: float | None | Unset = UNSET,
    ) -> ConfirmationCode:
        """Wait for the link to be opened

        Holds the request until somebody opens the link of the message, then answers the one-time code.
        After about 20 seconds without that it answers 408; the call may be repeated for as long as the code
        lives. An `operation_id` that is unknown, expired or somebody else's waits and answers just so.

        Args:
            login: The e-mail address or phone number that the message went to, in any case.
            operation_id: Id that the request for the code answered.
            cancel_token: ends the wait from anywhere: the call raises `Cancelled`.
            timeout: seconds to wait, 60 where it is left out; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        request = self._requests.get_confirm_code(login=login, operation_id=operation_id)
        return await self._wait(request, timeout, code="010-050", token=cancel_token)

    async def login_with_phone_code(
        self,
        *,
        phone_number: str,
        code: str,
        operation_id: str,
        is_oauth2: bool | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> LoginResult:
        """Log in with the code of an SMS

        Completes a login that was started by phone number. A number without an account gets one. A code
        works once, and only together with the number, the project and the `operation_id` it was made for.
        An `operation_id` of a token update attaches the number to the user who asked for it.

        Args:
            phone_number: The number that the code was sent to.
            code: The one-time code of the message, or of `get-confirmation-code`.
            operation_id: Id that the request for the code, or the token update, answered.
            is_oauth2: whether the call is one of OAuth 2.0; left out, as this object was made.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(
            self._requests.login_with_phone_code(
                phone_number=phone_number, code=code, operation_id=operation_id, is_oauth2=is_oauth2
            ),
            timeout,
        )

    async def login_with_email_code(
        self,
        *,
        email: str,
        code: str,
        operation_id: str,
        is_oauth2: bool | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> LoginResult:
        """Log in with the code of an e-mail

        Completes a login that was started by e-mail. An address without an account gets one. A code works
        once, and only together with the address, the project and the `operation_id` it was made for. An
        `operation_id` of a token update attaches the address to the user who asked for it.

        Args:
            email: The address that the code was sent to.
            code: The one-time code of the message, or of `get-confirmation-code`.
            operation_id: Id that the request for the code, or the token update, answered.
            is_oauth2: whether the call is one of OAuth 2.0; left out, as this object was made.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(
            self._requests.login_with_email_code(
                email=email, code=code, operation_id=operation_id, is_oauth2=is_oauth2
            ),
            timeout,
        )

    async def get_ask_fields(self, token: str, *, timeout: Timeout | Unset = UNSET) -> list[AskField]:
        """List what the project still asks for

        The fields that the project asks of this user and does not have yet, in the order of `step`. Takes
        the token that came with `ask_fields`, or a full user token.

        Args:
            token: The token of the user.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(self._requests.get_ask_fields(token=token), timeout)

    async def ask(
        self,
        *,
        fields: Mapping[str, object],
        token: str,
        link_url: str | None = None,
        captcha_data: CaptchaData | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> Redirect | ConfirmationRequired:
        """Answer what the project asks for

        Stores the answers and exchanges the token for a new one. An e-mail address or phone number that has
        to be confirmed is not stored yet: a message with a code leaves, and the answer, still a 200, holds
        an error with the `operation_id` to confirm with. Confirming it attaches the contact to the same
        user and completes the login.

        Args:
            fields: The answers, one text per asked field. An empty object skips what is optional.
            token: The user token, or the token that came with `ask_fields`.
            link_url: The page that the link in the message ends on. Which pages are allowed is the rule of a
                request for a code.
            captcha_data: the result of a captcha, where the project asks for one.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._confirm(
            self._requests.ask(fields=fields, token=token, link_url=link_url, captcha_data=captcha_data),
            timeout,
            codes=("003-011", "003-014"),
        )

    async def reset(self, username: str, *, timeout: Timeout | Unset = UNSET) -> None:
        """Ask for a new password

        Mails a link to the project's reset form, with `user_id` and `code` in its query. The answer never
        tells whether the account exists.

        Args:
            username: Username or e-mail address of the account.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        await self._send(self._requests.reset(username=username), timeout)

    async def set(
        self, *, new_password: str, reset_code: str, user_id: str, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Set the new password

        Replaces the password with the code of the mailed link. The code works once. The old password and
        every earlier token of the user die; no second mail follows.

        Args:
            new_password: What the user logs in with from now on.
            reset_code: Query parameter `code` of the address that the mail leads to.
            user_id: Query parameter `user_id` of the address that the mail leads to.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        await self._send(
            self._requests.set(new_password=new_password, reset_code=reset_code, user_id=user_id), timeout
        )

    async def check_user_auth_sso(self, *, timeout: Timeout | Unset = UNSET) -> SsoCode:
        """Get a one-time code for whoever is signed in

        Whether the browser is signed in already: by its cookie it gets a code that `generate-jwt`
        exchanges, for any client of the project, once and within a minute. Works for both protocols.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(self._requests.check_user_auth_sso(), timeout)

    async def user_auth_sso_with_redirect(
        self, login_url: str | None = None, *, timeout: Timeout | Unset = UNSET
    ) -> str:
        """Take a one-time code for whoever is signed in to the Callback URL

        As `jwt-sso`, for a browser that navigates: the code is in the query parameter `code` of the
        Callback URL. Works for both protocols.

        Args:
            login_url: Where the user lands afterwards. It must equal one of the project's Callback URLs byte
                for byte (otherwise 422 `010-012`), and may be left out when the project has only one
                (otherwise 422 `010-011`).
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(self._requests.user_auth_sso_with_redirect(login_url=login_url), timeout)

    async def logout(
        self, token: str, session: Literal["sso", "all"], *, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Log the user out

        Ends the single sign-on of the user everywhere, and with `all` every access and refresh token too.
        Works for both protocols.

        Args:
            token: The token of the user.
            session: What ends. Missing or misspelled, nothing does.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        await self._send(self._requests.logout(token=token, session=session), timeout)

    async def clear_sso(self, *, timeout: Timeout | Unset = UNSET) -> None:
        """Forget who is signed in on this device

        Ends the single sign-on of this browser and takes its cookie away. Other devices and all tokens go
        on working. The answer is the same when nobody was signed in. Works for both protocols.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        await self._send(self._requests.clear_sso(), timeout)

    async def push_confirm_code(
        self,
        *,
        state: str,
        action: str | None = None,
        link_url: str | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> None | str:
        """Open the link of a message

        The address in a message with a link. It completes the waiting `get-confirmation-code`. With
        `action=open`, as the messages have it, the browser is redirected to the page that the request for
        the code named; the redirect carries neither code nor token.

        Args:
            state: The secret of the link.
            action: The value `open` redirects the browser. Any other value, and none, answers 204.
            link_url: Where `action=open` leads instead of the stored page. Which pages are allowed is the
                rule of a request for a code.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(
            self._requests.push_confirm_code(state=state, action=action, link_url=link_url), timeout
        )

    async def get_social_link(self, social_provider: str, *, timeout: Timeout | Unset = UNSET) -> SocialUrl:
        """Get the address of a social network's login

        The address of the social network's page, for a browser window. From there the user comes back to
        the Callback URL with `token`, or, when it does not work out, with `error_code` and
        `error_description`.

        Args:
            social_provider: Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
                `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
                `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
                `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and
                `youtube`. One that the project does not offer is 404 `003-061`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(self._requests.get_social_link(social_provider=social_provider), timeout)

    async def one_tap_login(
        self, access_token: str, provider_name: str, *, timeout: Timeout | Unset = UNSET
    ) -> LoginResult:
        """Log in with the credential of a one-tap prompt

        For pages that show the prompt of a social network. An identity without an account gets one.

        Args:
            access_token: The credential that the prompt of the social network answered.
            provider_name: Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
                `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
                `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
                `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and
                `youtube`. One that the project does not offer is 404 `003-061`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(
            self._requests.one_tap_login(access_token=access_token, provider_name=provider_name), timeout
        )

    async def agreement(
        self,
        *,
        token: str,
        is_accepted: bool | None,
        consent_id: str | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> ContinuationUrl:
        """Answer whether the user agrees to the terms

        After a social login, for projects with terms to agree to. Agreement is stored, and null leaves
        everything as it is; either way the user goes on with the token. A refusal ends the token, and the
        address then carries `error_code` `010-026` and `error_description` in its place. A token of a login
        that led to no address, such as that of `jwt-auth-by-username-and-password`, is not good for it.

        Args:
            token: The user token of the social login.
            is_accepted: Whether the user agrees to the project's terms; null when the question was not put.
            consent_id: Id of the text that the user was shown.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(
            self._requests.agreement(token=token, is_accepted=is_accepted, consent_id=consent_id), timeout
        )

    async def otp_login(
        self,
        *,
        code: str,
        challenge_id: str,
        remember_me: bool | None = None,
        timeout: Timeout | Unset = UNSET,
    ) -> ContinuationUrl:
        """Complete a login with the second factor

        Where a project asks for a second factor, a login with the right password answers a `login_url` that
        leads to the page for it, with `challenge_id` in the query; a code is on its way by then. This call
        takes the code and answers where the login would have led.

        Args:
            code: The one-time code of the message.
            challenge_id: Query parameter of the address that the login answered.
            remember_me: Passed on to the address that the login leads to.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(
            self._requests.otp_login(code=code, challenge_id=challenge_id, remember_me=remember_me), timeout
        )

    async def otp_resend_code(self, *, challenge_id: str, timeout: Timeout | Unset = UNSET) -> None:
        """Send the code of the second factor again

        Sends a new code; the old one dies.

        Args:
            challenge_id: Query parameter of the address that the login answered.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        await self._send(self._requests.otp_resend_code(challenge_id=challenge_id), timeout)

    def oauth2_auth(
        self, *, code_challenge: str | None = None, code_challenge_method: str | None = None
    ) -> str:
        """Sign in on the hosted page

        The authorization endpoint of OAuth 2.0, for browsers. Somebody who is signed in already goes
        straight on to the redirect URI with `code` and `state`; everybody else comes to the hosted sign-in
        page first.

        What is wrong with the request is told to the redirect URI (`error`, `error_description`, `state`,
        as in RFC 6749, and `error_code` where a parameter has one) when the client and the redirect URI are
        known, and on a plain page otherwise, because nobody may be sent to an address that is not
        registered. A proof key (RFC 7636) is taken with the method `S256` only.

        Args:
            code_challenge: The proof key: SHA-256 of the `code_verifier` that `generate-jwt` will get, in
                base64url without padding. Another length or alphabet is the error `invalid_request`.
            code_challenge_method: Is `S256`. With a `code_challenge`, anything else and nothing at all are
                the error `invalid_request`.

        Raises:
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return self._own.address(
            self._connection.base_url,
            self._requests.oauth2_auth(
                code_challenge=code_challenge, code_challenge_method=code_challenge_method
            ),
        )

    async def oauth2_consent_validate(self, token: str, *, timeout: Timeout | Unset = UNSET) -> ConsentAnswer:
        """Read what the user has agreed to

        Whether the user lets a client have these scopes. A scope that nobody was asked about counts as
        refused.

        Args:
            token: The token of the user.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        return await self._send(self._requests.oauth2_consent_validate(token=token), timeout)

    async def oauth2_post_consent(
        self, token: str, approval: bool | None = None, *, timeout: Timeout | Unset = UNSET
    ) -> None:
        """Store what the user agrees to

        Stores whether the user lets a client have the scopes that were shown. A later decision about a
        scope replaces an earlier one.

        Args:
            token: The token of the user.
            approval: Whether the user agrees. Nobody agrees by saying nothing. Left out, it is `false`.
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        await self._send(self._requests.oauth2_post_consent(token=token, approval=approval), timeout)

    async def fetch_config(self, *, timeout: Timeout | Unset = UNSET) -> WidgetSettings:
        """Read what a login form needs to know

        The project's settings for a login form. Nothing is checked but the project and the client: the
        addresses go into links, and a wrong one is refused there. The SDK reads them in `fetchConfig()` and
        asks for links in messages only after that.

        Args:
            timeout: seconds for this call, instead of the client's; None waits for ever.

        Raises:
            LoginError: the server refused or did not answer as it should; each documented code has a class.
            ValueError: an argument is wrong, or this object was made without something that the call needs.
        """
        answer = await self._send(self._requests.fetch_config(), timeout)
        self._own.link_setting = answer.enable_magic_link
        return answer


__all__ = [
    "AsyncLoginApi",
    "AsyncLoginServerApi",
    "CancelToken",
    "CaptchaData",
    "ConfirmationRequired",
    "LoginApi",
    "LoginServerApi",
    "Redirect",
]
