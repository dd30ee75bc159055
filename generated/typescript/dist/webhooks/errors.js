/** Why a delivery is refused: one class per reason, each of which knows what to answer. */
/**
 * A delivery that the partner should not act upon; its `message` is a sentence that says why.
 *
 * Answer `error.answer()` as JSON with `error.status`.
 */
export class WebhookError extends Error {
    name = "WebhookError";
    /** The status to answer with. */
    status = 400;
    /** The `code` of the error object to answer with. */
    code = "webhook";
    /** The body to answer with. */
    answer() {
        return { error: { code: this.code, description: this.message } };
    }
}
/** The request does not prove that the Login server sent it. */
export class InvalidToken extends WebhookError {
    name = "InvalidToken";
    code = "gateway-token";
}
/** There is no `Authorization: Bearer …` header. */
export class MissingToken extends InvalidToken {
    name = "MissingToken";
    code = "gateway-token-missing";
}
/** The token is no JSON Web Token, or a claim in it is not what it has to be. */
export class MalformedToken extends InvalidToken {
    name = "MalformedToken";
    code = "gateway-token-malformed";
}
/** The token was changed, or signed with another key. */
export class InvalidSignature extends InvalidToken {
    name = "InvalidSignature";
    code = "gateway-token-signature";
}
/** The token is signed with another algorithm than the one agreed upon, or not at all. */
export class WrongAlgorithm extends InvalidSignature {
    name = "WrongAlgorithm";
    code = "gateway-token-algorithm";
}
/** The key set of the project does not hold the key that the token names. */
export class UnknownKey extends InvalidToken {
    name = "UnknownKey";
    code = "gateway-token-key";
}
/** The token was good once. */
export class ExpiredToken extends InvalidToken {
    name = "ExpiredToken";
    code = "gateway-token-expired";
}
/** The token will be good later. */
export class NotYetValid extends InvalidToken {
    name = "NotYetValid";
    code = "gateway-token-early";
}
/** The token is about another Login project. */
export class WrongProject extends InvalidToken {
    name = "WrongProject";
    code = "gateway-token-project";
}
/** The token is not a gateway token: somebody presents a user's token, perhaps. */
export class WrongRequestType extends InvalidToken {
    name = "WrongRequestType";
    code = "gateway-token-type";
}
/** The body is not what the webhook sends; the message names the property. */
export class MalformedBody extends WebhookError {
    name = "MalformedBody";
    code = "body-malformed";
}
/** The body is larger than any delivery. */
export class BodyTooLarge extends MalformedBody {
    name = "BodyTooLarge";
    status = 413;
    code = "body-too-large";
}
/** The body is not declared to be JSON. */
export class WrongMediaType extends WebhookError {
    name = "WrongMediaType";
    status = 415;
    code = "media-type";
}
/** There is no webhook of that name. */
export class UnknownWebhook extends WebhookError {
    name = "UnknownWebhook";
    status = 404;
    code = "webhook-unknown";
}
/** The key set cannot be fetched for the moment, so that nothing can be said about the token. */
export class KeysUnavailable extends WebhookError {
    name = "KeysUnavailable";
    status = 503;
    code = "keys-unavailable";
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
export class Refusal extends WebhookError {
    name = "Refusal";
    code;
    constructor(code, description) {
        checkLength("code", code, 64);
        checkLength("description", description, 1000);
        super(description);
        this.code = code;
    }
}
/** The answer breaks a rule, so that the Login server would refuse it whole; a defect of the receiver. */
export class AnswerError extends Error {
    name = "AnswerError";
}
function checkLength(name, text, most) {
    const length = [...text].length;
    if (length < 1 || length > most)
        throw new RangeError(`${name}: from 1 to ${most} characters, not ${length}`);
}
