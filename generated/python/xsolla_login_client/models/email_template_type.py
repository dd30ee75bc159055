from typing import Literal

EmailTemplateType = Literal[
    "account_confirmation",
    "custom",
    "email_confirmation",
    "password_reset",
    "passwordless_auth_by_code",
    "passwordless_auth_by_code_link",
    "welcome_email",
]

EMAIL_TEMPLATE_TYPE_VALUES: set[EmailTemplateType] = {
    "account_confirmation",
    "custom",
    "email_confirmation",
    "password_reset",
    "passwordless_auth_by_code",
    "passwordless_auth_by_code_link",
    "welcome_email",
}


def check_email_template_type(value: str) -> EmailTemplateType:
    if value in EMAIL_TEMPLATE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EMAIL_TEMPLATE_TYPE_VALUES!r}")
