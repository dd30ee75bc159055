/** A call that waits: it is made again until something came, its time is over, or nobody wants it any more. */
import { checkTimeout, sleep } from "./deadline.js";
import { Cancelled, LoginError, Refusal, TimedOut, TransportError } from "./errors.js";

/** What ends a wait: a signal, its controller, or a source or token as axios has them. */
export type CancelToken =
  | AbortSignal
  | AbortController
  | { readonly token: { readonly promise: PromiseLike<unknown> } }
  | { readonly promise: PromiseLike<unknown> };

/** What a wait resolves with when its time is over. */
export interface NothingCame {
  readonly error: { readonly code: string; readonly description: string };
}

/** How long a wait lasts where nothing is said, in milliseconds. */
const WAIT = 60_000;
/** So many milliseconds lie between two calls at least: a server that does not wait is not stormed. */
const PACE = 1_000;
const FAILURES = 3;
/** A proxy on the way says 408 in words of its own. */
const BROKEN = [408, 502, 503, 504];

/** A signal that is aborted when one of these says so. */
export function signalOf(...tokens: unknown[]): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort();
  for (const token of tokens) {
    const signal = token instanceof AbortController ? token.signal : token;
    if (signal instanceof AbortSignal) {
      if (signal.aborted) abort();
      else signal.addEventListener("abort", abort, { once: true });
    } else promiseOf(signal)?.then(abort, () => undefined);
  }
  return controller.signal;
}

/**
 * Calls until something comes, or for `timeout` milliseconds (null: for ever).
 *
 * `ask` is given the milliseconds that its call may take. The refusal `code` means that nothing came yet. Rejects
 * with `Cancelled` when `signal` is aborted, or as the call does.
 */
export async function wait<T>(
  ask: (patience: number | null) => Promise<T>,
  { code, operation, signal, timeout = WAIT }: Wait,
): Promise<T | NothingCame> {
  checkTimeout(timeout);
  const begun = performance.now();
  const left = () => (timeout === null ? Infinity : Math.max(0, begun + timeout - performance.now()));
  for (let failures = 0; ; ) {
    const called = performance.now();
    const patience = left();
    try {
      return await ask(Number.isFinite(patience) ? patience : null);
    } catch (error) {
      if (error instanceof Cancelled || !(error instanceof LoginError)) throw error;
      const isAnswer = error instanceof Refusal && error.code === code;
      if (left() <= 0 && (isAnswer || error instanceof TimedOut)) return nothingCame(code, isAnswer ? error : null);
      const isFailure = !isAnswer && (error instanceof TransportError || BROKEN.includes(error.status ?? 0));
      failures = isFailure ? failures + 1 : 0;
      if (failures > FAILURES || !(isAnswer || isFailure || error.status === 429)) throw error;
      const pause = isAnswer ? Math.max(0, called + PACE - performance.now()) : PACE * 2 ** failures;
      if (left() <= pause) return nothingCame(code, isAnswer ? error : null);
      await sleep(pause, signal).catch(() => {
        throw new Cancelled({ operation, description: "the caller gave up waiting" });
      });
    }
  }
}

/** How a wait is done. */
export interface Wait {
  readonly code: string;
  readonly operation: string;
  readonly signal: AbortSignal;
  readonly timeout?: number | null | undefined;
}

function nothingCame(code: string, refusal: LoginError | null): NothingCame {
  return { error: { code, description: refusal?.description || "Deadline exceeded." } };
}

function promiseOf(token: unknown): PromiseLike<unknown> | undefined {
  const held = token as { token?: { promise?: unknown }; promise?: unknown } | null | undefined;
  const promise = held?.token?.promise ?? held?.promise;
  return typeof (promise as PromiseLike<unknown> | undefined)?.then === "function" ? (promise as PromiseLike<unknown>) : undefined;
}
