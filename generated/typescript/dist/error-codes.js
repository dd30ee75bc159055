/** The codes that the API description knows, each a class of errors. */
import { named, Refusal } from "./errors.js";
/** `0`, most often: The body is not readable as a JSON object. */
export class InvalidRequest extends Refusal {
    static {
        named(this, "InvalidRequest");
    }
}
/** `002-016`: The token is not valid. */
export class InvalidToken extends Refusal {
    static {
        named(this, "InvalidToken");
    }
}
/** `002-027`, most often: A parameter or property has an invalid value. */
export class InvalidValue extends Refusal {
    static {
        named(this, "InvalidValue");
    }
}
/** `002-028`: A required parameter or property is missing. */
export class MissingValue extends Refusal {
    static {
        named(this, "MissingValue");
    }
}
/** `002-040`: The user is banned. */
export class BannedUser extends Refusal {
    static {
        named(this, "BannedUser");
    }
}
/** `002-043`: The number cannot receive an SMS. */
export class UndeliverableNumber extends Refusal {
    static {
        named(this, "UndeliverableNumber");
    }
}
/** `002-050`: The setting is as it is wanted already. */
export class SecondFactorUnchanged extends Refusal {
    static {
        named(this, "SecondFactorUnchanged");
    }
}
/** `002-056`: The phone number is invalid. */
export class InvalidPhoneNumber extends Refusal {
    static {
        named(this, "InvalidPhoneNumber");
    }
}
/** `002-057`: The account is locked after too many wrong passwords. */
export class LockedAccount extends Refusal {
    static {
        named(this, "LockedAccount");
    }
}
/** `002-061`: The user has told a birthday before. */
export class BirthdayToldBefore extends Refusal {
    static {
        named(this, "BirthdayToldBefore");
    }
}
/** `003-001`: The username or the password is wrong. */
export class WrongCredentials extends Refusal {
    static {
        named(this, "WrongCredentials");
    }
}
/** `003-002`, most often: The user does not exist. */
export class UnknownUser extends Refusal {
    static {
        named(this, "UnknownUser");
    }
}
/** `003-003`, most often: The username is taken. */
export class UsernameTaken extends Refusal {
    static {
        named(this, "UsernameTaken");
    }
}
/** `003-004`, most often: The contact belongs to another account. */
export class ContactTaken extends Refusal {
    static {
        named(this, "ContactTaken");
    }
}
/** `003-007`: The account is not confirmed yet. */
export class UnconfirmedAccount extends Refusal {
    static {
        named(this, "UnconfirmedAccount");
    }
}
/** `003-008`: The account has another e-mail address, which this call does not change. */
export class EmailChangeNotAllowed extends Refusal {
    static {
        named(this, "EmailChangeNotAllowed");
    }
}
/** `003-011`: The e-mail address must be confirmed; details.operation_id says with which id. */
export class EmailConfirmationRequired extends Refusal {
    static {
        named(this, "EmailConfirmationRequired");
    }
}
/** `003-014`: The phone number must be confirmed; details.operation_id says with which id. */
export class PhoneConfirmationRequired extends Refusal {
    static {
        named(this, "PhoneConfirmationRequired");
    }
}
/** `003-019`, most often: The project does not exist. */
export class UnknownProject extends Refusal {
    static {
        named(this, "UnknownProject");
    }
}
/** `003-020`, most often: The call is not available for this project. */
export class NotAvailable extends Refusal {
    static {
        named(this, "NotAvailable");
    }
}
/** `003-022`: The project's own user storage is not set up, or did not answer as it should. */
export class PartnerNotAnswering extends Refusal {
    static {
        named(this, "PartnerNotAnswering");
    }
}
/** `003-024`: The project does not allow a password reset. */
export class ResetNotAllowed extends Refusal {
    static {
        named(this, "ResetNotAllowed");
    }
}
/** `003-033`: The project does not use this protocol. */
export class WrongProtocol extends Refusal {
    static {
        named(this, "WrongProtocol");
    }
}
/** `003-038`, most often: Too many requests. */
export class TooManyRequests extends Refusal {
    static {
        named(this, "TooManyRequests");
    }
}
/** `003-039`, most often: The code is wrong, used, expired or made for something else. */
export class WrongCode extends Refusal {
    static {
        named(this, "WrongCode");
    }
}
/** `003-040`, most often: Nobody is signed in. */
export class NotSignedIn extends Refusal {
    static {
        named(this, "NotSignedIn");
    }
}
/** `003-049`, most often: Too many wrong codes; ask for a new one. */
export class TooManyWrongCodes extends Refusal {
    static {
        named(this, "TooManyWrongCodes");
    }
}
/** `003-061`, most often: The project does not exist. */
export class NotFound extends Refusal {
    static {
        named(this, "NotFound");
    }
}
/** `004-001`: A general failure. */
export class GeneralFailure extends Refusal {
    static {
        named(this, "GeneralFailure");
    }
}
/** `010-003`: The project does not allow registration. */
export class RegistrationNotAllowed extends Refusal {
    static {
        named(this, "RegistrationNotAllowed");
    }
}
/** `010-011`, most often: Several addresses are registered, and the request names none. */
export class AmbiguousAddress extends Refusal {
    static {
        named(this, "AmbiguousAddress");
    }
}
/** `010-012`, most often: The address is not registered. */
export class UnregisteredAddress extends Refusal {
    static {
        named(this, "UnregisteredAddress");
    }
}
/** `010-015`, most often: The social network refused the token or code. */
export class SocialNetworkRefuses extends Refusal {
    static {
        named(this, "SocialNetworkRefuses");
    }
}
/** `010-016`, most often: The account at the platform stands for a user with another way to log in. */
export class LinkedAlready extends Refusal {
    static {
        named(this, "LinkedAlready");
    }
}
/** `010-017`, most often: The token is not valid. */
export class InactiveToken extends Refusal {
    static {
        named(this, "InactiveToken");
    }
}
/** `010-019`: The client is unknown, of the wrong kind, or did not prove itself. */
export class InvalidClient extends Refusal {
    static {
        named(this, "InvalidClient");
    }
}
/** `010-022`: The state is missing or shorter than eight characters. */
export class InvalidState extends Refusal {
    static {
        named(this, "InvalidState");
    }
}
/** `010-023`: The code or token to exchange is not good for this client. */
export class InvalidGrant extends Refusal {
    static {
        named(this, "InvalidGrant");
    }
}
/** `010-026`, most often: The partner that keeps the user's data refuses. */
export class PartnerRefuses extends Refusal {
    static {
        named(this, "PartnerRefuses");
    }
}
/** `010-050`: The wait is over; call again. */
export class DeadlineExceeded extends Refusal {
    static {
        named(this, "DeadlineExceeded");
    }
}
/** `1901-0001`: The token is not valid. */
export class InvalidAttributesToken extends Refusal {
    static {
        named(this, "InvalidAttributesToken");
    }
}
/** `2004-0001`: The schema is invalid or nested deeper than one level. */
export class InvalidAttributesSchema extends Refusal {
    static {
        named(this, "InvalidAttributesSchema");
    }
}
/** `409`, most often: There is such a template already. */
export class Conflict extends Refusal {
    static {
        named(this, "Conflict");
    }
}
/** `413`: The body is too large. */
export class ContentTooLarge extends Refusal {
    static {
        named(this, "ContentTooLarge");
    }
}
/** `415`: The media type is not supported. */
export class UnsupportedMediaType extends Refusal {
    static {
        named(this, "UnsupportedMediaType");
    }
}
/** The class of each code. */
export const CODES = {
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
};
