/** Waiting that ends: after a time, or when the caller gives up. */

/** How a wait ended that did not come to what was waited for. */
export class WaitEnded {
  readonly why: "late" | "given up";

  constructor(why: "late" | "given up") {
    this.why = why;
  }
}

/** So many milliseconds a timer counts at most; who waits longer waits for ever. */
const LONGEST = 2 ** 31 - 1;

/** Raises a `RangeError` where a time to wait is none. */
export function checkTimeout(timeout: number | null | undefined): void {
  if (typeof timeout === "number" && !(timeout >= 0)) throw new RangeError("timeout: not less than 0 milliseconds, or null");
}

/**
 * Does work that is given a signal, and ends it after `timeout` milliseconds (null: never) or by `signal`.
 *
 * Rejects with `WaitEnded` then, also where the work does not heed its signal.
 */
export async function within<T>(
  limits: { readonly timeout: number | null; readonly signal?: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { timeout, signal } = limits;
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let give: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    const end = (why: "late" | "given up") => {
      reject(new WaitEnded(why));
      controller.abort();
    };
    give = () => end("given up");
    if (timeout !== null && timeout <= LONGEST) timer = setTimeout(() => end("late"), timeout);
    if (signal?.aborted) give();
    else signal?.addEventListener("abort", give, { once: true });
  });
  // It may be rejected before it is looked at.
  ended.catch(() => undefined);
  try {
    return await Promise.race([ended, signal?.aborted ? ended : work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    if (give !== undefined) signal?.removeEventListener("abort", give);
  }
}

/** Waits so many milliseconds; rejects with `WaitEnded` when the caller gives up before. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await within({ timeout: null, signal }, () => new Promise((done) => (timer = setTimeout(done, Math.min(milliseconds, LONGEST)))));
  } finally {
    clearTimeout(timer);
  }
}
