/** The tokens of an OAuth 2.0 login, which renew themselves. */
import { SingleFlight, type Auth } from "./auth.js";
import { LoginError, Refusal, SessionEnded } from "./errors.js";
import { granted, type Caller, type KeptTokens, type Tokens } from "./token-endpoint.js";

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
   */
  readonly save?: (tokens: Tokens) => void | Promise<void>;
  /** How many milliseconds before its end a token is renewed, 30000 unless it is said; null waits for a refusal. */
  readonly early?: number | null;
}

/** Sends the access token, and renews it when it ends or is refused: once, however many calls wait for it. */
export class TokenAuth implements Auth {
  readonly #options: Omit<TokenAuthOptions, "tokens">;
  readonly #renewal = new SingleFlight<string>();
  #tokens: Tokens;
  #began = Date.now();
  #unsaved: Tokens | null = null;
  #ended: SessionEnded | null = null;

  constructor({ tokens, ...options }: TokenAuthOptions) {
    this.#options = options;
    const { accessToken, refreshToken = null, expiresAt = null } = tokens;
    this.#tokens = { accessToken, refreshToken, expiresAt };
  }

  /** The newest tokens that were saved. They are secrets. */
  get tokens(): Tokens {
    return this.#tokens;
  }

  async token(caller: Caller): Promise<string> {
    const isOver = this.#isOver() && this.#tokens.refreshToken !== null;
    return isOver || this.#unsaved !== null ? this.#renewed(caller) : this.#tokens.accessToken;
  }

  async renew(refused: string, caller: Caller): Promise<string | null> {
    // Who comes late with a token of before finds the new one.
    if (refused !== this.#tokens.accessToken) return this.#tokens.accessToken;
    return this.#tokens.refreshToken === null ? null : this.#renewed(caller);
  }

  /** Whether the token ends soon; in the first half of its life it does not, however short that is. */
  #isOver(): boolean {
    const { expiresAt } = this.#tokens;
    const { early = 30_000 } = this.#options;
    if (expiresAt === null || early === null) return false;
    return Date.now() >= Math.max(expiresAt - early, (this.#began + expiresAt) / 2);
  }

  #renewed(caller: Caller): Promise<string> {
    return this.#renewal.do(() => this.#renew(caller));
  }

  async #renew(caller: Caller): Promise<string> {
    if (this.#ended !== null) throw this.#ended;
    this.#unsaved ??= await this.#asked(caller);
    const { save } = this.#options;
    try {
      await save?.(this.#unsaved);
    } catch (cause) {
      throw new LoginError({ description: "the renewed tokens could not be saved", cause });
    }
    this.#tokens = this.#unsaved;
    this.#unsaved = null;
    this.#began = Date.now();
    return this.#tokens.accessToken;
  }

  async #asked(caller: Caller): Promise<Tokens> {
    const { clientId, clientSecret, redirectUri } = this.#options;
    const before = this.#tokens.refreshToken;
    const grant = {
      grant_type: "refresh_token" as const,
      refresh_token: before ?? "",
      client_id: String(clientId),
      client_secret: clientSecret,
      redirect_uri: redirectUri,
    };
    try {
      return await granted(caller, grant, { before });
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 429 || (error.status ?? 500) >= 500) throw error;
      const { code, description, status, operation, requestId, details } = error;
      this.#ended = new SessionEnded({ code, description, status, operation, requestId, details, cause: error });
      throw this.#ended;
    }
  }
}
