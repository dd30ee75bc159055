/** Why a delivery is refused: one class per reason, each of which knows what to answer. */

/** The answer that refuses a delivery. */
export interface RefusalAnswer {
  readonly error: { readonly code: string; readonly description: string };
}

/**
 * A delivery that the partner should not act upon; its `message` is a sentence that says why.
 *
 * Answer `error.answer()` as JSON with `error.status`.
 */
export class WebhookError extends Error {
  override readonly name: string = "WebhookError";
  /** The status to answer with. */
  readonly status: number = 400;
  /** The `code` of the error object to answer with. */
  readonly code: string = "webhook";

  /** The body to answer with. */
  answer(): RefusalAnswer {
    return { error: { code: this.code, description: this.message } };
  }
}

/** The request does not prove that the Login server sent it. */
export class InvalidToken extends WebhookError {
  override readonly name: string = "InvalidToken";
  override readonly code: string = "gateway-token";
}

/** There is no `Authorization: Bearer …` header. */
export class MissingToken extends InvalidToken {
  override readonly name = "MissingToken";
  override readonly code = "gateway-token-missing";
}

/** The token is no JSON Web Token, or a claim in it is not what it has to be. */
export class MalformedToken extends InvalidToken {
  override readonly name = "MalformedToken";
  override readonly code = "gateway-token-malformed";
}

/** The token was changed, or signed with another key. */
export class InvalidSignature extends InvalidToken {
  override readonly name: string = "InvalidSignature";
  override readonly code: string = "gateway-token-signature";
}

/** The token is signed with another algorithm than the one agreed upon, or not at all. */
export class WrongAlgorithm extends InvalidSignature {
  override readonly name = "WrongAlgorithm";
  override readonly code = "gateway-token-algorithm";
}

/** The key set of the project does not hold the key that the token names. */
export class UnknownKey extends InvalidToken {
  override readonly name = "UnknownKey";
  override readonly code = "gateway-token-key";
}

/** The token was good once. */
export class ExpiredToken extends InvalidToken {
  override readonly name = "ExpiredToken";
  override readonly code = "gateway-token-expired";
}

/** The token will be good later. */
export class NotYetValid extends InvalidToken {
  override readonly name = "NotYetValid";
  override readonly code = "gateway-token-early";
}

/** The token is about another Login project. */
export class WrongProject extends InvalidToken {
  override readonly name = "WrongProject";
  override readonly code = "gateway-token-project";
}

/** The token is not a gateway token: somebody presents a user's token, perhaps. */
export class WrongRequestType extends InvalidToken {
  override readonly name = "WrongRequestType";
  override readonly code = "gateway-token-type";
}

/** The body is not what the webhook sends; the message names the property. */
export class MalformedBody extends WebhookError {
  override readonly name: string = "MalformedBody";
  override readonly code: string = "body-malformed";
}

/** The body is larger than any delivery. */
export class BodyTooLarge extends MalformedBody {
  override readonly name = "BodyTooLarge";
  override readonly status = 413;
  override readonly code = "body-too-large";
}

/** The body is not declared to be JSON. */
export class WrongMediaType extends WebhookError {
  override readonly name = "WrongMediaType";
  override readonly status = 415;
  override readonly code = "media-type";
}

/** There is no webhook of that name. */
export class UnknownWebhook extends WebhookError {
  override readonly name = "UnknownWebhook";
  override readonly status = 404;
  override readonly code = "webhook-unknown";
}

/** The key set cannot be fetched for the moment, so that nothing can be said about the token. */
export class KeysUnavailable extends WebhookError {
  override readonly name = "KeysUnavailable";
  override readonly status = 503;
  override readonly code = "keys-unavailable";
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
  override readonly name = "Refusal";
  override readonly code: string;

  constructor(code: string, description: string) {
    checkLength("code", code, 64);
    checkLength("description", description, 1000);
    super(description);
    this.code = code;
  }
}

/** The answer breaks a rule, so that the Login server would refuse it whole; a defect of the receiver. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
}

function checkLength(name: string, text: string, most: number): void {
  const length = [...text].length;
  if (length < 1 || length > most) throw new RangeError(`${name}: from 1 to ${most} characters, not ${length}`);
}
