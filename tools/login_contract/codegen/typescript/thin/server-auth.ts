/** The token of a partner's server, which it gets for its client's secret. */
import { SingleFlight, type Auth } from "./auth.js";
import { granted, type Caller, type Tokens } from "./token-endpoint.js";

/** The credentials of a server client. They belong on a server, and never into a page or a game. */
export interface ServerCredentials {
  readonly clientId: number | string;
  readonly clientSecret: string;
}

/** Milliseconds before its end that another token is asked for, for the way to the server. */
const EARLY = 5_000;

/** Gets a server token when one is needed, and another when it ends or is refused: once for all who wait. */
export class ServerAuth implements Auth {
  readonly #credentials: ServerCredentials;
  readonly #request = new SingleFlight<string>();
  #tokens: Tokens | null = null;

  constructor(credentials: ServerCredentials) {
    this.#credentials = credentials;
  }

  async token(caller: Caller): Promise<string> {
    const tokens = this.#tokens;
    const isGood = tokens !== null && (tokens.expiresAt === null || Date.now() < tokens.expiresAt - EARLY);
    return isGood ? tokens.accessToken : this.#new(caller);
  }

  async renew(refused: string, caller: Caller): Promise<string> {
    const tokens = this.#tokens;
    return tokens !== null && refused !== tokens.accessToken ? tokens.accessToken : this.#new(caller);
  }

  #new(caller: Caller): Promise<string> {
    return this.#request.do(async () => {
      const { clientId, clientSecret } = this.#credentials;
      const grant = {
        grant_type: "client_credentials" as const,
        client_id: String(clientId),
        client_secret: clientSecret,
      };
      this.#tokens = await granted(caller, grant);
      return this.#tokens.accessToken;
    });
  }
}
