/** The client: where the server is, how long to wait, what to prove, and when to try again. */
import createOpenapiClient, { createQuerySerializer, type Client as OpenapiClient, type Middleware } from "openapi-fetch";

import { failed, isJson, parsed, success, type Reply } from "./answers.js";
import type { Auth, Caller } from "./auth.js";
import { sleep, within, WaitEnded } from "./deadline.js";
import { Cancelled, LoginError, TimedOut, TransportError, UnexpectedAnswer } from "./errors.js";
import type { Answer, CallArguments, CallInit, CallOptions, Operation, OperationId, TokenUse } from "./operation.js";
import { BASE_URL, OPERATIONS, UNEXPLODED } from "./operations.js";
import { lost, pauseBefore, type Outcome, type Retries } from "./retries.js";
import type { paths } from "./schema.js";

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

/** How one request is made. */
interface Plan {
  readonly operation: Pick<Operation, "id" | "changesNothing" | "token" | "successes">;
  readonly timeout: number | null;
  readonly signal: AbortSignal | undefined;
  readonly retries: Retries;
  readonly auth: Auth | undefined;
}

type Loose = (method: string, path: string, init: object) => Promise<{ readonly response: Response }>;

const DEFAULT_TIMEOUT = 5_000;
const WITHOUT_BODY = [101, 103, 204, 205, 304];
const UNKNOWN = { id: "", changesNothing: false, token: null, successes: {} };

/** Makes calls of the API; nothing of it shows a header or a token. */
export class LoginClient implements Caller {
  /** The client of openapi-fetch, for calls by path; time, retries and tokens are those of this client. */
  readonly raw: OpenapiClient<paths>;
  readonly #options: ClientOptions;
  readonly #plans = new WeakMap<Request, Plan>();
  readonly #replies = new WeakMap<Response, Reply>();

  /** Raises a `TypeError` where `baseUrl` is no address. */
  constructor(options: ClientOptions = {}) {
    this.#options = options;
    const baseUrl = options.baseUrl ?? BASE_URL;
    if (!isAddress(baseUrl)) throw new TypeError("baseUrl is no address");
    this.raw = createOpenapiClient<paths>({
      baseUrl,
      credentials: options.credentials ?? "include",
      redirect: "manual",
      headers: { ...options.headers },
      querySerializer: writeQuery,
      pathSerializer: writePath,
      bodySerializer: writeBody,
      fetch: (request) => this.#exchange(request, this.#plans.get(request) ?? this.#plan(UNKNOWN, {})),
    });
    this.raw.use(this.#planning());
  }

  /**
   * Makes a call, and resolves with what a documented success brings.
   *
   * Rejects with a `LoginError` of the family in `errors`.
   */
  async call<Id extends OperationId>(id: Id, ...[init]: CallArguments<Id>): Promise<Answer<Id>> {
    const operation = OPERATIONS[id];
    return success(operation, await this.#reply(operation, init ?? {})) as Answer<Id>;
  }

  /** Makes a call, and resolves with the whole answer; rejects only where there is none. */
  async detailed<Id extends OperationId>(id: Id, ...[init]: CallArguments<Id>): Promise<DetailedAnswer<Id>> {
    const operation: Operation = OPERATIONS[id];
    const reply = await this.#reply(operation, init ?? {});
    const found = parsed(operation, reply);
    const { status, headers, text } = reply;
    const error = found === undefined ? failed(operation, reply) : null;
    return { status, headers, text, parsed: found?.value as Answer<Id> | undefined, error };
  }

  async #reply(operation: Operation, init: CallOptions & { path?: unknown; query?: unknown; body?: unknown }): Promise<Reply> {
    const media = operation.media === null || operation.media === "multipart/form-data" ? {} : { "Content-Type": operation.media };
    const request = this.raw.request as unknown as Loose;
    const { response } = await request(operation.method, operation.path, {
      params: { path: init.path, query: init.query },
      ...(init.body === undefined ? {} : { body: init.body }),
      headers: { ...media, ...init.headers },
      parseAs: "stream",
      fetch: (sent: Request) => this.#exchange(sent, this.#plan(operation, init)),
    });
    const reply = this.#replies.get(response);
    if (reply === undefined) throw new UnexpectedAnswer({ operation: operation.id, description: "the answer was replaced" });
    return reply;
  }

  #plan(operation: Plan["operation"], { timeout, signal }: CallOptions): Plan {
    const { auth, serverAuth, retries } = this.#options;
    const usual = this.#options.timeout === undefined ? DEFAULT_TIMEOUT : this.#options.timeout;
    return {
      operation,
      signal,
      timeout: timeout === undefined ? usual : timeout,
      retries: retries ?? {},
      auth: operation.token?.of === "server" ? serverAuth : operation.token ? auth : undefined,
    };
  }

  /** Tells the requests of `raw` by their paths, and refuses answers that it could not read. */
  #planning(): Middleware {
    const known = new Map(Object.values<Operation>(OPERATIONS).map((each) => [`${each.method} ${each.path}`, each]));
    return {
      onRequest: ({ request, schemaPath }) => {
        const operation = known.get(`${request.method} ${schemaPath}`) ?? UNKNOWN;
        this.#plans.set(request, this.#plan(operation, { signal: request.signal }));
      },
      onResponse: ({ response, request, options }) => {
        const reply = this.#replies.get(response);
        if (reply === undefined || options.parseAs !== "json" || !response.ok || !reply.text || isJson(reply.text)) return;
        throw failed(this.#plans.get(request)?.operation ?? UNKNOWN, reply);
      },
    };
  }

  async #exchange(request: Request, plan: Plan): Promise<Response> {
    const { token: use } = plan.operation;
    const auth = use !== null && !request.headers.has(use.header) ? plan.auth : undefined;
    const body = await request.arrayBuffer();
    const send = (token: string | null) => this.#repeated(() => withToken(request, body, use, token), plan);
    if (auth === undefined || use === null) return this.#answer(await send(null));
    const token = await this.#patiently(plan, auth.token(this.#caller));
    const reply = await send(token);
    if (token === null || !refuses(use, reply)) return this.#answer(reply);
    const renewed = await this.#patiently(plan, auth.renew(token, this.#caller));
    return this.#answer(renewed === null || renewed === token ? reply : await send(renewed));
  }

  /** A client like this one whose calls want no token, so that renewing one never waits for itself. */
  get #caller(): Caller {
    const { auth: _auth, serverAuth: _serverAuth, ...options } = this.#options;
    return new LoginClient(options);
  }

  /** Waits for tokens that others wait for too: whoever gives up does so alone. */
  async #patiently<T>(plan: Plan, work: Promise<T>): Promise<T> {
    try {
      return await within({ timeout: null, signal: plan.signal }, () => work);
    } catch (error) {
      throw error instanceof WaitEnded ? unanswered(plan, null, error) : error;
    }
  }

  async #repeated(make: () => Request, plan: Plan): Promise<Reply> {
    for (let attempt = 1; ; attempt += 1) {
      const request = make();
      const [outcome, error] = await this.#once(request, plan);
      const pause = pauseBefore(plan.retries, attempt, { changesNothing: plan.operation.changesNothing, outcome });
      if (pause === null) {
        if ("status" in outcome) return outcome;
        throw unanswered(plan, request, error);
      }
      const status = "status" in outcome ? outcome.status : null;
      const reason = "lost" in outcome ? outcome.reason : null;
      plan.retries.onRetry?.({ operation: plan.operation.id, attempt, pause, status, reason });
      await sleep(pause, plan.signal).catch((ended) => {
        throw unanswered(plan, request, ended);
      });
    }
  }

  async #once(request: Request, plan: Plan): Promise<[Reply | Exclude<Outcome, { status: number }>, unknown]> {
    try {
      return [await within(plan, (signal) => this.#read(new Request(request, { signal }))), null];
    } catch (error) {
      if (error instanceof WaitEnded) {
        if (error.why === "given up") throw unanswered(plan, request, error);
        return [{ lost: "late", reason: "timeout" }, error];
      }
      return [lost(error), error];
    }
  }

  async #read(request: Request): Promise<Reply> {
    const send = this.#options.fetch ?? fetch;
    const response = await send(request);
    const text = await response.text();
    // A browser shows nothing of a redirect but that it is one.
    const status = response.type === "opaqueredirect" ? 302 : response.status;
    return { status, headers: response.headers, text, requestId: request.headers.get("X-Request-Id") };
  }

  #answer(reply: Reply): Response {
    const { status, headers, text } = reply;
    const possible = status >= 200 && status <= 599;
    const body = WITHOUT_BODY.includes(status) ? null : text;
    const response = new Response(body, { status: possible ? status : 599, headers });
    this.#replies.set(response, reply);
    return response;
  }
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
  if (reply.status !== use.refused.status) return false;
  return reply.status === 401 || failed(UNKNOWN, reply).code === use.refused.code;
}

function unanswered(plan: Plan, request: Request | null, error: unknown): LoginError {
  const facts = { operation: plan.operation.id, requestId: request?.headers.get("X-Request-Id") ?? null };
  if (error instanceof WaitEnded) {
    if (error.why === "given up") return new Cancelled({ ...facts, description: "the caller gave up waiting" });
    return new TimedOut({ ...facts, description: `no answer came in ${plan.timeout} milliseconds` });
  }
  return new TransportError({ ...facts, cause: error, description: `no answer came (${lost(error).reason})` });
}

function isAddress(text: string): boolean {
  try {
    return new URL(text, globalThis.location?.href).protocol.startsWith("http");
  } catch {
    return false;
  }
}

const exploded = createQuerySerializer<unknown>();
const joined = createQuerySerializer<unknown>({ array: { style: "form", explode: false } });

function writeQuery(query: Record<string, unknown>): string {
  const named = Object.entries(query);
  const inOne = named.filter(([name]) => UNEXPLODED.includes(name));
  const others = named.filter(([name]) => !UNEXPLODED.includes(name));
  return [exploded(Object.fromEntries(others)), joined(Object.fromEntries(inOne))].filter(Boolean).join("&");
}

/** Raises a `TypeError` for a value that would lead to another path: none, `.` or `..`. */
function writePath(path: string, values: Record<string, unknown>): string {
  return path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = String(values[name] ?? "");
    if (["", ".", ".."].includes(value)) throw new TypeError(`${name} cannot stand in a path`);
    return encodeURIComponent(value);
  });
}

function writeBody(body: unknown, headers?: unknown): BodyInit {
  if (body instanceof FormData) return body;
  const type = headers instanceof Headers ? headers.get("Content-Type") : null;
  if (type !== "application/x-www-form-urlencoded") return JSON.stringify(body);
  const given = Object.entries(body as Record<string, unknown>).filter(([, value]) => value !== undefined && value !== null);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}

export type { CallInit };
