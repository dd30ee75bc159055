/** The gateway token: found in the headers, taken apart, and judged by its claims. */
import { Claims } from "./delivery.js";
import { type Headers } from "./headers.js";
export declare const REQUEST_TYPE = "gateway_token";
/** A token as it came. Nothing in it is proven. */
export interface Presented {
    readonly algorithm: string | undefined;
    readonly kid: string | undefined;
    /** What is signed: the header and the payload as they are written. */
    readonly signed: Uint8Array<ArrayBuffer>;
    readonly signature: Uint8Array<ArrayBuffer>;
    readonly payload: Uint8Array<ArrayBuffer>;
}
/** By what the claims of a token are judged. */
export interface Standard {
    readonly projectId: string | undefined;
    readonly leewaySeconds: number;
    /** Seconds since 1970. */
    readonly now: number;
}
/**
 * Take the token out of the headers of a request.
 *
 * @throws MissingToken there is none
 * @throws MalformedToken there are two, or it is no JSON Web Token in its one canonical form
 */
export declare function presentedToken(headers: Headers): Presented;
/**
 * Refuse a body that is declared to be something else than JSON; one that is not declared passes.
 *
 * @throws WrongMediaType it is
 */
export declare function checkMediaType(headers: Headers): void;
/**
 * Judge the claims of a token whose signature is right.
 *
 * @throws MalformedToken, ExpiredToken, NotYetValid, WrongProject, WrongRequestType it is not good
 */
export declare function readClaims(payload: Uint8Array, standard: Standard): Claims;
