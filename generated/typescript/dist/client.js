var _a;
/** The client: where the server is, how long to wait, what to prove, and when to try again. */
import createOpenapiClient, {} from "openapi-fetch";
import { failed, parsed, success } from "./answers.js";
import { checkTimeout } from "./deadline.js";
import { TransportError } from "./errors.js";
import { exchange, UNKNOWN } from "./exchange.js";
import { BASE_URL, OPERATIONS } from "./operations.js";
import { checkRetries } from "./retries.js";
import { isHeader, writeBody, writePath, writeQuery } from "./writing.js";
const DEFAULT_TIMEOUT = 5_000;
const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];
const WITHOUT_BODY = [101, 103, 204, 205, 304];
const KNOWN = new Map(Object.values(OPERATIONS).map((each) => [`${each.method} ${each.path}`, each]));
/** Makes calls of the API; nothing of it shows a header or a token. */
export class LoginClient {
    /** The client of openapi-fetch, for calls by path; time, retries, tokens and forms are those of this client. */
    raw;
    /** The address of the API. */
    baseUrl;
    #options;
    #plain = null;
    #send;
    /**
     * Raises a `TypeError` where `baseUrl` is no address, or has more in it than an address, or a header cannot be
     * sent; a `RangeError` where a number is out of range.
     */
    constructor(options = {}) {
        this.#options = options;
        const baseUrl = options.baseUrl ?? BASE_URL;
        if (!isAddress(baseUrl))
            throw new TypeError("baseUrl is no address such as https://login.xsolla.com/api");
        for (const [name, value] of Object.entries(options.headers ?? {})) {
            if (!isHeader(name, value))
                throw new TypeError(`the header ${name} cannot be sent`);
        }
        checkTimeout(options.timeout);
        checkRetries(options.retries ?? {});
        this.baseUrl = baseUrl;
        const made = createOpenapiClient({
            baseUrl,
            credentials: options.credentials ?? "include",
            redirect: "manual",
            headers: { ...options.headers },
            querySerializer: writeQuery,
            pathSerializer: writePath,
            bodySerializer: writeBody,
        });
        this.#send = made.request;
        const request = (method, path, init) => this.#byPath(method.toUpperCase(), path, init ?? {});
        const methods = METHODS.map((method) => [method, (path, init) => request(method, path, init)]);
        this.raw = { ...made, request, ...Object.fromEntries(methods) };
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
        const headers = { ...(init.body === undefined ? {} : mediaOf(operation)), ...init.headers };
        for (const [name, value] of Object.entries(headers)) {
            if (isHeader(name, value))
                continue;
            throw new TransportError({ operation: operation.id, description: `the header ${name} cannot be sent` });
        }
        const plan = this.#plan(operation, init);
        let last;
        const { response, error } = await this.#send(operation.method, operation.path, {
            params: { path: init.path, query: init.query },
            ...(init.body === undefined ? {} : { body: init.body }),
            headers,
            parseAs: "stream",
            fetch: async (request) => (last = await this.#exchange(request, plan)).response,
        });
        if (last?.response === response)
            return last.reply;
        // The caller's own middleware has put another answer in its place.
        const text = response.ok ? await response.text() : typeof error === "string" ? error : JSON.stringify(error ?? "");
        const requestId = last?.reply.requestId ?? null;
        return { status: response.status, headers: response.headers, text, requestId, opaque: false };
    }
    async #byPath(method, path, init) {
        const operation = KNOWN.get(`${method} ${path}`) ?? UNKNOWN;
        const headers = init.headers instanceof Headers || Array.isArray(init.headers) ? Object.fromEntries(init.headers) : init.headers;
        const own = init.fetch === undefined ? {} : { fetch: init.fetch };
        let last;
        try {
            return await this.#send(method, path, {
                ...init,
                headers: { ...(init.body === undefined ? {} : mediaOf(operation)), ...headers },
                fetch: async (request) => {
                    last = await this.#exchange(request, { ...this.#plan(operation, { signal: request.signal }), ...own });
                    return last.response;
                },
            });
        }
        catch (error) {
            if (error instanceof SyntaxError && last !== undefined)
                throw failed(operation, last.reply);
            throw error;
        }
    }
    #plan(operation, { timeout, signal }) {
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
        return { reply, response: new Response(body, { status: possible ? status : 599, headers }) };
    }
}
_a = LoginClient;
/** The header that says that a body is a form, where it is one; that of a multipart form needs its boundary. */
function mediaOf({ media }) {
    return media === "application/x-www-form-urlencoded" ? { "Content-Type": media } : {};
}
function isAddress(text) {
    try {
        const { protocol, username, password, search, hash } = new URL(text, globalThis.location?.href);
        return protocol.startsWith("http") && !(username || password || search || hash);
    }
    catch {
        return false;
    }
}
