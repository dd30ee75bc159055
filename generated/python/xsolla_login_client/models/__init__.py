"""Contains all the data models used in inputs/outputs"""

from .account_email import AccountEmail
from .account_link import AccountLink
from .account_phone import AccountPhone
from .added_password import AddedPassword
from .age_question import AgeQuestion
from .age_verdict import AgeVerdict
from .ask_field import AskField
from .ask_field_character_count import AskFieldCharacterCount
from .ask_field_confirmation import AskFieldConfirmation
from .ask_field_settings_state import AskFieldSettingsState
from .ask_field_type import AskFieldType
from .ask_field_validation import AskFieldValidation
from .attribute import Attribute
from .attribute_by_custom_id import AttributeByCustomId
from .attribute_data_type import AttributeDataType
from .attribute_permission import AttributePermission
from .attribute_schema import AttributeSchema
from .attribute_search import AttributeSearch
from .attribute_search_type import AttributeSearchType
from .attribute_type import AttributeType
from .attributes_by_custom_id import AttributesByCustomId
from .client_attribute_query import ClientAttributeQuery
from .client_attribute_update import ClientAttributeUpdate
from .client_details import ClientDetails
from .code_requested import CodeRequested
from .confirmation_code import ConfirmationCode
from .confirmation_required import ConfirmationRequired
from .confirmation_required_code import ConfirmationRequiredCode
from .confirmation_required_details import ConfirmationRequiredDetails
from .confirmation_required_error import ConfirmationRequiredError
from .confirmation_resend import ConfirmationResend
from .consent_answer import ConsentAnswer
from .consent_decision import ConsentDecision
from .consent_question import ConsentQuestion
from .continuation_url import ContinuationUrl
from .custom_id import CustomId
from .custom_id_attribute_query import CustomIdAttributeQuery
from .custom_id_login import CustomIdLogin
from .custom_id_token import CustomIdToken
from .device_login import DeviceLogin
from .device_type import DeviceType
from .email_change_delivery import EmailChangeDelivery
from .email_code_confirmation import EmailCodeConfirmation
from .email_code_request import EmailCodeRequest
from .email_delivery import EmailDelivery
from .email_template import EmailTemplate
from .email_template_type import EmailTemplateType
from .email_template_words import EmailTemplateWords
from .error_body import ErrorBody
from .error_details import ErrorDetails
from .error_envelope import ErrorEnvelope
from .event_data import EventData
from .event_delivery import EventDelivery
from .event_type import EventType
from .event_webhook import EventWebhook
from .external_id_link import ExternalIdLink
from .flat_error import FlatError
from .found_user import FoundUser
from .gaming_platform import GamingPlatform
from .gateway_token_validation import GatewayTokenValidation
from .gender import Gender
from .get_user_for_project_status import GetUserForProjectStatus
from .given_attribute import GivenAttribute
from .grant_type import GrantType
from .import_columns import ImportColumns
from .json_web_key import JsonWebKey
from .json_web_key_set import JsonWebKeySet
from .link_url import LinkUrl
from .linked_network import LinkedNetwork
from .linked_user import LinkedUser
from .linking_code import LinkingCode
from .login_result import LoginResult
from .logout_sessions import LogoutSessions
from .membership import Membership
from .membership_change import MembershipChange
from .membership_end import MembershipEnd
from .named_email_template import NamedEmailTemplate
from .new_attribute import NewAttribute
from .new_ban import NewBan
from .new_event_webhook import NewEventWebhook
from .new_phone import NewPhone
from .new_user_delivery import NewUserDelivery
from .new_user_group import NewUserGroup
from .new_user_id import NewUserId
from .nickname_search import NicknameSearch
from .offered_second_factor import OfferedSecondFactor
from .one_tap_login import OneTapLogin
from .own_second_factor import OwnSecondFactor
from .partner_answer import PartnerAnswer
from .partner_attribute import PartnerAttribute
from .partner_error import PartnerError
from .partner_refusal import PartnerRefusal
from .password_answer import PasswordAnswer
from .password_change_delivery import PasswordChangeDelivery
from .password_login import PasswordLogin
from .password_reset import PasswordReset
from .password_reset_delivery import PasswordResetDelivery
from .password_reset_fields import PasswordResetFields
from .password_reset_request import PasswordResetRequest
from .phone_code_confirmation import PhoneCodeConfirmation
from .phone_code_request import PhoneCodeRequest
from .phone_delivery import PhoneDelivery
from .phone_link_confirmation import PhoneLinkConfirmation
from .picture_upload import PictureUpload
from .plain_attribute import PlainAttribute
from .platform_account import PlatformAccount
from .platform_accounts import PlatformAccounts
from .presence import Presence
from .project_key import ProjectKey
from .public_profile import PublicProfile
from .ranked_second_factor import RankedSecondFactor
from .read_only_attribute_update import ReadOnlyAttributeUpdate
from .redirect_url import RedirectUrl
from .refresh_token_delivery import RefreshTokenDelivery
from .registration import Registration
from .registration_field import RegistrationField
from .registration_fields import RegistrationFields
from .registration_result import RegistrationResult
from .related_user import RelatedUser
from .relationship import Relationship
from .relationship_action import RelationshipAction
from .relationship_page import RelationshipPage
from .relationship_sort import RelationshipSort
from .relationship_status import RelationshipStatus
from .relationship_type import RelationshipType
from .relationship_update import RelationshipUpdate
from .renamed_user_group import RenamedUserGroup
from .search_user import SearchUser
from .search_users_by_filter_order_column import SearchUsersByFilterOrderColumn
from .search_users_by_filter_order_dir import SearchUsersByFilterOrderDir
from .search_users_by_filter_search_by import SearchUsersByFilterSearchBy
from .second_factor_change import SecondFactorChange
from .second_factor_of_user import SecondFactorOfUser
from .second_factor_type import SecondFactorType
from .second_factors_change import SecondFactorsChange
from .second_factors_of_project import SecondFactorsOfProject
from .server_attribute_query import ServerAttributeQuery
from .server_attribute_update import ServerAttributeUpdate
from .server_registration import ServerRegistration
from .social_auth_link import SocialAuthLink
from .social_code_login import SocialCodeLogin
from .social_consent import SocialConsent
from .social_delivery import SocialDelivery
from .social_friend import SocialFriend
from .social_friend_page import SocialFriendPage
from .social_link import SocialLink
from .social_links import SocialLinks
from .social_platform import SocialPlatform
from .social_token_login import SocialTokenLogin
from .social_url import SocialUrl
from .sort_order import SortOrder
from .sso_code import SsoCode
from .template_mail import TemplateMail
from .template_params import TemplateParams
from .token_grant import TokenGrant
from .token_response import TokenResponse
from .token_result import TokenResult
from .token_revocation import TokenRevocation
from .token_update import TokenUpdate
from .token_update_setting import TokenUpdateSetting
from .token_update_settings import TokenUpdateSettings
from .token_validation import TokenValidation
from .true_or_false import TrueOrFalse
from .two_factor_resend import TwoFactorResend
from .updated_fields import UpdatedFields
from .uploaded_picture import UploadedPicture
from .user_ban import UserBan
from .user_by_attribute import UserByAttribute
from .user_details import UserDetails
from .user_details_update import UserDetailsUpdate
from .user_device import UserDevice
from .user_export import UserExport
from .user_group import UserGroup
from .user_import import UserImport
from .user_list import UserList
from .user_page import UserPage
from .user_verification_delivery import UserVerificationDelivery
from .users_by_attribute import UsersByAttribute
from .visual_settings import VisualSettings
from .wanted_attribute import WantedAttribute
from .widget_settings import WidgetSettings
from .widget_theme import WidgetTheme
from .with_logout import WithLogout

__all__ = (
    "AccountEmail",
    "AccountLink",
    "AccountPhone",
    "AddedPassword",
    "AgeQuestion",
    "AgeVerdict",
    "AskField",
    "AskFieldCharacterCount",
    "AskFieldConfirmation",
    "AskFieldSettingsState",
    "AskFieldType",
    "AskFieldValidation",
    "Attribute",
    "AttributeByCustomId",
    "AttributeDataType",
    "AttributePermission",
    "AttributesByCustomId",
    "AttributeSchema",
    "AttributeSearch",
    "AttributeSearchType",
    "AttributeType",
    "ClientAttributeQuery",
    "ClientAttributeUpdate",
    "ClientDetails",
    "CodeRequested",
    "ConfirmationCode",
    "ConfirmationRequired",
    "ConfirmationRequiredCode",
    "ConfirmationRequiredDetails",
    "ConfirmationRequiredError",
    "ConfirmationResend",
    "ConsentAnswer",
    "ConsentDecision",
    "ConsentQuestion",
    "ContinuationUrl",
    "CustomId",
    "CustomIdAttributeQuery",
    "CustomIdLogin",
    "CustomIdToken",
    "DeviceLogin",
    "DeviceType",
    "EmailChangeDelivery",
    "EmailCodeConfirmation",
    "EmailCodeRequest",
    "EmailDelivery",
    "EmailTemplate",
    "EmailTemplateType",
    "EmailTemplateWords",
    "ErrorBody",
    "ErrorDetails",
    "ErrorEnvelope",
    "EventData",
    "EventDelivery",
    "EventType",
    "EventWebhook",
    "ExternalIdLink",
    "FlatError",
    "FoundUser",
    "GamingPlatform",
    "GatewayTokenValidation",
    "Gender",
    "GetUserForProjectStatus",
    "GivenAttribute",
    "GrantType",
    "ImportColumns",
    "JsonWebKey",
    "JsonWebKeySet",
    "LinkedNetwork",
    "LinkedUser",
    "LinkingCode",
    "LinkUrl",
    "LoginResult",
    "LogoutSessions",
    "Membership",
    "MembershipChange",
    "MembershipEnd",
    "NamedEmailTemplate",
    "NewAttribute",
    "NewBan",
    "NewEventWebhook",
    "NewPhone",
    "NewUserDelivery",
    "NewUserGroup",
    "NewUserId",
    "NicknameSearch",
    "OfferedSecondFactor",
    "OneTapLogin",
    "OwnSecondFactor",
    "PartnerAnswer",
    "PartnerAttribute",
    "PartnerError",
    "PartnerRefusal",
    "PasswordAnswer",
    "PasswordChangeDelivery",
    "PasswordLogin",
    "PasswordReset",
    "PasswordResetDelivery",
    "PasswordResetFields",
    "PasswordResetRequest",
    "PhoneCodeConfirmation",
    "PhoneCodeRequest",
    "PhoneDelivery",
    "PhoneLinkConfirmation",
    "PictureUpload",
    "PlainAttribute",
    "PlatformAccount",
    "PlatformAccounts",
    "Presence",
    "ProjectKey",
    "PublicProfile",
    "RankedSecondFactor",
    "ReadOnlyAttributeUpdate",
    "RedirectUrl",
    "RefreshTokenDelivery",
    "Registration",
    "RegistrationField",
    "RegistrationFields",
    "RegistrationResult",
    "RelatedUser",
    "Relationship",
    "RelationshipAction",
    "RelationshipPage",
    "RelationshipSort",
    "RelationshipStatus",
    "RelationshipType",
    "RelationshipUpdate",
    "RenamedUserGroup",
    "SearchUser",
    "SearchUsersByFilterOrderColumn",
    "SearchUsersByFilterOrderDir",
    "SearchUsersByFilterSearchBy",
    "SecondFactorChange",
    "SecondFactorOfUser",
    "SecondFactorsChange",
    "SecondFactorsOfProject",
    "SecondFactorType",
    "ServerAttributeQuery",
    "ServerAttributeUpdate",
    "ServerRegistration",
    "SocialAuthLink",
    "SocialCodeLogin",
    "SocialConsent",
    "SocialDelivery",
    "SocialFriend",
    "SocialFriendPage",
    "SocialLink",
    "SocialLinks",
    "SocialPlatform",
    "SocialTokenLogin",
    "SocialUrl",
    "SortOrder",
    "SsoCode",
    "TemplateMail",
    "TemplateParams",
    "TokenGrant",
    "TokenResponse",
    "TokenResult",
    "TokenRevocation",
    "TokenUpdate",
    "TokenUpdateSetting",
    "TokenUpdateSettings",
    "TokenValidation",
    "TrueOrFalse",
    "TwoFactorResend",
    "UpdatedFields",
    "UploadedPicture",
    "UserBan",
    "UserByAttribute",
    "UserDetails",
    "UserDetailsUpdate",
    "UserDevice",
    "UserExport",
    "UserGroup",
    "UserImport",
    "UserList",
    "UserPage",
    "UsersByAttribute",
    "UserVerificationDelivery",
    "VisualSettings",
    "WantedAttribute",
    "WidgetSettings",
    "WidgetTheme",
    "WithLogout",
)
