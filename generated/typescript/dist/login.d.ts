/** A login, and the client that it is made over: what all calls of `LoginApi` stand on. */
import type { ClientOptions } from "./client.js";
import { LoginClient } from "./client.js";
import type { CallOptions } from "./operation.js";
import { type SdkCall, type SdkRules } from "./sdk-call.js";
import { type KeptTokens, type Tokens } from "./token-endpoint.js";
/** How a facade reaches the server, beside what its calls send. */
export interface Connection extends Omit<ClientOptions, "auth" | "serverAuth"> {
    /** The secret of a confidential client. It belongs on a server, and never into a page or a game. */
    readonly clientSecret?: string;
    /** Tokens that were kept of a login before. */
    readonly tokens?: KeptTokens;
    /** Keeps the tokens of a login, and each time they were renewed. */
    readonly save?: (tokens: Tokens) => void | Promise<void>;
    /**
     * Brings the tokens that were kept last, where others renew them too, as the tabs of a browser do: what is
     * newer is taken instead of renewed.
     */
    readonly load?: () => KeptTokens | null | undefined | Promise<KeptTokens | null | undefined>;
}
/** How the answer of a call is given to its caller. */
export interface Answering {
    readonly answer: "nothing" | "value" | "value or nothing" | "location" | "location or nothing";
    /** Refusals with these codes are results: the login goes on with what they hold. */
    readonly asks?: readonly string[];
    /** The refusal that means that nothing came yet. */
    readonly waitsWhile?: string;
    readonly cancelledBy?: string;
}
type Completing = CallOptions & {
    readonly codeVerifier?: string;
};
type Values = Readonly<Record<string, unknown>>;
/** The state of a login. */
export declare class Login {
    #private;
    /** The client that calls are made with, for every operation of the API. */
    readonly client: LoginClient;
    protected constructor(rules: SdkRules, config: Values & Connection);
    /** Whether calls that are there for both protocols are those of OAuth 2.0. */
    get isOauth2(): boolean;
    /** The tokens of who is logged in, null as long as nobody is. They are secrets. */
    get tokens(): Tokens | null;
    /** Goes on with a login whose tokens were kept; where they can be renewed, they renew themselves. */
    use(tokens: KeptTokens): void;
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
    complete(loginUrl: string, options?: Completing): Promise<Tokens>;
    /** Makes a call of the SDK. */
    protected make(call: SdkCall & Answering, list: readonly unknown[]): Promise<unknown>;
    /** The address of a call that a browser makes. */
    protected address(call: SdkCall, list: readonly unknown[]): string;
}
export {};
