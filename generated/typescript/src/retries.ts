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
export function checkRetries({ attempts = 3, longestWait = 0, firstPause = 0 }: Retries): void {
  if (!(Number.isInteger(attempts) && attempts >= 1)) throw new RangeError("attempts: 1 or more");
  if (!(longestWait >= 0)) throw new RangeError("longestWait: not less than 0 milliseconds");
  if (!(firstPause >= 0)) throw new RangeError("firstPause: not less than 0 milliseconds");
}

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
export type Outcome =
  | { readonly status: number; readonly headers: Headers }
  | { readonly lost: "never sent" | "broken" | "late"; readonly reason: string };

/** The server has done nothing: it sent the call away. */
const SENT_AWAY = [429];
/** Whether the server has done anything is not known. */
const PERHAPS_DONE = [502, 503, 504];
/** How Node says that a connection was never made. Browsers do not tell. */
const NEVER_CONNECTED = [
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "UND_ERR_CONNECT_TIMEOUT",
];

/**
 * The milliseconds to wait before a call is made again, or null where it is not.
 *
 * Any call is repeated that the server did not take: it could not be connected to, or answered 429. A call
 * that changes nothing is also repeated when the connection broke, and on 502, 503 and 504. No call is
 * repeated that ran out of time: the time is the caller's.
 */
export function pauseBefore(
  retries: Retries,
  attempt: number,
  call: { readonly repeatable: boolean; readonly outcome: Outcome },
): number | null {
  const { attempts = 3, longestWait = 30_000, firstPause = 250 } = retries;
  if (attempt >= attempts || !mayBeRepeated(call.outcome, call.repeatable)) return null;
  const wanted = "status" in call.outcome ? retryAfter(call.outcome.headers) : null;
  const pause = firstPause * 2 ** (attempt - 1);
  if (wanted === null) return Math.min(pause / 2 + (Math.random() * pause) / 2, longestWait);
  // A little on top, so that not everybody comes back at once.
  return wanted <= longestWait ? wanted + Math.random() * pause : null;
}

/** Why a call got no answer, by what `fetch` raised. */
export function lost(error: unknown): { readonly lost: "never sent" | "broken"; readonly reason: string } {
  const code = codes(error).find((each) => each !== "");
  const neverSent = code !== undefined && NEVER_CONNECTED.includes(code);
  return { lost: neverSent ? "never sent" : "broken", reason: code ?? (error instanceof Error ? error.name : "unknown") };
}

function codes(error: unknown): string[] {
  const found: string[] = [];
  for (let each = error, depth = 0; typeof each === "object" && each !== null && depth < 5; depth += 1) {
    if ("code" in each && typeof each.code === "string") found.push(each.code);
    each = "cause" in each ? each.cause : null;
  }
  return found;
}

function mayBeRepeated(outcome: Outcome, repeatable: boolean): boolean {
  if ("status" in outcome) {
    return SENT_AWAY.includes(outcome.status) || (repeatable && PERHAPS_DONE.includes(outcome.status));
  }
  return outcome.lost === "never sent" || (repeatable && outcome.lost === "broken");
}

/** The milliseconds that an answer asks to wait, by a number or a date (RFC 9110, 10.2.3). */
function retryAfter(headers: Headers): number | null {
  const text = (headers.get("Retry-After") ?? "").trim();
  if (/^[0-9]+$/.test(text)) return Number(text.slice(0, 9)) * 1000;
  // A date has a name in it; `Date.parse` reads any number as a year.
  const until = /^[A-Za-z]/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(until)) return null;
  const now = Date.parse(headers.get("Date") ?? "");
  return Math.max(0, until - (Number.isNaN(now) ? Date.now() : now));
}
