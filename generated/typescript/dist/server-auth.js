/** The token of a partner's server, which it gets for its client's secret. */
import { SingleFlight } from "./auth.js";
import { granted } from "./token-endpoint.js";
/** Milliseconds before its end that another token is asked for, for the way to the server. */
const EARLY = 5_000;
/** Gets a server token when one is needed, and another when it ends or is refused: once for all who wait. */
export class ServerAuth {
    #credentials;
    #request = new SingleFlight();
    #tokens = null;
    constructor(credentials) {
        this.#credentials = credentials;
    }
    async token(caller) {
        const tokens = this.#tokens;
        const isGood = tokens !== null && (tokens.expiresAt === null || Date.now() < tokens.expiresAt - EARLY);
        return isGood ? tokens.accessToken : this.#new(caller);
    }
    async renew(refused, caller) {
        const tokens = this.#tokens;
        return tokens !== null && refused !== tokens.accessToken ? tokens.accessToken : this.#new(caller);
    }
    #new(caller) {
        return this.#request.do(async () => {
            const { clientId, clientSecret } = this.#credentials;
            const grant = {
                grant_type: "client_credentials",
                client_id: String(clientId),
                client_secret: clientSecret,
            };
            this.#tokens = await granted(caller, grant);
            return this.#tokens.accessToken;
        });
    }
}
