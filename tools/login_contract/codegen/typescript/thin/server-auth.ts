/** The token of a partner's server, which it gets for its client's secret. */
import { SingleFlight, type Auth, type Caller } from "./auth.js";
import { received, type Tokens } from "./token-auth.js";

/** The credentials of a server client. They belong on a server, and never into a page or a game. */
export interface ServerCredentials {
  readonly clientId: number | string;
  readonly clientSecret: string;
}

const LEEWAY = 5_000;

/** Gets a server token when one is needed, and another when it ends or is refused: once for all who wait. */
export class ServerAuth implements Auth {
  readonly #credentials: ServerCredentials;
  readonly #request = new SingleFlight<string>();
  #tokens: Tokens | null = null;

  constructor(credentials: ServerCredentials) {
    this.#credentials = credentials;
  }

  async token(caller: Caller): Promise<string> {
    const { accessToken, expiresAt } = this.#tokens ?? { accessToken: null, expiresAt: null };
    if (accessToken !== null && (expiresAt === null || Date.now() < expiresAt - LEEWAY)) return accessToken;
    return this.#request.do(() => this.#new(caller));
  }

  async renew(refused: string, caller: Caller): Promise<string> {
    if (this.#tokens !== null && refused !== this.#tokens.accessToken) return this.#tokens.accessToken;
    return this.#request.do(() => this.#new(caller));
  }

  async #new(caller: Caller): Promise<string> {
    const { clientId, clientSecret } = this.#credentials;
    const body = { grant_type: "client_credentials" as const, client_id: Number(clientId), client_secret: clientSecret };
    this.#tokens = received(await caller.call("generate-jwt", { body }));
    return this.#tokens.accessToken;
  }
}
