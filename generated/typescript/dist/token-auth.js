/** The tokens of an OAuth 2.0 login, which renew themselves. */
import { SingleFlight } from "./auth.js";
import { LoginError, Refusal, SessionEnded, TransportError, UnexpectedAnswer } from "./errors.js";
import { granted } from "./token-endpoint.js";
/** So long a renewal that failed is not repeated, so that all who were refused at once share it. */
const SHARED = 1_000;
/** So long after a renewal that failed before it was needed the next one is tried. */
const PAUSE = 5_000;
const LOCK = "xsolla-login-client";
/** Refusals that say nothing about the login: the reference does not tell what a 418 stands for. */
const FOR_NOW = [408, 418, 425, 429];
/** Sends the access token, and renews it when it ends or is refused: once, however many calls wait for it. */
export class TokenAuth {
    #options;
    #renewal = new SingleFlight();
    #tokens;
    #began = Date.now();
    #unsaved = null;
    #ended = null;
    #failure = null;
    /** Raises a `RangeError` where `early` is no time. */
    constructor({ tokens, ...options }) {
        const { early = 0 } = options;
        if (early !== null && !(early >= 0))
            throw new RangeError("early: not less than 0 milliseconds, or null");
        this.#options = options;
        this.#tokens = known(tokens);
    }
    /** The newest tokens that were saved. They are secrets. */
    get tokens() {
        return this.#tokens;
    }
    async token(caller) {
        if (this.#ended !== null)
            throw this.#ended;
        if (!this.#isDue())
            return this.#tokens.accessToken;
        try {
            return await this.#renewed(caller);
        }
        catch (error) {
            // The present token does while it lasts and no other can be had.
            if (isForNow(error) && this.#lasts())
                return this.#tokens.accessToken;
            throw error;
        }
    }
    async renew(refused, caller) {
        // Who comes late with a token of before finds the new one.
        if (refused !== this.#tokens.accessToken)
            return this.#tokens.accessToken;
        return this.#tokens.refreshToken === null ? null : this.#renewed(caller);
    }
    #isDue() {
        if (this.#renewal.isUnderWay || this.#unsaved !== null)
            return true;
        const rests = this.#failure !== null && Date.now() - this.#failure.at < PAUSE;
        return this.#tokens.refreshToken !== null && this.#isOver() && !(rests && this.#lasts());
    }
    #lasts() {
        return this.#tokens.expiresAt !== null && Date.now() < this.#tokens.expiresAt;
    }
    /** Whether the token ends soon; in the first half of its life it does not, however short that is. */
    #isOver() {
        const { expiresAt } = this.#tokens;
        const { early = 30_000 } = this.#options;
        if (expiresAt === null || early === null)
            return false;
        return Date.now() >= Math.max(expiresAt - early, (this.#began + expiresAt) / 2);
    }
    #renewed(caller) {
        return this.#renewal.do(async () => {
            if (this.#ended !== null)
                throw this.#ended;
            if (this.#failure !== null && Date.now() - this.#failure.at < SHARED)
                throw this.#failure.error;
            try {
                await this.#alone(() => this.#renew(caller));
                this.#failure = null;
            }
            catch (error) {
                if (isForNow(error))
                    this.#failure = { error, at: Date.now() };
                throw error;
            }
            return this.#tokens.accessToken;
        });
    }
    /** Does the work while no other tab does it. */
    async #alone(work) {
        const locks = this.#options.load === undefined ? undefined : globalThis.navigator?.locks;
        await (locks === undefined ? work() : locks.request(LOCK, work));
    }
    async #renew(caller) {
        if (this.#unsaved === null && (await this.#hasLoaded()))
            return;
        try {
            this.#unsaved ??= await this.#asked(caller);
        }
        catch (error) {
            if (error instanceof SessionEnded && (await this.#hasLoaded()))
                return;
            if (error instanceof SessionEnded)
                this.#ended = error;
            throw error;
        }
        const { save } = this.#options;
        try {
            await save?.(this.#unsaved);
        }
        catch (cause) {
            throw new LoginError({ description: "the renewed tokens could not be saved", cause });
        }
        this.#take(this.#unsaved);
        this.#unsaved = null;
    }
    /** Takes the tokens that were kept last, where they are others than those here. */
    async #hasLoaded() {
        const { load } = this.#options;
        let kept;
        try {
            kept = await load?.();
        }
        catch (cause) {
            throw new LoginError({ description: "the kept tokens could not be loaded", cause });
        }
        if (!kept || kept.accessToken === this.#tokens.accessToken)
            return false;
        this.#take(known(kept));
        return true;
    }
    #take(tokens) {
        this.#tokens = tokens;
        this.#began = Date.now();
    }
    async #asked(caller) {
        const { clientId, clientSecret, redirectUri } = this.#options;
        const before = this.#tokens.refreshToken;
        const grant = {
            grant_type: "refresh_token",
            refresh_token: before ?? "",
            client_id: String(clientId),
            client_secret: clientSecret,
            redirect_uri: redirectUri,
        };
        try {
            return await granted(caller, grant, { before });
        }
        catch (error) {
            if (!(error instanceof Refusal) || FOR_NOW.includes(error.status ?? 0) || (error.status ?? 500) >= 500)
                throw error;
            const { code, description, status, operation, requestId, details } = error;
            throw new SessionEnded({ code, description, status, operation, requestId, details, cause: error });
        }
    }
}
/** Whether an error says that a renewal may come through later. */
function isForNow(error) {
    return error instanceof TransportError || error instanceof Refusal || error instanceof UnexpectedAnswer;
}
function known({ accessToken, refreshToken = null, expiresAt = null }) {
    return { accessToken, refreshToken, expiresAt };
}
