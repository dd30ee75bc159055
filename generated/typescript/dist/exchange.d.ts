/** One call on the wire: with a token, in time, and again where it may be repeated. */
import { type Reply } from "./answers.js";
import type { Auth } from "./auth.js";
import type { Operation } from "./operation.js";
import { type Retries } from "./retries.js";
import type { Caller } from "./token-endpoint.js";
/** How a call is made. */
export interface Plan {
    readonly operation: Pick<Operation, "id" | "repeatable" | "token" | "successes">;
    /** Milliseconds that an answer may take; null waits for ever. */
    readonly timeout: number | null;
    readonly signal: AbortSignal | undefined;
    readonly retries: Retries;
    readonly auth: Auth | undefined;
    /** Makes the calls that renew a token, without one. */
    readonly caller: () => Caller;
    readonly fetch: (request: Request) => Promise<Response>;
}
/** What is known of an operation that the description does not have. */
export declare const UNKNOWN: {
    id: string;
    repeatable: boolean;
    token: null;
    successes: {};
};
/** Makes a call, once more with a new token where the server takes this one no longer; rejects with a `LoginError`. */
export declare function exchange(request: Request, plan: Plan): Promise<Reply>;
