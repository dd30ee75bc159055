/** One call on the wire: with a token, in time, and again where it may be repeated. */
import { errorObject, type Reply } from "./answers.js";
import type { Auth } from "./auth.js";
import { sleep, WaitEnded, within } from "./deadline.js";
import { Cancelled, LoginError, TimedOut, TransportError } from "./errors.js";
import type { Operation, TokenUse } from "./operation.js";
import { lost, pauseBefore, type Outcome, type Retries } from "./retries.js";
import type { Caller } from "./token-endpoint.js";
import { isHeader } from "./writing.js";

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
export const UNKNOWN = { id: "", repeatable: false, token: null, successes: {} };

/** Makes a call, once more with a new token where the server takes this one no longer; rejects with a `LoginError`. */
export async function exchange(request: Request, plan: Plan): Promise<Reply> {
  const { token: use } = plan.operation;
  const auth = use !== null && !request.headers.has(use.header) ? plan.auth : undefined;
  const body = await request.arrayBuffer();
  const send = (token: string | null) => {
    if (use === null || token === null || isHeader(use.header, `${use.prefix}${token}`)) {
      return repeated(() => withToken(request, body, use, token), plan);
    }
    // What raises it quotes the token.
    throw new TransportError({ operation: plan.operation.id, description: "the token cannot stand in a header" });
  };
  if (auth === undefined || use === null) return send(null);
  const token = await patiently(plan, () => auth.token(plan.caller()));
  const reply = await send(token);
  if (token === null || !refuses(use, reply)) return reply;
  const renewed = await patiently(plan, () => auth.renew(token, plan.caller()));
  return renewed === null || renewed === token ? reply : send(renewed);
}

/** Waits for tokens that others wait for too: whoever gives up does so alone. */
async function patiently<T>(plan: Plan, work: () => Promise<T>): Promise<T> {
  try {
    return await within({ timeout: null, signal: plan.signal }, work);
  } catch (error) {
    throw error instanceof WaitEnded ? unanswered(plan, null, error) : error;
  }
}

async function repeated(make: () => Request, plan: Plan): Promise<Reply> {
  for (let attempt = 1; ; attempt += 1) {
    const request = make();
    const [outcome, error] = await once(request, plan);
    const { repeatable, id } = plan.operation;
    const pause = pauseBefore(plan.retries, attempt, { repeatable, outcome });
    if (pause === null) {
      if ("status" in outcome) return outcome;
      throw unanswered(plan, request, error);
    }
    const status = "status" in outcome ? outcome.status : null;
    const reason = "lost" in outcome ? outcome.reason : null;
    plan.retries.onRetry?.({ operation: id, attempt, pause, status, reason });
    await sleep(pause, plan.signal).catch((ended: unknown) => {
      throw unanswered(plan, request, ended);
    });
  }
}

async function once(request: Request, plan: Plan): Promise<[Reply | Exclude<Outcome, { status: number }>, unknown]> {
  try {
    return [await within(plan, (signal) => read(new Request(request, { signal }), plan)), null];
  } catch (error) {
    if (!(error instanceof WaitEnded)) return [lost(error), error];
    if (error.why === "given up") throw unanswered(plan, request, error);
    return [{ lost: "late", reason: "timeout" }, error];
  }
}

async function read(request: Request, plan: Plan): Promise<Reply> {
  const send = plan.fetch;
  const response = await send(request);
  const text = await response.text();
  // A browser shows nothing of a redirect but that it is one.
  const opaque = response.type === "opaqueredirect";
  const status = opaque ? 302 : response.status;
  return { status, headers: response.headers, text, requestId: request.headers.get("X-Request-Id"), opaque };
}

function withToken(request: Request, body: ArrayBuffer, use: TokenUse | null, token: string | null): Request {
  const headers = new Headers(request.headers);
  if (use !== null && token !== null) headers.set(use.header, `${use.prefix}${token}`);
  return new Request(request.url, {
    method: request.method,
    headers,
    body: body.byteLength > 0 ? body : null,
    redirect: "manual",
    credentials: request.credentials,
    cache: request.cache,
    keepalive: request.keepalive,
    referrerPolicy: request.referrerPolicy,
  });
}

function refuses(use: TokenUse, reply: Reply): boolean {
  return reply.status === use.refused.status && errorObject(reply.text)?.code === use.refused.code;
}

function unanswered(plan: Plan, request: Request | null, error: unknown): LoginError {
  const facts = { operation: plan.operation.id, requestId: request?.headers.get("X-Request-Id") ?? null };
  if (error instanceof WaitEnded) {
    if (error.why === "given up") return new Cancelled({ ...facts, description: "the caller gave up waiting" });
    return new TimedOut({ ...facts, description: `no answer came in ${plan.timeout} milliseconds` });
  }
  return new TransportError({ ...facts, cause: error, description: `no answer came (${lost(error).reason})` });
}
