/** Why a delivery is refused: one class per reason, each of which knows what to answer. */
/** The answer that refuses a delivery. */
export interface RefusalAnswer {
    readonly error: {
        readonly code: string;
        readonly description: string;
    };
}
/**
 * A delivery that the partner should not act upon; its `message` is a sentence that says why.
 *
 * Answer `error.answer()` as JSON with `error.status`.
 */
export declare class WebhookError extends Error {
    readonly name: string;
    /** The status to answer with. */
    readonly status: number;
    /** The `code` of the error object to answer with. */
    readonly code: string;
    /** The body to answer with. */
    answer(): RefusalAnswer;
}
/** The request does not prove that the Login server sent it. */
export declare class InvalidToken extends WebhookError {
    readonly name: string;
    readonly code: string;
}
/** There is no `Authorization: Bearer …` header. */
export declare class MissingToken extends InvalidToken {
    readonly name = "MissingToken";
    readonly code = "gateway-token-missing";
}
/** The token is no JSON Web Token, or a claim in it is not what it has to be. */
export declare class MalformedToken extends InvalidToken {
    readonly name = "MalformedToken";
    readonly code = "gateway-token-malformed";
}
/** The token was changed, or signed with another key. */
export declare class InvalidSignature extends InvalidToken {
    readonly name: string;
    readonly code: string;
}
/** The token is signed with another algorithm than the one agreed upon, or not at all. */
export declare class WrongAlgorithm extends InvalidSignature {
    readonly name = "WrongAlgorithm";
    readonly code = "gateway-token-algorithm";
}
/** The key set of the project does not hold the key that the token names. */
export declare class UnknownKey extends InvalidToken {
    readonly name = "UnknownKey";
    readonly code = "gateway-token-key";
}
/** The token was good once. */
export declare class ExpiredToken extends InvalidToken {
    readonly name = "ExpiredToken";
    readonly code = "gateway-token-expired";
}
/** The token will be good later. */
export declare class NotYetValid extends InvalidToken {
    readonly name = "NotYetValid";
    readonly code = "gateway-token-early";
}
/** The token is about another Login project. */
export declare class WrongProject extends InvalidToken {
    readonly name = "WrongProject";
    readonly code = "gateway-token-project";
}
/** The token is not a gateway token: somebody presents a user's token, perhaps. */
export declare class WrongRequestType extends InvalidToken {
    readonly name = "WrongRequestType";
    readonly code = "gateway-token-type";
}
/** The body is not what the webhook sends; the message names the property. */
export declare class MalformedBody extends WebhookError {
    readonly name: string;
    readonly code: string;
}
/** The body is larger than any delivery. */
export declare class BodyTooLarge extends MalformedBody {
    readonly name = "BodyTooLarge";
    readonly status = 413;
    readonly code = "body-too-large";
}
/** The body is not declared to be JSON. */
export declare class WrongMediaType extends WebhookError {
    readonly name = "WrongMediaType";
    readonly status = 415;
    readonly code = "media-type";
}
/** There is no webhook of that name. */
export declare class UnknownWebhook extends WebhookError {
    readonly name = "UnknownWebhook";
    readonly status = 404;
    readonly code = "webhook-unknown";
}
/** The key set cannot be fetched for the moment, so that nothing can be said about the token. */
export declare class KeysUnavailable extends WebhookError {
    readonly name = "KeysUnavailable";
    readonly status = 503;
    readonly code = "keys-unavailable";
}
/**
 * What the partner throws to refuse a good delivery: no such user, a wrong password.
 *
 * The user's client gets both, so the description should be a sentence that a login form can show.
 *
 * @param code a code of the partner's choice, 1 to 64 characters
 * @param description 1 to 1000 characters
 * @throws RangeError one of them is shorter or longer
 */
export declare class Refusal extends WebhookError {
    readonly name = "Refusal";
    readonly code: string;
    constructor(code: string, description: string);
}
/** The answer breaks a rule, so that the Login server would refuse it whole; a defect of the receiver. */
export declare class AnswerError extends Error {
    readonly name = "AnswerError";
}
