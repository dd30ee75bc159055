/** The codes that the API description knows, each a class of errors. */
import { Refusal } from "./errors.js";
/** `0`, most often: The body is not readable as a JSON object. */
export declare class InvalidRequest extends Refusal {
}
/** `002-016`: The token is not valid. */
export declare class InvalidToken extends Refusal {
}
/** `002-027`, most often: A parameter or property has an invalid value. */
export declare class InvalidValue extends Refusal {
}
/** `002-028`: A required parameter or property is missing. */
export declare class MissingValue extends Refusal {
}
/** `002-040`: The user is banned. */
export declare class BannedUser extends Refusal {
}
/** `002-043`: The number cannot receive an SMS. */
export declare class UndeliverableNumber extends Refusal {
}
/** `002-050`: The setting is as it is wanted already. */
export declare class SecondFactorUnchanged extends Refusal {
}
/** `002-056`: The phone number is invalid. */
export declare class InvalidPhoneNumber extends Refusal {
}
/** `002-057`: The account is locked after too many wrong passwords. */
export declare class LockedAccount extends Refusal {
}
/** `002-061`: The user has told a birthday before. */
export declare class BirthdayToldBefore extends Refusal {
}
/** `003-001`: The username or the password is wrong. */
export declare class WrongCredentials extends Refusal {
}
/** `003-002`, most often: The user does not exist. */
export declare class UnknownUser extends Refusal {
}
/** `003-003`, most often: The username is taken. */
export declare class UsernameTaken extends Refusal {
}
/** `003-004`, most often: The contact belongs to another account. */
export declare class ContactTaken extends Refusal {
}
/** `003-007`: The account is not confirmed yet. */
export declare class UnconfirmedAccount extends Refusal {
}
/** `003-008`: The account has another e-mail address, which this call does not change. */
export declare class EmailChangeNotAllowed extends Refusal {
}
/** `003-011`: The e-mail address must be confirmed; details.operation_id says with which id. */
export declare class EmailConfirmationRequired extends Refusal {
}
/** `003-014`: The phone number must be confirmed; details.operation_id says with which id. */
export declare class PhoneConfirmationRequired extends Refusal {
}
/** `003-019`, most often: The project does not exist. */
export declare class UnknownProject extends Refusal {
}
/** `003-020`, most often: The call is not available for this project. */
export declare class NotAvailable extends Refusal {
}
/** `003-022`: The project's own user storage is not set up, or did not answer as it should. */
export declare class PartnerNotAnswering extends Refusal {
}
/** `003-024`: The project does not allow a password reset. */
export declare class ResetNotAllowed extends Refusal {
}
/** `003-033`: The project does not use this protocol. */
export declare class WrongProtocol extends Refusal {
}
/** `003-038`, most often: Too many requests. */
export declare class TooManyRequests extends Refusal {
}
/** `003-039`, most often: The code is wrong, used, expired or made for something else. */
export declare class WrongCode extends Refusal {
}
/** `003-040`, most often: Nobody is signed in. */
export declare class NotSignedIn extends Refusal {
}
/** `003-049`, most often: Too many wrong codes; ask for a new one. */
export declare class TooManyWrongCodes extends Refusal {
}
/** `003-061`, most often: The project does not exist. */
export declare class NotFound extends Refusal {
}
/** `004-001`: A general failure. */
export declare class GeneralFailure extends Refusal {
}
/** `010-003`: The project does not allow registration. */
export declare class RegistrationNotAllowed extends Refusal {
}
/** `010-011`, most often: Several addresses are registered, and the request names none. */
export declare class AmbiguousAddress extends Refusal {
}
/** `010-012`, most often: The address is not registered. */
export declare class UnregisteredAddress extends Refusal {
}
/** `010-015`, most often: The social network refused the token or code. */
export declare class SocialNetworkRefuses extends Refusal {
}
/** `010-016`, most often: The account at the platform stands for a user with another way to log in. */
export declare class LinkedAlready extends Refusal {
}
/** `010-017`, most often: The token is not valid. */
export declare class InactiveToken extends Refusal {
}
/** `010-019`: The client is unknown, of the wrong kind, or did not prove itself. */
export declare class InvalidClient extends Refusal {
}
/** `010-022`: The state is missing or shorter than eight characters. */
export declare class InvalidState extends Refusal {
}
/** `010-023`: The code or token to exchange is not good for this client. */
export declare class InvalidGrant extends Refusal {
}
/** `010-026`, most often: The partner that keeps the user's data refuses. */
export declare class PartnerRefuses extends Refusal {
}
/** `010-050`: The wait is over; call again. */
export declare class DeadlineExceeded extends Refusal {
}
/** `1901-0001`: The token is not valid. */
export declare class InvalidAttributesToken extends Refusal {
}
/** `2004-0001`: The schema is invalid or nested deeper than one level. */
export declare class InvalidAttributesSchema extends Refusal {
}
/** `409`, most often: There is such a template already. */
export declare class Conflict extends Refusal {
}
/** `413`: The body is too large. */
export declare class ContentTooLarge extends Refusal {
}
/** `415`: The media type is not supported. */
export declare class UnsupportedMediaType extends Refusal {
}
/** The class of each code. */
export declare const CODES: Readonly<Record<string, typeof Refusal>>;
