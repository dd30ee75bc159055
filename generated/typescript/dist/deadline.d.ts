/** Waiting that ends: after a time, or when the caller gives up. */
/** How a wait ended that did not come to what was waited for. */
export declare class WaitEnded {
    readonly why: "late" | "given up";
    constructor(why: "late" | "given up");
}
/** Raises a `RangeError` where a time to wait is none. */
export declare function checkTimeout(timeout: number | null | undefined): void;
/**
 * Does work that is given a signal, and ends it after `timeout` milliseconds (null: never) or by `signal`.
 *
 * Rejects with `WaitEnded` then, also where the work does not heed its signal.
 */
export declare function within<T>(limits: {
    readonly timeout: number | null;
    readonly signal?: AbortSignal | undefined;
}, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
/** Waits so many milliseconds; rejects with `WaitEnded` when the caller gives up before. */
export declare function sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
