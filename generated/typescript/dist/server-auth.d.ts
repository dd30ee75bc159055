/** The token of a partner's server, which it gets for its client's secret. */
import { type Auth } from "./auth.js";
import { type Caller } from "./token-endpoint.js";
/** The credentials of a server client. They belong on a server, and never into a page or a game. */
export interface ServerCredentials {
    readonly clientId: number | string;
    readonly clientSecret: string;
}
/** Gets a server token when one is needed, and another when it ends or is refused: once for all who wait. */
export declare class ServerAuth implements Auth {
    #private;
    constructor(credentials: ServerCredentials);
    token(caller: Caller): Promise<string>;
    renew(refused: string, caller: Caller): Promise<string>;
}
