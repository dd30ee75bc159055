/** The client: where the server is, how long to wait, what to prove, and when to try again. */
import { type Client as OpenapiClient } from "openapi-fetch";
import type { Auth } from "./auth.js";
import { type LoginError } from "./errors.js";
import type { Answer, CallArguments, CallOptions, Operation, OperationId } from "./operation.js";
import { type Retries } from "./retries.js";
import type { paths } from "./schema.js";
import type { Caller } from "./token-endpoint.js";
/** How a client makes calls. */
export interface ClientOptions {
    /** The address of the API. Default: that of the vendor's server. */
    readonly baseUrl?: string;
    /** Milliseconds that an answer may take, 5000 unless it is said; null waits for ever. */
    readonly timeout?: number | null;
    /** Which calls are made once more. */
    readonly retries?: Retries;
    /** The user's token for the calls that want one. */
    readonly auth?: Auth;
    /** The server's token for the calls that want one. */
    readonly serverAuth?: Auth;
    /** Headers that are sent with every call. */
    readonly headers?: Readonly<Record<string, string>>;
    /** Whether a browser sends cookies, as the single sign-on needs. Default: "include". */
    readonly credentials?: RequestCredentials;
    /** What makes requests. Default: `fetch`. */
    readonly fetch?: (request: Request) => Promise<Response>;
}
/** A whole answer, whatever it is. */
export interface DetailedAnswer<Id extends OperationId> {
    readonly status: number;
    readonly headers: Headers;
    readonly text: string;
    /** What the call resolves with, where the answer is a documented success. */
    readonly parsed: Answer<Id> | undefined;
    /** What the call rejects with, where it is not. */
    readonly error: LoginError | null;
}
interface LooseInit extends CallOptions {
    readonly path?: unknown;
    readonly query?: unknown;
    readonly body?: unknown;
}
/** Makes calls of the API; nothing of it shows a header or a token. */
export declare class LoginClient implements Caller {
    #private;
    /** The client of openapi-fetch, for calls by path; time, retries, tokens and forms are those of this client. */
    readonly raw: OpenapiClient<paths>;
    /** The address of the API. */
    readonly baseUrl: string;
    /**
     * Raises a `TypeError` where `baseUrl` is no address, or has more in it than an address, or a header cannot be
     * sent; a `RangeError` where a number is out of range.
     */
    constructor(options?: ClientOptions);
    /**
     * Makes a call, and resolves with what a documented success brings.
     *
     * Rejects with a `LoginError` of the family in `errors`.
     */
    call<Id extends OperationId>(id: Id, ...[init]: CallArguments<Id>): Promise<Answer<Id>>;
    /** The same for an operation that the description does not have; it resolves with what `successes` says. */
    perform(operation: Operation, init: LooseInit): Promise<unknown>;
    /** Makes a call, and resolves with the whole answer; rejects only where there is none. */
    detailed<Id extends OperationId>(id: Id, ...[init]: CallArguments<Id>): Promise<DetailedAnswer<Id>>;
}
export {};
