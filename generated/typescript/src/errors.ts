/**
 * What a call rejects with: one family, whatever a server answers and whether it answers at all.
 *
 *     try {
 *       await api.login({ credentials: { username: "demo", password: "wrong" } });
 *     } catch (error) {
 *       if (error instanceof WrongCredentials) …    // a documented code, of `error-codes`
 *       else if (error instanceof Refusal) …        // any other code: `error.code`
 *       else if (error instanceof TransportError) … // no answer
 *       else if (error instanceof LoginError) …     // all of these, and answers that nobody expects
 *     }
 */

/** So many characters of an answer's body are kept. */
export const MAX_BODY = 2048;
const MAX_TEXT = 300;
const INSPECTED = Symbol.for("nodejs.util.inspect.custom");

/** What is known of a call that failed. */
export interface Failure {
  /** The `code` of the answer's error object. */
  readonly code?: string | null;
  /** What happened, in English, for people. */
  readonly description?: string;
  /** The `details` of the answer's error object. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The HTTP status, where there is an answer. */
  readonly status?: number | null;
  /** The id of the operation in the API description. */
  readonly operation?: string;
  /** The `X-Request-Id` of the answer, or else of the request. */
  readonly requestId?: string | null;
  /** The answer's body. */
  readonly body?: string;
  /** What made the call fail. */
  readonly cause?: unknown;
}

/** A call that did not do what was asked; every other error of a call is one of these. */
export class LoginError extends Error {
  /** The `code` of the answer's error object, or null. */
  readonly code: string | null;
  /** What happened, in English, for people. It may change, and comes from the server. */
  readonly description: string;
  /** The HTTP status, or null where there is no answer. */
  readonly status: number | null;
  /** The id of the operation in the API description. */
  readonly operation: string;
  /** The `X-Request-Id` of the answer, or else of the request; null where neither is known. */
  readonly requestId: string | null;
  readonly #details: Readonly<Record<string, unknown>>;
  readonly #body: string;
  readonly #cause: unknown;

  static {
    named(this, "LoginError");
  }

  constructor(failure: Failure = {}) {
    super(told(failure));
    this.code = failure.code ?? null;
    this.description = failure.description ?? "";
    this.status = failure.status ?? null;
    this.operation = failure.operation ?? "";
    this.requestId = failure.requestId ?? null;
    this.#details = Object.freeze({ ...failure.details });
    this.#body = (failure.body ?? "").slice(0, MAX_BODY);
    this.#cause = failure.cause;
  }

  /** The `details` of the answer's error object, or nothing. */
  get details(): Readonly<Record<string, unknown>> {
    return this.#details;
  }

  /** The first 2048 characters of the answer. They may hold secrets, and are shown nowhere. */
  get body(): string {
    return this.#body;
  }

  /** What made the call fail, as `fetch` raised it. It may name an address with secrets, and is shown nowhere. */
  override get cause(): unknown {
    return this.#cause;
  }

  /** What may be logged: no body, no details. */
  toJSON(): Record<string, unknown> {
    const { name, message, code, status, operation, requestId } = this;
    return { name, message, code, status, operation, requestId };
  }

  /** What Node's console prints. */
  [INSPECTED](): string {
    return this.stack ?? `${this.name}: ${this.message}`;
  }
}

/** The server refused, and said why in an error object; documented codes have classes of their own. */
export class Refusal extends LoginError {
  static {
    named(this, "Refusal");
  }
}

/** An answer that the API description does not know: its status, or a body that cannot be read. */
export class UnexpectedAnswer extends LoginError {
  static {
    named(this, "UnexpectedAnswer");
  }
}

/** There is no answer; `cause` is what `fetch` raised. */
export class TransportError extends LoginError {
  static {
    named(this, "TransportError");
  }
}

/** No answer came in time. */
export class TimedOut extends TransportError {
  static {
    named(this, "TimedOut");
  }
}

/** The login is over and cannot be renewed: the user has to log in again. */
export class SessionEnded extends LoginError {
  static {
    named(this, "SessionEnded");
  }
}

/** The caller gave up waiting. */
export class Cancelled extends LoginError {
  static {
    named(this, "Cancelled");
  }
}

/** Gives a class the name that its errors go by, which stays when its own is shortened by a bundler. */
export function named(kind: { readonly prototype: Error }, name: string): void {
  Object.defineProperty(kind.prototype, "name", { value: name, configurable: true, writable: true });
}

/** A short line of what a server said, which every terminal and log can take. */
function line(text: string): string {
  const short = text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`;
  return short.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ");
}

function told(failure: Failure): string {
  const what = line(failure.description ?? "");
  const said = [failure.status, failure.code]
    .filter((each) => each !== null && each !== undefined)
    .map((each) => line(String(each)))
    .join(" ");
  const where = failure.operation ? `${failure.operation}: ` : "";
  return said ? `${where}${what} (${said})` : `${where}${what}`;
}
