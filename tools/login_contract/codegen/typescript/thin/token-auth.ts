/** The tokens of an OAuth 2.0 login, which renew themselves. */
import { SingleFlight, type Auth, type Caller } from "./auth.js";
import { Refusal, SessionEnded } from "./errors.js";
import type { Body } from "./operation.js";

type Grant = Extract<Body<"generate-jwt">, { grant_type: "refresh_token" }>;

/** Tokens as the token endpoint answers them. */
export interface Tokens {
  readonly accessToken: string;
  /** It works once; null where the login had no scope `offline`. */
  readonly refreshToken: string | null;
  /** When the access token ends, in milliseconds since 1970; null where nobody said. */
  readonly expiresAt: number | null;
}

/** What a `TokenAuth` is made with. */
export interface TokenAuthOptions {
  readonly tokens: {
    readonly accessToken: string;
    readonly refreshToken?: string | null;
    readonly expiresAt?: number | null;
  };
  readonly clientId: number | string;
  readonly clientSecret?: string;
  readonly redirectUri?: string;
  /**
   * Keeps the new tokens: the refresh token of before is worth nothing any more. Calls wait for it, and
   * reject with what it raises.
   */
  readonly save?: (tokens: Tokens) => void | Promise<void>;
}

/** Milliseconds before its end that a token is renewed, for the way to the server. */
const LEEWAY = 5_000;

/** Sends the access token, and renews it when it ends or is refused: once, however many calls wait for it. */
export class TokenAuth implements Auth {
  #tokens: Tokens;
  #ended: SessionEnded | null = null;
  readonly #options: Omit<TokenAuthOptions, "tokens">;
  readonly #renewal = new SingleFlight<string>();

  constructor(options: TokenAuthOptions) {
    const { tokens, ...rest } = options;
    this.#options = rest;
    this.#tokens = {
      accessToken: tokens.accessToken,
      refreshToken: tokens.refreshToken ?? null,
      expiresAt: tokens.expiresAt ?? null,
    };
  }

  /** The tokens of now. They are secrets. */
  get tokens(): Tokens {
    return this.#tokens;
  }

  async token(caller: Caller): Promise<string> {
    const { accessToken, refreshToken, expiresAt } = this.#tokens;
    const over = expiresAt !== null && Date.now() >= expiresAt - LEEWAY;
    return over && refreshToken !== null ? this.#renewed(caller) : accessToken;
  }

  async renew(refused: string, caller: Caller): Promise<string | null> {
    // Who comes late with a token of before finds the new one.
    if (refused !== this.#tokens.accessToken) return this.#tokens.accessToken;
    return this.#tokens.refreshToken === null ? null : this.#renewed(caller);
  }

  #renewed(caller: Caller): Promise<string> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    return this.#renewal.do(() => this.#renew(caller));
  }

  async #renew(caller: Caller): Promise<string> {
    this.#tokens = await this.#exchanged(caller);
    await this.#options.save?.(this.#tokens);
    return this.#tokens.accessToken;
  }

  async #exchanged(caller: Caller): Promise<Tokens> {
    const { clientId, clientSecret, redirectUri } = this.#options;
    const body: Grant = {
      grant_type: "refresh_token",
      refresh_token: this.#tokens.refreshToken ?? "",
      client_id: Number(clientId),
      ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
      ...(redirectUri === undefined ? {} : { redirect_uri: redirectUri }),
    };
    try {
      return received(await caller.call("generate-jwt", { body }), this.#tokens.refreshToken);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 429 || (error.status ?? 500) >= 500) throw error;
      const { code, description, status, operation, requestId, details } = error;
      this.#ended = new SessionEnded({ code, description, status, operation, requestId, details, cause: error });
      throw this.#ended;
    }
  }
}

/** Tokens as they are answered; without a new refresh token the one of before stays. */
export function received(
  answer: { access_token: string; refresh_token?: string; expires_in?: number },
  before: string | null = null,
): Tokens {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? before,
    expiresAt: answer.expires_in === undefined ? null : Date.now() + answer.expires_in * 1000,
  };
}
