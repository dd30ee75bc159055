/** When a call is made once more, and how long it waits before. */
/** How calls are repeated; `{ attempts: 1 }` never does. */
export interface Retries {
    /** How often a call is made at most. Default: 3. */
    readonly attempts?: number;
    /** Milliseconds that the server may ask to wait; where it asks for more, its answer is given back. Default: 30000. */
    readonly longestWait?: number;
    /** Milliseconds before the first repetition, which double each time. Default: 250. */
    readonly firstPause?: number;
    /** Told of each call that is about to be made once more. */
    readonly onRetry?: (retry: Retry) => void;
}
/** Raises a `RangeError` where calls cannot be repeated so. */
export declare function checkRetries({ attempts, longestWait, firstPause }: Retries): void;
/** A call that is about to be made once more. */
export interface Retry {
    /** The id of the operation. */
    readonly operation: string;
    /** How often the call was made so far. */
    readonly attempt: number;
    /** The wait that follows, in milliseconds. */
    readonly pause: number;
    /** The status that was answered, or null. */
    readonly status: number | null;
    /** Why there was no answer, as a word like `ECONNREFUSED`, or null. */
    readonly reason: string | null;
}
/** What came of a call: the answer's status and headers, or why there was none. */
export type Outcome = {
    readonly status: number;
    readonly headers: Headers;
} | {
    readonly lost: "never sent" | "broken" | "late";
    readonly reason: string;
};
/**
 * The milliseconds to wait before a call is made again, or null where it is not.
 *
 * Any call is repeated that the server did not take: it could not be connected to, or answered 429. A call
 * that changes nothing is also repeated when the connection broke, and on 502, 503 and 504. No call is
 * repeated that ran out of time: the time is the caller's.
 */
export declare function pauseBefore(retries: Retries, attempt: number, call: {
    readonly repeatable: boolean;
    readonly outcome: Outcome;
}): number | null;
/** Why a call got no answer, by what `fetch` raised. */
export declare function lost(error: unknown): {
    readonly lost: "never sent" | "broken";
    readonly reason: string;
};
