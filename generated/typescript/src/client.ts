/** The client: where the server is, how long to wait, what to prove, and when to try again. */
import createOpenapiClient, { type Client as OpenapiClient, type Middleware } from "openapi-fetch";

import { failed, isJson, parsed, success, type Reply } from "./answers.js";
import type { Auth } from "./auth.js";
import { type LoginError, UnexpectedAnswer } from "./errors.js";
import { exchange, UNKNOWN, type Plan } from "./exchange.js";
import type { Answer, CallArguments, CallOptions, Operation, OperationId } from "./operation.js";
import { BASE_URL, OPERATIONS } from "./operations.js";
import type { Retries } from "./retries.js";
import type { paths } from "./schema.js";
import type { Caller } from "./token-endpoint.js";
import { writeBody, writePath, writeQuery } from "./writing.js";

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

type Loose = (method: string, path: string, init: object) => Promise<{ readonly response: Response }>;

const DEFAULT_TIMEOUT = 5_000;
const WITHOUT_BODY = [101, 103, 204, 205, 304];
const KNOWN = new Map(Object.values<Operation>(OPERATIONS).map((each) => [`${each.method} ${each.path}`, each]));

/** Makes calls of the API; nothing of it shows a header or a token. */
export class LoginClient implements Caller {
  /** The client of openapi-fetch, for calls by path; time, retries and tokens are those of this client. */
  readonly raw: OpenapiClient<paths>;
  /** The address of the API. */
  readonly baseUrl: string;
  readonly #options: ClientOptions;
  #plain: LoginClient | null = null;
  readonly #plans = new WeakMap<Request, Plan>();
  readonly #replies = new WeakMap<Response, Reply>();

  /** Raises a `TypeError` where `baseUrl` is no address. */
  constructor(options: ClientOptions = {}) {
    this.#options = options;
    const baseUrl = options.baseUrl ?? BASE_URL;
    if (!isAddress(baseUrl)) throw new TypeError("baseUrl is no address");
    this.baseUrl = baseUrl;
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
      caller: () => this.#caller,
      fetch: this.#options.fetch ?? ((request) => fetch(request)),
    };
  }

  /** Tells the requests of `raw` by their paths, and refuses answers that it could not read. */
  #planning(): Middleware {
    return {
      onRequest: ({ request, schemaPath }) => {
        const operation = KNOWN.get(`${request.method} ${schemaPath}`) ?? UNKNOWN;
        this.#plans.set(request, this.#plan(operation, { signal: request.signal }));
      },
      onResponse: ({ response, request, options }) => {
        const reply = this.#replies.get(response);
        if (reply === undefined || options.parseAs !== "json" || !response.ok || !reply.text || isJson(reply.text)) return;
        throw failed(this.#plans.get(request)?.operation ?? UNKNOWN, reply);
      },
    };
  }

  /** A client like this one without tokens, so that renewing one never waits for itself. */
  get #caller(): Caller {
    const { auth: _, serverAuth: __, ...options } = this.#options;
    this.#plain ??= new LoginClient(options);
    return this.#plain;
  }

  async #exchange(request: Request, plan: Plan): Promise<Response> {
    const reply = await exchange(request, plan);
    const { status, headers, text } = reply;
    const possible = status >= 200 && status <= 599;
    const body = WITHOUT_BODY.includes(status) ? null : text;
    const response = new Response(body, { status: possible ? status : 599, headers });
    this.#replies.set(response, reply);
    return response;
  }
}

function isAddress(text: string): boolean {
  try {
    return new URL(text, globalThis.location?.href).protocol.startsWith("http");
  } catch {
    return false;
  }
}
