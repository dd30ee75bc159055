"""The codes that the API description knows, each an error class: `except WrongCredentials`."""

from __future__ import annotations

from collections.abc import Mapping

from xsolla_login_client.errors import Refusal


class InvalidRequest(Refusal):
    """`0`, most often: The body is not readable as a JSON object."""


class InvalidToken(Refusal):
    """`002-016`: The token is not valid."""


class InvalidValue(Refusal):
    """`002-027`, most often: A parameter or property has an invalid value."""


class MissingValue(Refusal):
    """`002-028`: A required parameter or property is missing."""


class BannedUser(Refusal):
    """`002-040`: The user is banned."""


class UndeliverableNumber(Refusal):
    """`002-043`: The number cannot receive an SMS."""


class SecondFactorUnchanged(Refusal):
    """`002-050`: The setting is as it is wanted already."""


class InvalidPhoneNumber(Refusal):
    """`002-056`: The phone number is invalid."""


class LockedAccount(Refusal):
    """`002-057`: The account is locked after too many wrong passwords."""


class BirthdayToldBefore(Refusal):
    """`002-061`: The user has told a birthday before."""


class WrongCredentials(Refusal):
    """`003-001`: The username or the password is wrong."""


class UnknownUser(Refusal):
    """`003-002`, most often: The user does not exist."""


class UsernameTaken(Refusal):
    """`003-003`, most often: The username is taken."""


class ContactTaken(Refusal):
    """`003-004`, most often: The contact belongs to another account."""


class UnconfirmedAccount(Refusal):
    """`003-007`: The account is not confirmed yet."""


class EmailChangeNotAllowed(Refusal):
    """`003-008`: The account has another e-mail address, which this call does not change."""


class EmailConfirmationRequired(Refusal):
    """`003-011`: The e-mail address must be confirmed; details.operation_id says with which id."""


class PhoneConfirmationRequired(Refusal):
    """`003-014`: The phone number must be confirmed; details.operation_id says with which id."""


class UnknownProject(Refusal):
    """`003-019`, most often: The project does not exist."""


class NotAvailable(Refusal):
    """`003-020`, most often: The call is not available for this project."""


class PartnerNotAnswering(Refusal):
    """`003-022`: The project's own user storage is not set up, or did not answer as it should."""


class ResetNotAllowed(Refusal):
    """`003-024`: The project does not allow a password reset."""


class WrongProtocol(Refusal):
    """`003-033`: The project does not use this protocol."""


class TooManyRequests(Refusal):
    """`003-038`, most often: Too many requests."""


class WrongCode(Refusal):
    """`003-039`, most often: The code is wrong, used, expired or made for something else."""


class NotSignedIn(Refusal):
    """`003-040`, most often: Nobody is signed in."""


class TooManyWrongCodes(Refusal):
    """`003-049`, most often: Too many wrong codes; ask for a new one."""


class NotFound(Refusal):
    """`003-061`, most often: The project does not exist."""


class GeneralFailure(Refusal):
    """`004-001`: A general failure."""


class RegistrationNotAllowed(Refusal):
    """`010-003`: The project does not allow registration."""


class AmbiguousAddress(Refusal):
    """`010-011`, most often: Several addresses are registered, and the request names none."""


class UnregisteredAddress(Refusal):
    """`010-012`, most often: The address is not registered."""


class SocialNetworkRefuses(Refusal):
    """`010-015`, most often: The social network refused the token or code."""


class LinkedAlready(Refusal):
    """`010-016`, most often: The account at the platform stands for a user with another way to log in."""


class InactiveToken(Refusal):
    """`010-017`, most often: The token is not valid."""


class InvalidClient(Refusal):
    """`010-019`: The client is unknown, of the wrong kind, or did not prove itself."""


class InvalidState(Refusal):
    """`010-022`: The state is missing or shorter than eight characters."""


class InvalidGrant(Refusal):
    """`010-023`: The code or token to exchange is not good for this client."""


class PartnerRefuses(Refusal):
    """`010-026`, most often: The partner that keeps the user's data refuses."""


class DeadlineExceeded(Refusal):
    """`010-050`: The wait is over; call again."""


class InvalidAttributesToken(Refusal):
    """`1901-0001`: The token is not valid."""


class InvalidAttributesSchema(Refusal):
    """`2004-0001`: The schema is invalid or nested deeper than one level."""


class Conflict(Refusal):
    """`409`, most often: There is such a template already."""


class ContentTooLarge(Refusal):
    """`413`: The body is too large."""


class UnsupportedMediaType(Refusal):
    """`415`: The media type is not supported."""


CODES: Mapping[str, type[Refusal]] = {
    "0": InvalidRequest,
    "002-016": InvalidToken,
    "002-027": InvalidValue,
    "002-028": MissingValue,
    "002-040": BannedUser,
    "002-043": UndeliverableNumber,
    "002-050": SecondFactorUnchanged,
    "002-056": InvalidPhoneNumber,
    "002-057": LockedAccount,
    "002-061": BirthdayToldBefore,
    "003-001": WrongCredentials,
    "003-002": UnknownUser,
    "003-003": UsernameTaken,
    "003-004": ContactTaken,
    "003-007": UnconfirmedAccount,
    "003-008": EmailChangeNotAllowed,
    "003-011": EmailConfirmationRequired,
    "003-014": PhoneConfirmationRequired,
    "003-019": UnknownProject,
    "003-020": NotAvailable,
    "003-022": PartnerNotAnswering,
    "003-024": ResetNotAllowed,
    "003-033": WrongProtocol,
    "003-038": TooManyRequests,
    "003-039": WrongCode,
    "003-040": NotSignedIn,
    "003-049": TooManyWrongCodes,
    "003-061": NotFound,
    "004-001": GeneralFailure,
    "010-003": RegistrationNotAllowed,
    "010-011": AmbiguousAddress,
    "010-012": UnregisteredAddress,
    "010-015": SocialNetworkRefuses,
    "010-016": LinkedAlready,
    "010-017": InactiveToken,
    "010-019": InvalidClient,
    "010-022": InvalidState,
    "010-023": InvalidGrant,
    "010-026": PartnerRefuses,
    "010-050": DeadlineExceeded,
    "1901-0001": InvalidAttributesToken,
    "2004-0001": InvalidAttributesSchema,
    "409": Conflict,
    "413": ContentTooLarge,
    "415": UnsupportedMediaType,
}
