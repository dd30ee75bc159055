import { LoginClient } from "./client.js";
import { WaitEnded, within } from "./deadline.js";
import { CODES } from "./error-codes.js";
import { Cancelled, LoginError, Refusal } from "./errors.js";
import { withoutSecrets } from "./masking.js";
import { OPERATIONS } from "./operations.js";
import { sameState } from "./pkce.js";
import { configured, given, isOauth2, request } from "./sdk-call.js";
import { TokenAuth } from "./token-auth.js";
import { granted } from "./token-endpoint.js";
import { signalOf, wait } from "./waiting.js";
/** The state of a login. */
export class Login {
    /** The client that calls are made with, for every operation of the API. */
    client;
    #rules;
    #config;
    #connection;
    #auth = null;
    #magicLink = undefined;
    /** Whether a login may end on a token, which no state guards: calls of OAuth 2.0 have a code instead. */
    #takesToken;
    #completed = null;
    #unsaved = null;
    constructor(rules, config) {
        this.#rules = rules;
        this.#config = config;
        this.#connection = config;
        this.#takesToken = !this.isOauth2;
        const { baseUrl, timeout, retries, headers, credentials, fetch: send } = config;
        const auth = {
            token: async (...[caller]) => (await this.#auth?.token(caller)) ?? null,
            renew: async (...[refused, caller]) => (await this.#auth?.renew(refused, caller)) ?? null,
        };
        this.client = new LoginClient({ ...present({ baseUrl, timeout, retries, headers, credentials, fetch: send }), auth });
        if (config.tokens !== undefined)
            this.use(config.tokens);
    }
    /** Whether calls that are there for both protocols are those of OAuth 2.0. */
    get isOauth2() {
        return isOauth2(this.#rules, this.#config);
    }
    /** The tokens of who is logged in, null as long as nobody is. They are secrets. */
    get tokens() {
        return this.#auth?.tokens ?? null;
    }
    /** Goes on with a login whose tokens were kept; where they can be renewed, they renew themselves. */
    use(tokens) {
        const { clientSecret, save, load } = this.#connection;
        const clientId = String(this.#value("clientId") ?? "");
        this.#auth = new TokenAuth({ tokens, clientId, ...present({ clientSecret, save, load }) });
    }
    /**
     * Logs in with the address that a login ended on, its `login_url`; afterwards there is `account`.
     *
     * A user token in it is taken, a code of OAuth 2.0 is exchanged. A code works once, so that the same address is
     * gone through once, however often it is asked for: who gives up leaves the others what comes of it. No state
     * guards a token: where calls are those of OAuth 2.0, it is taken only after one with `isOauth2: false`.
     *
     * Raises a `TypeError` where it is no such address, or its state is not the one of this object; rejects with a
     * `LoginError` where it tells that the login failed, the code is worth nothing, or the tokens could not be saved:
     * then the next call with this address saves them once more.
     */
    async complete(loginUrl, options = {}) {
        const landing = landed(loginUrl);
        const { signal, ...rest } = options;
        if (signal?.aborted !== true && this.#completed?.url !== loginUrl) {
            const tokens = this.#complete(loginUrl, landing, rest);
            const completed = { url: loginUrl, tokens };
            this.#completed = completed;
            tokens.catch(() => {
                if (this.#completed === completed)
                    this.#completed = null;
            });
        }
        const { tokens } = this.#completed ?? {};
        return within({ timeout: null, signal }, () => tokens).catch((error) => {
            throw error instanceof WaitEnded ? new Cancelled({ description: "the caller gave up waiting" }) : error;
        });
    }
    /** Makes a call of the SDK. */
    async make(call, list) {
        const read = given(call, list);
        const made = this.#request(call, list);
        const options = (read.rest ?? {});
        if (call.waitsWhile === undefined)
            return this.#answer(call, made.id, await this.#sent(call, made, options));
        const token = call.cancelledBy === undefined ? undefined : read.beside[call.cancelledBy];
        const signal = signalOf(token, options.signal);
        const { id: operation } = made;
        return wait((timeout) => this.#sent(call, made, { ...options, signal, timeout }), {
            code: call.waitsWhile,
            operation,
            signal,
            timeout: options.timeout,
        });
    }
    /** The address of a call that a browser makes. */
    address(call, list) {
        const { id, query } = this.#request(call, list);
        const base = new URL(this.client.baseUrl, globalThis.location?.href).href.replace(/\/$/, "");
        const address = new URL(base + OPERATIONS[id].path);
        for (const [name, value] of Object.entries(query))
            address.searchParams.set(name, String(value));
        return address.href;
    }
    #value(name) {
        return configured(this.#rules, this.#config, name);
    }
    #request(call, list) {
        const facade = { rules: this.#rules, config: this.#config, magicLink: this.#magicLink };
        const made = request(call, given(call, list), facade);
        if (call.oauth2 !== undefined && made.id === call.jwt?.id)
            this.#takesToken = true;
        return made;
    }
    async #sent(call, { id, path, query, body, headers }, options) {
        const send = this.client.call.bind(this.client);
        try {
            return await send(id, { path, query, body, ...options, headers: { ...options.headers, ...headers } });
        }
        catch (error) {
            if (!(error instanceof Refusal) || !call.asks?.includes(error.code ?? "") || !("operation_id" in error.details))
                throw error;
            const { code, description, details } = error;
            return { error: { code, description, details } };
        }
    }
    #answer(call, id, value) {
        const { setting } = this.#rules.magicLink;
        if (typeof value === "object" && value !== null && setting in value) {
            this.#magicLink = Boolean(value[setting]);
        }
        if (call.answer.startsWith("location") && value !== undefined) {
            const status = Object.keys(OPERATIONS[id].successes).find((each) => each.startsWith("3"));
            return { code: Number(status), location: value };
        }
        return value === undefined ? { code: 204 } : value;
    }
    async #complete(url, landing, options) {
        const kept = this.#unsaved?.url === url ? this.#unsaved : { url, tokens: await this.#brought(landing, options) };
        const { tokens } = kept;
        this.#unsaved = kept;
        try {
            await this.#connection.save?.(tokens);
        }
        catch (cause) {
            throw new LoginError({ description: "the tokens could not be saved", cause });
        }
        if (this.#unsaved === kept)
            this.#unsaved = null;
        this.use(tokens);
        return tokens;
    }
    async #brought(landing, options) {
        const token = this.#takesToken ? landing.get("token") : null;
        if (!token && !landing.get("code"))
            throw new TypeError("a token is in the address, but a login of OAuth 2.0 ends on a code");
        if (token)
            return { accessToken: token, refreshToken: null, expiresAt: null };
        const state = this.#value("state");
        if (!sameState(typeof state === "string" ? state : null, landing.get("state"))) {
            throw new TypeError("the state of the address is not the one that the login was started with");
        }
        const { codeVerifier, ...rest } = options;
        const redirectUri = this.#value("redirectUrl");
        const grant = {
            grant_type: "authorization_code",
            client_id: String(this.#value("clientId") ?? ""),
            client_secret: this.#connection.clientSecret,
            code: landing.get("code") ?? "",
            code_verifier: codeVerifier,
            redirect_uri: typeof redirectUri === "string" ? redirectUri : undefined,
        };
        return granted(this.client, grant, rest);
    }
}
function landed(loginUrl) {
    let query;
    try {
        query = new URL(loginUrl).searchParams;
    }
    catch {
        throw new TypeError("the login did not end on an address");
    }
    const error = query.get("error_code") ?? query.get("error");
    if (error) {
        const kind = Object.hasOwn(CODES, error) ? CODES[error] : undefined;
        const description = withoutSecrets(query.get("error_description") ?? "the login failed");
        throw new (kind ?? LoginError)({ code: error, description });
    }
    if (!query.get("token") && !query.get("code"))
        throw new TypeError("neither a token nor a code is in the address");
    return query;
}
/** An object without what is undefined. */
function present(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
