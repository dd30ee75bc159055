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
export declare const MAX_BODY = 2048;
declare const INSPECTED: unique symbol;
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
export declare class LoginError extends Error {
    #private;
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
    constructor(failure?: Failure);
    /** The `details` of the answer's error object, or nothing. */
    get details(): Readonly<Record<string, unknown>>;
    /** The first 2048 characters of the answer. They may hold secrets, and are shown nowhere. */
    get body(): string;
    /** What made the call fail, as `fetch` raised it. It may name an address with secrets, and is shown nowhere. */
    get cause(): unknown;
    /** What may be logged: no body, no details. */
    toJSON(): Record<string, unknown>;
    /** What Node's console prints. */
    [INSPECTED](): string;
}
/** The server refused, and said why in an error object; documented codes have classes of their own. */
export declare class Refusal extends LoginError {
}
/** An answer that the API description does not know: its status, or a body that cannot be read. */
export declare class UnexpectedAnswer extends LoginError {
}
/** There is no answer; `cause` is what `fetch` raised. */
export declare class TransportError extends LoginError {
}
/** No answer came in time. */
export declare class TimedOut extends TransportError {
}
/** The login is over and cannot be renewed: the user has to log in again. */
export declare class SessionEnded extends LoginError {
}
/** The caller gave up waiting. */
export declare class Cancelled extends LoginError {
}
/** Gives a class the name that its errors go by, which stays when its own is shortened by a bundler. */
export declare function named(kind: {
    readonly prototype: Error;
}, name: string): void;
export {};
