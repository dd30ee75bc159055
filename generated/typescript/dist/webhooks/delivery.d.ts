/** What arrives: a delivery that has been checked, and its body. */
import { type Deliveries, type EventDelivery } from "./deliveries.js";
import { type JsonObject } from "./documents.js";
export declare const MAX_BODY_BYTES: number;
/** The body of any webhook. */
export type AnyDelivery = Deliveries[keyof Deliveries];
/**
 * What the gateway token tells; who the user is, as far as the flow knows.
 *
 * The reference names `requestType` alone. That there are others, and what they are called, is inferred:
 * expect any of them to be missing.
 */
export declare class Claims {
    #private;
    readonly requestType: string;
    /** The claim `xsolla_login_project_id`. */
    readonly projectId: string | undefined;
    readonly sub: string | undefined;
    readonly username: string | undefined;
    readonly email: string | undefined;
    readonly phone: string | undefined;
    readonly externalAccountId: string | undefined;
    /** Name of the social network. */
    readonly provider: string | undefined;
    /** Who the user is there. */
    readonly id: string | undefined;
    constructor(told: Omit<Claims, "raw">, raw: JsonObject);
    /** All claims as they came; an integer that a number cannot hold is the text of its digits. */
    get raw(): Readonly<JsonObject>;
}
/** A delivery that the Login server has sent. A log of it leaves its data out, which may hold a password. */
export declare class Delivery<Data> {
    #private;
    readonly claims: Claims;
    constructor(claims: Claims, data: Data);
    get data(): Data;
}
/**
 * Read the body of a webhook as its type, or as a plain object where the webhook is not named.
 *
 * @throws MalformedBody it is something else; BodyTooLarge is one of these
 * @throws UnknownWebhook there is no webhook of that name
 */
export declare function readBody(body: Uint8Array, webhook: string | undefined): unknown;
/**
 * Read the body of a login event.
 *
 * @throws MalformedBody it is something else
 */
export declare function readEvent(body: Uint8Array): EventDelivery;
