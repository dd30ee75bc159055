/** The client: where the server is, how long to wait, what to prove, and when to try again. */
import createOpenapiClient, { type Client as OpenapiClient } from "openapi-fetch";

import { failed, parsed, success, type Reply } from "./answers.js";
import type { Auth } from "./auth.js";
import { checkTimeout } from "./deadline.js";
import { type LoginError, TransportError } from "./errors.js";
import { exchange, UNKNOWN, type Plan } from "./exchange.js";
import type { Answer, CallArguments, CallOptions, Operation, OperationId } from "./operation.js";
import { BASE_URL, OPERATIONS } from "./operations.js";
import { checkRetries, type Retries } from "./retries.js";
import type { paths } from "./schema.js";
import type { Caller } from "./token-endpoint.js";
import { isHeader, writeBody, writePath, writeQuery } from "./writing.js";

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

interface RawInit {
  readonly body?: unknown;
  readonly headers?: object;
  readonly fetch?: (request: Request) => Promise<Response>;
}

type Raw = (method: string, path: string, init: object) => Promise<{ readonly response: Response; readonly error?: unknown }>;
type Exchanged = { readonly reply: Reply; readonly response: Response };

const DEFAULT_TIMEOUT = 5_000;
const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];
const WITHOUT_BODY = [101, 103, 204, 205, 304];
const KNOWN = new Map(Object.values<Operation>(OPERATIONS).map((each) => [`${each.method} ${each.path}`, each]));

/** Makes calls of the API; nothing of it shows a header or a token. */
export class LoginClient implements Caller {
  /** The client of openapi-fetch, for calls by path; time, retries, tokens and forms are those of this client. */
  readonly raw: OpenapiClient<paths>;
  /** The address of the API. */
  readonly baseUrl: string;
  readonly #options: ClientOptions;
  #plain: LoginClient | null = null;
  readonly #send: Raw;

  /**
   * Raises a `TypeError` where `baseUrl` is no address, or has more in it than an address, or a header cannot be
   * sent; a `RangeError` where a number is out of range.
   */
  constructor(options: ClientOptions = {}) {
    this.#options = options;
    const baseUrl = options.baseUrl ?? BASE_URL;
    if (!isAddress(baseUrl)) throw new TypeError("baseUrl is no address such as https://login.xsolla.com/api");
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      if (!isHeader(name, value)) throw new TypeError(`the header ${name} cannot be sent`);
    }
    checkTimeout(options.timeout);
    checkRetries(options.retries ?? {});
    this.baseUrl = baseUrl;
    const made = createOpenapiClient<paths>({
      baseUrl,
      credentials: options.credentials ?? "include",
      redirect: "manual",
      headers: { ...options.headers },
      querySerializer: writeQuery,
      pathSerializer: writePath,
      bodySerializer: writeBody,
    });
    this.#send = made.request as unknown as Raw;
    const request = (method: string, path: string, init?: RawInit) => this.#byPath(method.toUpperCase(), path, init ?? {});
    const methods = METHODS.map((method) => [method, (path: string, init?: RawInit) => request(method, path, init)]);
    this.raw = { ...made, request, ...Object.fromEntries(methods) } as unknown as OpenapiClient<paths>;
  }

  /**
   * Makes a call, and resolves with what a documented success brings.
   *
   * Rejects with a `LoginError` of the family in `errors`.
   */
  async call<Id extends OperationId>(id: Id, ...[init]: CallArguments<Id>): Promise<Answer<Id>> {
    return this.perform(OPERATIONS[id], init ?? {}) as Promise<Answer<Id>>;
  }

  /** The same for an operation that the description does not have; it resolves with what `successes` says. */
  async perform(operation: Operation, init: LooseInit): Promise<unknown> {
    return success(operation, await this.#reply(operation, init));
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

  async #reply(operation: Operation, init: LooseInit): Promise<Reply> {
    const headers = { ...(init.body === undefined ? {} : mediaOf(operation)), ...init.headers };
    for (const [name, value] of Object.entries(headers)) {
      if (isHeader(name, value)) continue;
      throw new TransportError({ operation: operation.id, description: `the header ${name} cannot be sent` });
    }
    const plan = this.#plan(operation, init);
    let last: Exchanged | undefined;
    const { response, error } = await this.#send(operation.method, operation.path, {
      params: { path: init.path, query: init.query },
      ...(init.body === undefined ? {} : { body: init.body }),
      headers,
      parseAs: "stream",
      fetch: async (request: Request) => (last = await this.#exchange(request, plan)).response,
    });
    if (last?.response === response) return last.reply;
    // The caller's own middleware has put another answer in its place.
    const text = response.ok ? await response.text() : typeof error === "string" ? error : JSON.stringify(error ?? "");
    const requestId = last?.reply.requestId ?? null;
    return { status: response.status, headers: response.headers, text, requestId, opaque: false };
  }

  async #byPath(method: string, path: string, init: RawInit): Promise<unknown> {
    const operation: Plan["operation"] & Partial<Operation> = KNOWN.get(`${method} ${path}`) ?? UNKNOWN;
    const headers = init.headers instanceof Headers || Array.isArray(init.headers) ? Object.fromEntries(init.headers) : init.headers;
    const own = init.fetch === undefined ? {} : { fetch: init.fetch };
    let last: Exchanged | undefined;
    try {
      return await this.#send(method, path, {
        ...init,
        headers: { ...(init.body === undefined ? {} : mediaOf(operation)), ...headers },
        fetch: async (request: Request) => {
          last = await this.#exchange(request, { ...this.#plan(operation, { signal: request.signal }), ...own });
          return last.response;
        },
      });
    } catch (error) {
      if (error instanceof SyntaxError && last !== undefined) throw failed(operation, last.reply);
      throw error;
    }
  }

  #plan(operation: Plan["operation"], { timeout, signal }: CallOptions): Plan {
    const { auth, serverAuth, retries } = this.#options;
    checkTimeout(timeout);
    const usual = this.#options.timeout === undefined ? DEFAULT_TIMEOUT : this.#options.timeout;
    return {
      operation,
      signal,
      timeout: timeout === undefined ? usual : timeout,
      retries: retries ?? {},
      auth: operation.token?.of === "server" ? serverAuth : operation.token ? auth : undefined,
      caller: () => this.#caller,
      fetch: this.#options.fetch ?? ((request) => fetch(request)),
    };
  }

  /** A client like this one without tokens, so that renewing one never waits for itself. */
  get #caller(): Caller {
    const { auth: _, serverAuth: __, ...options } = this.#options;
    this.#plain ??= new LoginClient(options);
    return this.#plain;
  }

  async #exchange(request: Request, plan: Plan): Promise<Exchanged> {
    const reply = await exchange(request, plan);
    const { status, headers, text } = reply;
    const possible = status >= 200 && status <= 599;
    const body = WITHOUT_BODY.includes(status) ? null : text;
    return { reply, response: new Response(body, { status: possible ? status : 599, headers }) };
  }
}

/** The header that says that a body is a form, where it is one; that of a multipart form needs its boundary. */
function mediaOf({ media }: Partial<Operation>): Record<string, string> {
  return media === "application/x-www-form-urlencoded" ? { "Content-Type": media } : {};
}

function isAddress(text: string): boolean {
  try {
    const { protocol, username, password, search, hash } = new URL(text, globalThis.location?.href);
    return protocol.startsWith("http") && !(username || password || search || hash);
  } catch {
    return false;
  }
}
