/** What ends a wait: a signal, its controller, or a source or token as axios has them. */
export type CancelToken = AbortSignal | AbortController | {
    readonly token: {
        readonly promise: PromiseLike<unknown>;
    };
} | {
    readonly promise: PromiseLike<unknown>;
};
/** What a wait resolves with when its time is over. */
export interface NothingCame {
    readonly error: {
        readonly code: string;
        readonly description: string;
    };
}
/** A signal that is aborted when one of these says so. */
export declare function signalOf(...tokens: unknown[]): AbortSignal;
/**
 * Calls until something comes, or for `timeout` milliseconds (null: for ever).
 *
 * `ask` is given the milliseconds that its call may take. The refusal `code` means that nothing came yet. Rejects
 * with `Cancelled` when `signal` is aborted, or as the call does.
 */
export declare function wait<T>(ask: (patience: number | null) => Promise<T>, { code, operation, signal, timeout }: Wait): Promise<T | NothingCame>;
/** How a wait is done. */
export interface Wait {
    readonly code: string;
    readonly operation: string;
    readonly signal: AbortSignal;
    readonly timeout?: number | null | undefined;
}
