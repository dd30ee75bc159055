/** What proves who calls. */
import type { Caller } from "./token-endpoint.js";
/** Gives the token of a user or a server to the calls that want one. */
export interface Auth {
    /** The token to send; null sends none. `caller` makes the calls that getting one takes. */
    token(caller: Caller): Promise<string | null>;
    /**
     * The token to try once more with, after the server refused `refused`; null where there is none.
     *
     * Rejects with `SessionEnded` where the login is over.
     */
    renew(refused: string, caller: Caller): Promise<string | null>;
}
/** A token that is sent as it is, and never renewed. */
export declare class FixedToken implements Auth {
    #private;
    constructor(token: string);
    token(): Promise<string>;
    renew(): Promise<null>;
}
/** Work that is done once for all who ask for it while it is being done. */
export declare class SingleFlight<T> {
    #private;
    /** Whether the work is being done. */
    get isUnderWay(): boolean;
    /** Does the work, or waits for the one who does. */
    do(work: () => Promise<T>): Promise<T>;
}
