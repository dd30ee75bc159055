/** From a request to a typed delivery, or to the reason why not. */
import type { Deliveries, EventDelivery } from "./deliveries.js";
import { type AnyDelivery, Delivery } from "./delivery.js";
import type { Headers } from "./headers.js";
import { JwksSource } from "./keys.js";
import { type KeySet } from "./signatures.js";
/** The bytes of a request as they came. */
export type Body = Uint8Array | ArrayBuffer;
/** What `unwrap` goes by: one of `secret` and `jwks`, and the project. */
export interface Verification {
    /** The secret of a project that signs with HS256. */
    readonly secret?: string | undefined;
    /** The keys of a project that signs with RS256. */
    readonly jwks?: KeySet | JwksSource | undefined;
    /** Id of the Login project; without it, tokens of other projects with the same key pass. */
    readonly projectId?: string | undefined;
    /** Seconds that the two clocks may be apart, from 0 to 300 (default: 10). */
    readonly leewaySeconds?: number;
    /** When it is (default: now). */
    readonly now?: Date;
}
/** The same, and the webhook that is configured with the address, such as `"new-user"`. */
export interface NamedVerification<Name extends string> extends Verification {
    readonly webhook: Name;
}
/**
 * Check that the Login server sent a request to one of a partner's addresses, and read it.
 *
 * The token in the header does not cover the body, so the address has to be reached by TLS.
 *
 * @param body the bytes of the request as they came, at most 64 KiB: with Express, `express.raw({ type: "application/json" })`
 * @param headers the headers of the request; their names may have any case
 * @param how `webhook` names what is configured with this address: `data` then has its type, and is a plain
 *   object where one address serves several. For the others see `Verification`
 * @throws WebhookError the delivery is not good; each reason is a class of its own that knows its answer
 * @throws TypeError, RangeError not one of `secret` and `jwks`, something that proves nothing, or no bytes
 */
export declare function unwrap<Name extends keyof Deliveries>(body: Body, headers: Headers, how: NamedVerification<Name>): Promise<Delivery<Deliveries[Name]>>;
export declare function unwrap(body: Body, headers: Headers, how: NamedVerification<string>): Promise<Delivery<AnyDelivery>>;
export declare function unwrap(body: Body, headers: Headers, how: Verification): Promise<Delivery<{
    readonly [name: string]: unknown;
}>>;
/**
 * Read a login event. Nothing proves who sent it: take it as a hint, and look up what matters.
 *
 * @throws MalformedBody the body is no login event
 */
export declare function loginEvent(body: Body): EventDelivery;
