"""Contains all the data models used in inputs/outputs"""

from .ask_field import AskField
from .ask_field_character_count import AskFieldCharacterCount
from .ask_field_confirmation import AskFieldConfirmation
from .ask_field_settings_state import AskFieldSettingsState
from .ask_field_type import AskFieldType
from .ask_field_validation import AskFieldValidation
from .code_requested import CodeRequested
from .confirmation_code import ConfirmationCode
from .confirmation_required import ConfirmationRequired
from .confirmation_required_code import ConfirmationRequiredCode
from .confirmation_required_details import ConfirmationRequiredDetails
from .confirmation_required_error import ConfirmationRequiredError
from .confirmation_resend import ConfirmationResend
from .email_code_confirmation import EmailCodeConfirmation
from .email_code_request import EmailCodeRequest
from .error_body import ErrorBody
from .error_details import ErrorDetails
from .error_envelope import ErrorEnvelope
from .json_web_key import JsonWebKey
from .json_web_key_set import JsonWebKeySet
from .login_result import LoginResult
from .password_login import PasswordLogin
from .password_reset import PasswordReset
from .password_reset_request import PasswordResetRequest
from .phone_code_confirmation import PhoneCodeConfirmation
from .phone_code_request import PhoneCodeRequest
from .project_key import ProjectKey
from .redirect_url import RedirectUrl
from .registration import Registration
from .registration_fields import RegistrationFields
from .registration_result import RegistrationResult
from .token_update import TokenUpdate
from .token_update_setting import TokenUpdateSetting
from .token_update_settings import TokenUpdateSettings
from .token_validation import TokenValidation
from .updated_fields import UpdatedFields
from .with_logout import WithLogout

__all__ = (
    "AskField",
    "AskFieldCharacterCount",
    "AskFieldConfirmation",
    "AskFieldSettingsState",
    "AskFieldType",
    "AskFieldValidation",
    "CodeRequested",
    "ConfirmationCode",
    "ConfirmationRequired",
    "ConfirmationRequiredCode",
    "ConfirmationRequiredDetails",
    "ConfirmationRequiredError",
    "ConfirmationResend",
    "EmailCodeConfirmation",
    "EmailCodeRequest",
    "ErrorBody",
    "ErrorDetails",
    "ErrorEnvelope",
    "JsonWebKey",
    "JsonWebKeySet",
    "LoginResult",
    "PasswordLogin",
    "PasswordReset",
    "PasswordResetRequest",
    "PhoneCodeConfirmation",
    "PhoneCodeRequest",
    "ProjectKey",
    "RedirectUrl",
    "Registration",
    "RegistrationFields",
    "RegistrationResult",
    "TokenUpdate",
    "TokenUpdateSetting",
    "TokenUpdateSettings",
    "TokenValidation",
    "UpdatedFields",
    "WithLogout",
)
