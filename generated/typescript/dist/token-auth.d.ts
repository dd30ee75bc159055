/** The tokens of an OAuth 2.0 login, which renew themselves. */
import { type Auth } from "./auth.js";
import { type Caller, type KeptTokens, type Tokens } from "./token-endpoint.js";
/** What a `TokenAuth` is made with. */
export interface TokenAuthOptions {
    readonly tokens: KeptTokens;
    readonly clientId: number | string;
    /** The secret of a confidential client. It belongs on a server, and never into a page or a game. */
    readonly clientSecret?: string;
    readonly redirectUri?: string;
    /**
     * Keeps the new tokens before anybody uses them: the refresh token of before is worth nothing any more.
     *
     * Where it fails, all who wait for the new tokens get a `LoginError`, and the next call saves them once more.
     * It makes no call with this login, for which it would wait for ever.
     */
    readonly save?: (tokens: Tokens) => void | Promise<void>;
    /**
     * Brings the tokens that were kept last, where others renew them too, as the tabs of a browser do: what is
     * newer is taken instead of renewed. Where there are Web Locks, one tab renews at a time.
     */
    readonly load?: () => KeptTokens | null | undefined | Promise<KeptTokens | null | undefined>;
    /** How many milliseconds before its end a token is renewed, 30000 unless it is said; null waits for a refusal. */
    readonly early?: number | null;
}
/** Sends the access token, and renews it when it ends or is refused: once, however many calls wait for it. */
export declare class TokenAuth implements Auth {
    #private;
    /** Raises a `RangeError` where `early` is no time. */
    constructor({ tokens, ...options }: TokenAuthOptions);
    /** The newest tokens that were saved. They are secrets. */
    get tokens(): Tokens;
    token(caller: Caller): Promise<string>;
    renew(refused: string, caller: Caller): Promise<string | null>;
}
