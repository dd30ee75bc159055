var _a;
/** The client: where the server is, how long to wait, what to prove, and when to try again. */
import createOpenapiClient, {} from "openapi-fetch";
import { failed, isJson, parsed, success } from "./answers.js";
import { UnexpectedAnswer } from "./errors.js";
import { exchange, UNKNOWN } from "./exchange.js";
import { BASE_URL, OPERATIONS } from "./operations.js";
import { writeBody, writePath, writeQuery } from "./writing.js";
const DEFAULT_TIMEOUT = 5_000;
const WITHOUT_BODY = [101, 103, 204, 205, 304];
const KNOWN = new Map(Object.values(OPERATIONS).map((each) => [`${each.method} ${each.path}`, each]));
/** Makes calls of the API; nothing of it shows a header or a token. */
export class LoginClient {
    /** The client of openapi-fetch, for calls by path; time, retries and tokens are those of this client. */
    raw;
    /** The address of the API. */
    baseUrl;
    #options;
    #plain = null;
    #plans = new WeakMap();
    #replies = new WeakMap();
    /** Raises a `TypeError` where `baseUrl` is no address. */
    constructor(options = {}) {
        this.#options = options;
        const baseUrl = options.baseUrl ?? BASE_URL;
        if (!isAddress(baseUrl))
            throw new TypeError("baseUrl is no address");
        this.baseUrl = baseUrl;
        this.raw = createOpenapiClient({
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
    async call(id, ...[init]) {
        return this.perform(OPERATIONS[id], init ?? {});
    }
    /** The same for an operation that the description does not have; it resolves with what `successes` says. */
    async perform(operation, init) {
        return success(operation, await this.#reply(operation, init));
    }
    /** Makes a call, and resolves with the whole answer; rejects only where there is none. */
    async detailed(id, ...[init]) {
        const operation = OPERATIONS[id];
        const reply = await this.#reply(operation, init ?? {});
        const found = parsed(operation, reply);
        const { status, headers, text } = reply;
        const error = found === undefined ? failed(operation, reply) : null;
        return { status, headers, text, parsed: found?.value, error };
    }
    async #reply(operation, init) {
        const media = operation.media === null || operation.media === "multipart/form-data" ? {} : { "Content-Type": operation.media };
        const request = this.raw.request;
        const { response } = await request(operation.method, operation.path, {
            params: { path: init.path, query: init.query },
            ...(init.body === undefined ? {} : { body: init.body }),
            headers: { ...media, ...init.headers },
            parseAs: "stream",
            fetch: (sent) => this.#exchange(sent, this.#plan(operation, init)),
        });
        const reply = this.#replies.get(response);
        if (reply === undefined)
            throw new UnexpectedAnswer({ operation: operation.id, description: "the answer was replaced" });
        return reply;
    }
    #plan(operation, { timeout, signal }) {
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
    #planning() {
        return {
            onRequest: ({ request, schemaPath }) => {
                const operation = KNOWN.get(`${request.method} ${schemaPath}`) ?? UNKNOWN;
                this.#plans.set(request, this.#plan(operation, { signal: request.signal }));
            },
            onResponse: ({ response, request, options }) => {
                const reply = this.#replies.get(response);
                if (reply === undefined || options.parseAs !== "json" || !response.ok || !reply.text || isJson(reply.text))
                    return;
                throw failed(this.#plans.get(request)?.operation ?? UNKNOWN, reply);
            },
        };
    }
    /** A client like this one without tokens, so that renewing one never waits for itself. */
    get #caller() {
        const { auth: _, serverAuth: __, ...options } = this.#options;
        this.#plain ??= new _a(options);
        return this.#plain;
    }
    async #exchange(request, plan) {
        const reply = await exchange(request, plan);
        const { status, headers, text } = reply;
        const possible = status >= 200 && status <= 599;
        const body = WITHOUT_BODY.includes(status) ? null : text;
        const response = new Response(body, { status: possible ? status : 599, headers });
        this.#replies.set(response, reply);
        return response;
    }
}
_a = LoginClient;
function isAddress(text) {
    try {
        return new URL(text, globalThis.location?.href).protocol.startsWith("http");
    }
    catch {
        return false;
    }
}
