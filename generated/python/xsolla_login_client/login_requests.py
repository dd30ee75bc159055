"""How the requests of the SDK's calls are written; `LoginApi` and `AsyncLoginApi` send them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal
from uuid import UUID

from attrs import field, frozen

from xsolla_login_client.api.ask_fields import get_ask_fields, update_token
from xsolla_login_client.api.confirmation import get_confirmation_code, push_confirmation_code
from xsolla_login_client.api.oauth2_login import (
    oauth_20_auth_by_username_and_password,
    oauth_20_complete_auth_by_email,
    oauth_20_complete_auth_by_phone_number,
    oauth_20_register_new_user,
    oauth_20_resend_account_confirmation_email,
    oauth_20_start_auth_by_email,
    oauth_20_start_auth_by_phone_number,
    oauth_20_user_ask,
)
from xsolla_login_client.api.password import (
    auth_by_username_and_password,
    confirm_password_reset,
    reset_password,
)
from xsolla_login_client.api.passwordless import (
    jwt_complete_auth_by_email,
    jwt_complete_auth_by_phone_number,
    jwt_start_auth_by_email,
    jwt_start_auth_by_phone_number,
)
from xsolla_login_client.api.registration import jwt_register_new_user, jwt_resend_account_confirmation_email
from xsolla_login_client.api.social import (
    jwt_get_link_for_social_auth,
    oauth_20_get_link_for_social_auth,
    oauth_20_one_tap_complete,
    one_tap_complete,
    social_consent,
)
from xsolla_login_client.api.sso import (
    clear_sso_cookie,
    jwt_sso,
    jwt_sso_redirect,
    log_user_out,
    oauth2_authorize,
    oauth2_check_consent,
    oauth2_save_consent,
)
from xsolla_login_client.api.two_factor import otp_resend, otp_validate
from xsolla_login_client.api.widget import widget_settings
from xsolla_login_client.facade import initialisation
from xsolla_login_client.facade.initialisation import Initialisation
from xsolla_login_client.facade.route import Prepared, Route
from xsolla_login_client.models.ask_field import AskField
from xsolla_login_client.models.code_requested import CodeRequested
from xsolla_login_client.models.confirmation_code import ConfirmationCode
from xsolla_login_client.models.confirmation_required import ConfirmationRequired
from xsolla_login_client.models.consent_answer import ConsentAnswer
from xsolla_login_client.models.continuation_url import ContinuationUrl
from xsolla_login_client.models.login_result import LoginResult
from xsolla_login_client.models.redirect_url import RedirectUrl
from xsolla_login_client.models.registration_result import RegistrationResult
from xsolla_login_client.models.social_url import SocialUrl
from xsolla_login_client.models.sso_code import SsoCode
from xsolla_login_client.models.widget_settings import WidgetSettings
from xsolla_login_client.pkce import new_state

_JWT_REGISTER_NEW_USER: Route[None | RegistrationResult] = Route(
    operation=jwt_register_new_user.OPERATION,
    parse=jwt_register_new_user._parse_response,
    method="post",
    path="/user",
    query=("projectId", "locale", "login_url", "email_template", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_OAUTH_20_REGISTER_NEW_USER: Route[None | RegistrationResult] = Route(
    operation=oauth_20_register_new_user.OPERATION,
    parse=oauth_20_register_new_user._parse_response,
    method="post",
    path="/oauth2/user",
    query=(
        "projectId",
        "locale",
        "login_url",
        "email_template",
        "payload",
        "with_logout",
        "client_id",
        "scope",
        "state",
        "redirect_uri",
    ),
    fixed={"response_type": "code"},
    needed={"client_id": "client_id", "state": "state"},
)
_AUTH_BY_USERNAME_AND_PASSWORD: Route[LoginResult] = Route(
    operation=auth_by_username_and_password.OPERATION,
    parse=auth_by_username_and_password._parse_response,
    method="post",
    path="/login",
    query=("projectId", "locale", "login_url", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_OAUTH_20_AUTH_BY_USERNAME_AND_PASSWORD: Route[LoginResult] = Route(
    operation=oauth_20_auth_by_username_and_password.OPERATION,
    parse=oauth_20_auth_by_username_and_password._parse_response,
    method="post",
    path="/oauth2/login",
    query=(
        "projectId",
        "locale",
        "login_url",
        "payload",
        "with_logout",
        "client_id",
        "scope",
        "state",
        "redirect_uri",
    ),
    fixed={"response_type": "code"},
    needed={"client_id": "client_id", "state": "state"},
)
_JWT_RESEND_ACCOUNT_CONFIRMATION_EMAIL: Route[None] = Route(
    operation=jwt_resend_account_confirmation_email.OPERATION,
    parse=jwt_resend_account_confirmation_email._parse_response,
    method="post",
    path="/user/resend_confirmation_link",
    query=("projectId", "locale", "login_url", "email_template", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_OAUTH_20_RESEND_ACCOUNT_CONFIRMATION_EMAIL: Route[None] = Route(
    operation=oauth_20_resend_account_confirmation_email.OPERATION,
    parse=oauth_20_resend_account_confirmation_email._parse_response,
    method="post",
    path="/oauth2/user/resend_confirmation_link",
    query=(
        "projectId",
        "locale",
        "login_url",
        "email_template",
        "payload",
        "with_logout",
        "client_id",
        "scope",
        "state",
        "redirect_uri",
    ),
    fixed={"response_type": "code"},
    needed={"client_id": "client_id"},
)
_JWT_START_AUTH_BY_PHONE_NUMBER: Route[CodeRequested] = Route(
    operation=jwt_start_auth_by_phone_number.OPERATION,
    parse=jwt_start_auth_by_phone_number._parse_response,
    method="post",
    path="/login/phone/request",
    query=("projectId", "locale", "login_url", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_OAUTH_20_START_AUTH_BY_PHONE_NUMBER: Route[CodeRequested] = Route(
    operation=oauth_20_start_auth_by_phone_number.OPERATION,
    parse=oauth_20_start_auth_by_phone_number._parse_response,
    method="post",
    path="/oauth2/login/phone/request",
    query=(
        "projectId",
        "locale",
        "login_url",
        "payload",
        "with_logout",
        "client_id",
        "scope",
        "state",
        "redirect_uri",
    ),
    fixed={"response_type": "code"},
    needed={"client_id": "client_id", "state": "state"},
)
_JWT_START_AUTH_BY_EMAIL: Route[CodeRequested] = Route(
    operation=jwt_start_auth_by_email.OPERATION,
    parse=jwt_start_auth_by_email._parse_response,
    method="post",
    path="/login/email/request",
    query=("projectId", "locale", "login_url", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_OAUTH_20_START_AUTH_BY_EMAIL: Route[CodeRequested] = Route(
    operation=oauth_20_start_auth_by_email.OPERATION,
    parse=oauth_20_start_auth_by_email._parse_response,
    method="post",
    path="/oauth2/login/email/request",
    query=(
        "projectId",
        "locale",
        "login_url",
        "payload",
        "with_logout",
        "client_id",
        "scope",
        "state",
        "redirect_uri",
    ),
    fixed={"response_type": "code"},
    needed={"client_id": "client_id", "state": "state"},
)
_GET_CONFIRMATION_CODE: Route[ConfirmationCode] = Route(
    operation=get_confirmation_code.OPERATION,
    parse=get_confirmation_code._parse_response,
    method="get",
    path="/otc/code",
    query=("projectId",),
    needed={"projectId": "project_id"},
)
_JWT_COMPLETE_AUTH_BY_PHONE_NUMBER: Route[LoginResult] = Route(
    operation=jwt_complete_auth_by_phone_number.OPERATION,
    parse=jwt_complete_auth_by_phone_number._parse_response,
    method="post",
    path="/login/phone/confirm",
    query=("projectId", "locale", "login_url", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_OAUTH_20_COMPLETE_AUTH_BY_PHONE_NUMBER: Route[LoginResult] = Route(
    operation=oauth_20_complete_auth_by_phone_number.OPERATION,
    parse=oauth_20_complete_auth_by_phone_number._parse_response,
    method="post",
    path="/oauth2/login/phone/confirm",
    query=(
        "projectId",
        "locale",
        "login_url",
        "payload",
        "with_logout",
        "client_id",
        "scope",
        "state",
        "redirect_uri",
    ),
    fixed={"response_type": "code"},
    needed={"client_id": "client_id"},
)
_JWT_COMPLETE_AUTH_BY_EMAIL: Route[LoginResult] = Route(
    operation=jwt_complete_auth_by_email.OPERATION,
    parse=jwt_complete_auth_by_email._parse_response,
    method="post",
    path="/login/email/confirm",
    query=("projectId", "locale", "login_url", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_OAUTH_20_COMPLETE_AUTH_BY_EMAIL: Route[LoginResult] = Route(
    operation=oauth_20_complete_auth_by_email.OPERATION,
    parse=oauth_20_complete_auth_by_email._parse_response,
    method="post",
    path="/oauth2/login/email/confirm",
    query=(
        "projectId",
        "locale",
        "login_url",
        "payload",
        "with_logout",
        "client_id",
        "scope",
        "state",
        "redirect_uri",
    ),
    fixed={"response_type": "code"},
    needed={"client_id": "client_id"},
)
_GET_ASK_FIELDS: Route[list[AskField]] = Route(
    operation=get_ask_fields.OPERATION,
    parse=get_ask_fields._parse_response,
    method="get",
    path="/users/me/ask",
    query=("projectId",),
    needed={"projectId": "project_id"},
)
_UPDATE_TOKEN: Route[ConfirmationRequired | RedirectUrl] = Route(
    operation=update_token.OPERATION,
    parse=update_token._parse_response,
    method="post",
    path="/token/update",
    query=("projectId", "locale", "login_url", "email_template", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_OAUTH_20_USER_ASK: Route[ConfirmationRequired | RedirectUrl] = Route(
    operation=oauth_20_user_ask.OPERATION,
    parse=oauth_20_user_ask._parse_response,
    method="post",
    path="/oauth2/user/ask",
    query=(
        "projectId",
        "locale",
        "login_url",
        "email_template",
        "payload",
        "with_logout",
        "client_id",
        "scope",
        "state",
        "redirect_uri",
    ),
    fixed={"response_type": "code"},
    needed={"client_id": "client_id"},
)
_RESET_PASSWORD: Route[None] = Route(
    operation=reset_password.OPERATION,
    parse=reset_password._parse_response,
    method="post",
    path="/password/reset/request",
    query=("projectId", "locale", "login_url", "email_template", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_CONFIRM_PASSWORD_RESET: Route[None] = Route(
    operation=confirm_password_reset.OPERATION,
    parse=confirm_password_reset._parse_response,
    method="post",
    path="/password/reset/confirm",
    query=("projectId", "locale", "login_url", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_JWT_SSO: Route[SsoCode] = Route(
    operation=jwt_sso.OPERATION,
    parse=jwt_sso._parse_response,
    method="get",
    path="/jwt/sso",
    query=("projectId", "locale", "login_url", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_JWT_SSO_REDIRECT: Route[str] = Route(
    operation=jwt_sso_redirect.OPERATION,
    parse=jwt_sso_redirect._parse_response,
    method="get",
    path="/jwt/sso/redirect",
    query=("projectId", "locale", "login_url", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_LOG_USER_OUT: Route[None] = Route(
    operation=log_user_out.OPERATION, parse=log_user_out._parse_response, method="get", path="/oauth2/logout"
)
_CLEAR_SSO_COOKIE: Route[None] = Route(
    operation=clear_sso_cookie.OPERATION,
    parse=clear_sso_cookie._parse_response,
    method="get",
    path="/oauth2/clear_sso",
    query=("projectId",),
)
_PUSH_CONFIRMATION_CODE: Route[None | str] = Route(
    operation=push_confirmation_code.OPERATION,
    parse=push_confirmation_code._parse_response,
    method="get",
    path="/otc/push",
    query=("projectId",),
    needed={"projectId": "project_id"},
)
_JWT_GET_LINK_FOR_SOCIAL_AUTH: Route[SocialUrl] = Route(
    operation=jwt_get_link_for_social_auth.OPERATION,
    parse=jwt_get_link_for_social_auth._parse_response,
    method="get",
    path="/social/{}/login_url",
    query=("projectId", "locale", "login_url", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_OAUTH_20_GET_LINK_FOR_SOCIAL_AUTH: Route[SocialUrl] = Route(
    operation=oauth_20_get_link_for_social_auth.OPERATION,
    parse=oauth_20_get_link_for_social_auth._parse_response,
    method="get",
    path="/oauth2/social/{}/login_url",
    query=(
        "projectId",
        "locale",
        "login_url",
        "payload",
        "with_logout",
        "client_id",
        "scope",
        "state",
        "redirect_uri",
    ),
    fixed={"response_type": "code"},
    needed={"client_id": "client_id", "state": "state"},
)
_ONE_TAP_COMPLETE: Route[LoginResult] = Route(
    operation=one_tap_complete.OPERATION,
    parse=one_tap_complete._parse_response,
    method="post",
    path="/social/{}/one_tap/complete",
    query=("projectId", "locale", "login_url", "payload", "with_logout"),
    needed={"projectId": "project_id"},
)
_OAUTH_20_ONE_TAP_COMPLETE: Route[LoginResult] = Route(
    operation=oauth_20_one_tap_complete.OPERATION,
    parse=oauth_20_one_tap_complete._parse_response,
    method="post",
    path="/oauth2/social/{}/one_tap/complete",
    query=(
        "projectId",
        "locale",
        "login_url",
        "payload",
        "with_logout",
        "client_id",
        "scope",
        "state",
        "redirect_uri",
    ),
    fixed={"response_type": "code"},
    needed={"client_id": "client_id", "state": "state"},
)
_SOCIAL_CONSENT: Route[ContinuationUrl] = Route(
    operation=social_consent.OPERATION,
    parse=social_consent._parse_response,
    method="put",
    path="/social/consent",
    body=("projectId",),
    needed={"projectId": "project_id"},
)
_OTP_VALIDATE: Route[ContinuationUrl] = Route(
    operation=otp_validate.OPERATION, parse=otp_validate._parse_response, method="get", path="/otp/validate"
)
_OTP_RESEND: Route[None] = Route(
    operation=otp_resend.OPERATION,
    parse=otp_resend._parse_response,
    method="put",
    path="/otp/resend",
    body=("locale",),
)
_OAUTH2_AUTHORIZE: Route[str] = Route(
    operation=oauth2_authorize.OPERATION,
    parse=oauth2_authorize._parse_response,
    method="get",
    path="/oauth2/auth",
    query=("projectId", "locale", "client_id", "scope", "state", "redirect_uri", "audience"),
    fixed={"response_type": "code"},
    needed={"client_id": "client_id", "state": "state"},
)
_OAUTH2_CHECK_CONSENT: Route[ConsentAnswer] = Route(
    operation=oauth2_check_consent.OPERATION,
    parse=oauth2_check_consent._parse_response,
    method="post",
    path="/oauth2/consent/validate",
    body=("client_id", "scope"),
    needed={"client_id": "client_id", "scope": "scope"},
)
_OAUTH2_SAVE_CONSENT: Route[None] = Route(
    operation=oauth2_save_consent.OPERATION,
    parse=oauth2_save_consent._parse_response,
    method="post",
    path="/oauth2/consent",
    body=("projectId", "client_id", "scope", "state", "redirect_uri"),
    needed={"client_id": "client_id", "state": "state", "redirect_uri": "redirect_url"},
)
_WIDGET_SETTINGS: Route[WidgetSettings] = Route(
    operation=widget_settings.OPERATION,
    parse=widget_settings._parse_response,
    method="get",
    path="/widget/ng/settings",
    query=(
        "projectId",
        "locale",
        "login_url",
        "payload",
        "with_logout",
        "client_id",
        "scope",
        "state",
        "redirect_uri",
        "response_type",
    ),
    needed={"projectId": "project_id"},
)


@frozen(kw_only=True)
class CaptchaData:
    """What a captcha that somebody has solved came to."""

    lot_number: str = field(repr=False)
    captcha_output: str = field(repr=False)
    pass_token: str = field(repr=False)
    gen_time: str = field(repr=False)

    def headers(self) -> dict[str, str]:
        """Return the headers that tell it."""
        return {
            "X-LOT-NUMBER": self.lot_number,
            "X-CAPTCHA-OUTPUT": self.captcha_output,
            "X-PASS-TOKEN": self.pass_token,
            "X-GEN-TIME": self.gen_time,
        }


class LoginRequests:
    """Writes requests with what `LoginApi` was made with; see there for the parameters."""

    def __init__(
        self,
        *,
        project_id: UUID | str,
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
    ) -> None:
        oauth2 = is_oauth2 or all((client_id, redirect_url, state))
        self.own = Initialisation(
            {
                "projectId": initialisation.identifier("project_id", project_id),
                "locale": initialisation.underscored(full_locale),
                "login_url": callback_url,
                "email_template": email_template,
                "payload": payload,
                "with_logout": initialisation.truth(with_logout),
                "client_id": initialisation.number("client_id", client_id),
                "scope": scope,
                "state": initialisation.at_least("state", state, 9),
                "redirect_uri": redirect_url,
                "response_type": "code" if oauth2 else None,
                "audience": audience,
            },
            oauth2=oauth2,
            links_held_back=disable_confirm_by_link,
            made_up={"state": new_state},
        )

    def signup(
        self,
        *,
        email: str,
        username: str,
        password: str,
        nickname: str | None,
        accept_consent: bool | int | str | None,
        promo_email_agreement: bool | int | str | None,
        fields: Mapping[str, object] | Sequence[str] | None,
    ) -> Prepared[None | RegistrationResult]:
        """Write the request of `signup`."""
        route = _OAUTH_20_REGISTER_NEW_USER if self.own.oauth2 else _JWT_REGISTER_NEW_USER
        body: dict[str, Any] = {"email": email, "username": username, "password": password}
        if nickname is not None:
            body["nickname"] = nickname
        if accept_consent is not None:
            body["accept_consent"] = accept_consent
        if promo_email_agreement is not None:
            body["promo_email_agreement"] = promo_email_agreement
        if fields is not None:
            body["fields"] = fields
        return self.own.prepared(route, body=body)

    def login(
        self, *, username: str, password: str, remember_me: bool | None, captcha_data: CaptchaData | None
    ) -> Prepared[LoginResult]:
        """Write the request of `login`."""
        route = _OAUTH_20_AUTH_BY_USERNAME_AND_PASSWORD if self.own.oauth2 else _AUTH_BY_USERNAME_AND_PASSWORD
        body: dict[str, Any] = {"username": username, "password": password}
        if remember_me is not None:
            body["remember_me"] = remember_me
        return self.own.prepared(
            route, body=body, headers=None if captcha_data is None else captcha_data.headers()
        )

    def resend_email(self, *, username: str) -> Prepared[None]:
        """Write the request of `resendEmail`."""
        route = (
            _OAUTH_20_RESEND_ACCOUNT_CONFIRMATION_EMAIL
            if self.own.oauth2
            else _JWT_RESEND_ACCOUNT_CONFIRMATION_EMAIL
        )
        body: dict[str, Any] = {"username": username}
        return self.own.prepared(route, body=body)

    def phone_get_code(
        self,
        *,
        phone_number: str,
        link_url: str | None,
        captcha_data: CaptchaData | None,
        is_oauth2: bool | None,
    ) -> Prepared[CodeRequested]:
        """Write the request of `phoneGetCode`."""
        route = (
            _OAUTH_20_START_AUTH_BY_PHONE_NUMBER
            if self.own.chosen(is_oauth2)
            else _JWT_START_AUTH_BY_PHONE_NUMBER
        )
        body: dict[str, Any] = {"phone_number": phone_number}
        if link_url is not None:
            body["link_url"] = link_url
        if self.own.send_link is not None:
            body["send_link"] = self.own.send_link
        return self.own.prepared(
            route, body=body, headers=None if captcha_data is None else captcha_data.headers()
        )

    def email_get_code(
        self, *, email: str, link_url: str | None, captcha_data: CaptchaData | None, is_oauth2: bool | None
    ) -> Prepared[CodeRequested]:
        """Write the request of `emailGetCode`."""
        route = _OAUTH_20_START_AUTH_BY_EMAIL if self.own.chosen(is_oauth2) else _JWT_START_AUTH_BY_EMAIL
        body: dict[str, Any] = {"email": email.lower()}
        if link_url is not None:
            body["link_url"] = link_url
        if self.own.send_link is not None:
            body["send_link"] = self.own.send_link
        return self.own.prepared(
            route, body=body, headers=None if captcha_data is None else captcha_data.headers()
        )

    def get_confirm_code(self, *, login: str, operation_id: str) -> Prepared[ConfirmationCode]:
        """Write the request of `getConfirmCode`."""
        route = _GET_CONFIRMATION_CODE
        query: dict[str, Any] = {"login": login.lower(), "operation_id": operation_id}
        return self.own.prepared(route, query=query)

    def login_with_phone_code(
        self, *, phone_number: str, code: str, operation_id: str, is_oauth2: bool | None
    ) -> Prepared[LoginResult]:
        """Write the request of `loginWithPhoneCode`."""
        route = (
            _OAUTH_20_COMPLETE_AUTH_BY_PHONE_NUMBER
            if self.own.chosen(is_oauth2)
            else _JWT_COMPLETE_AUTH_BY_PHONE_NUMBER
        )
        body: dict[str, Any] = {"phone_number": phone_number, "code": code, "operation_id": operation_id}
        return self.own.prepared(route, body=body)

    def login_with_email_code(
        self, *, email: str, code: str, operation_id: str, is_oauth2: bool | None
    ) -> Prepared[LoginResult]:
        """Write the request of `loginWithEmailCode`."""
        route = (
            _OAUTH_20_COMPLETE_AUTH_BY_EMAIL if self.own.chosen(is_oauth2) else _JWT_COMPLETE_AUTH_BY_EMAIL
        )
        body: dict[str, Any] = {"email": email, "code": code, "operation_id": operation_id}
        return self.own.prepared(route, body=body)

    def get_ask_fields(self, *, token: str) -> Prepared[list[AskField]]:
        """Write the request of `getAskFields`."""
        route = _GET_ASK_FIELDS
        return self.own.prepared(route, headers={"Authorization": f"Bearer {token}"})

    def ask(
        self,
        *,
        fields: Mapping[str, object],
        token: str,
        link_url: str | None,
        captcha_data: CaptchaData | None,
    ) -> Prepared[ConfirmationRequired | RedirectUrl]:
        """Write the request of `ask`."""
        route = _OAUTH_20_USER_ASK if self.own.oauth2 else _UPDATE_TOKEN
        body: dict[str, Any] = {"updatedFields": fields, "token": token}
        wanted = {"link_url": link_url, "send_link": self.own.send_link}
        given = {key: value for key, value in wanted.items() if value is not None}
        if given:
            body["settings"] = {each: given for each in fields}
        return self.own.prepared(
            route, body=body, headers=None if captcha_data is None else captcha_data.headers()
        )

    def reset(self, *, username: str) -> Prepared[None]:
        """Write the request of `reset`."""
        route = _RESET_PASSWORD
        body: dict[str, Any] = {"username": username}
        return self.own.prepared(route, body=body)

    def set(self, *, new_password: str, reset_code: str, user_id: str) -> Prepared[None]:
        """Write the request of `set`."""
        route = _CONFIRM_PASSWORD_RESET
        body: dict[str, Any] = {"new_password": new_password, "reset_code": reset_code, "user_id": user_id}
        return self.own.prepared(route, body=body)

    def check_user_auth_sso(self) -> Prepared[SsoCode]:
        """Write the request of `checkUserAuthSSO`."""
        route = _JWT_SSO
        return self.own.prepared(route)

    def user_auth_sso_with_redirect(self, *, login_url: str | None) -> Prepared[str]:
        """Write the request of `userAuthSSOWithRedirect`."""
        route = _JWT_SSO_REDIRECT
        query: dict[str, Any] = {}
        if login_url is not None:
            query["login_url"] = login_url
        return self.own.prepared(route, query=query)

    def logout(self, *, token: str, session: Literal["sso", "all"]) -> Prepared[None]:
        """Write the request of `logout`."""
        route = _LOG_USER_OUT
        query: dict[str, Any] = {"sessions": session}
        return self.own.prepared(route, query=query, headers={"Authorization": f"Bearer {token}"})

    def clear_sso(self) -> Prepared[None]:
        """Write the request of `clearSSO`."""
        route = _CLEAR_SSO_COOKIE
        return self.own.prepared(route)

    def push_confirm_code(
        self, *, state: str, action: str | None, link_url: str | None
    ) -> Prepared[None | str]:
        """Write the request of `pushConfirmCode`."""
        route = _PUSH_CONFIRMATION_CODE
        query: dict[str, Any] = {"state": state}
        if action is not None:
            query["action"] = action
        if link_url is not None:
            query["link_url"] = link_url
        return self.own.prepared(route, query=query)

    def get_social_link(self, *, social_provider: str) -> Prepared[SocialUrl]:
        """Write the request of `getSocialLink`."""
        route = _OAUTH_20_GET_LINK_FOR_SOCIAL_AUTH if self.own.oauth2 else _JWT_GET_LINK_FOR_SOCIAL_AUTH
        return self.own.prepared(route, path=(social_provider,))

    def one_tap_login(self, *, access_token: str, provider_name: str) -> Prepared[LoginResult]:
        """Write the request of `oneTapLogin`."""
        route = _OAUTH_20_ONE_TAP_COMPLETE if self.own.oauth2 else _ONE_TAP_COMPLETE
        body: dict[str, Any] = {"access_token": access_token}
        return self.own.prepared(route, path=(provider_name,), body=body)

    def agreement(
        self, *, token: str, is_accepted: bool | None, consent_id: str | None
    ) -> Prepared[ContinuationUrl]:
        """Write the request of `agreement`."""
        route = _SOCIAL_CONSENT
        body: dict[str, Any] = {"token": token, "accept_consent": is_accepted}
        if consent_id is not None:
            body["consent_id"] = consent_id
        return self.own.prepared(route, body=body)

    def otp_login(
        self, *, code: str, challenge_id: str, remember_me: bool | None
    ) -> Prepared[ContinuationUrl]:
        """Write the request of `otpLogin`."""
        route = _OTP_VALIDATE
        query: dict[str, Any] = {"code": code, "challenge_id": challenge_id}
        if remember_me is not None:
            query["remember_me"] = remember_me
        return self.own.prepared(route, query=query)

    def otp_resend_code(self, *, challenge_id: str) -> Prepared[None]:
        """Write the request of `otpResendCode`."""
        route = _OTP_RESEND
        query: dict[str, Any] = {"challenge_id": challenge_id}
        body: dict[str, Any] = {}
        return self.own.prepared(route, query=query, body=body)

    def oauth2_auth(self, *, code_challenge: str | None, code_challenge_method: str | None) -> Prepared[str]:
        """Write the request of `oauth2Auth`."""
        route = _OAUTH2_AUTHORIZE
        query: dict[str, Any] = {}
        if code_challenge is not None:
            query["code_challenge"] = code_challenge
        if code_challenge_method is not None:
            query["code_challenge_method"] = code_challenge_method
        return self.own.prepared(route, query=query)

    def oauth2_consent_validate(self, *, token: str) -> Prepared[ConsentAnswer]:
        """Write the request of `oauth2ConsentValidate`."""
        route = _OAUTH2_CHECK_CONSENT
        body: dict[str, Any] = {}
        return self.own.prepared(route, body=body, headers={"Authorization": f"Bearer {token}"})

    def oauth2_post_consent(self, *, token: str, approval: bool | None) -> Prepared[None]:
        """Write the request of `oauth2PostConsent`."""
        route = _OAUTH2_SAVE_CONSENT
        body: dict[str, Any] = {"response_type": "code"}
        if approval is not None:
            body["approval"] = approval
        return self.own.prepared(route, body=body, headers={"Authorization": f"Bearer {token}"})

    def fetch_config(self) -> Prepared[WidgetSettings]:
        """Write the request of `fetchConfig`."""
        route = _WIDGET_SETTINGS
        return self.own.prepared(route)
