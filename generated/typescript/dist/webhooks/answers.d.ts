/** What to answer a delivery: that it is accepted, with what the partner tells of the user, or refused. */
import type { PartnerAttribute } from "./deliveries.js";
import { type RefusalAnswer } from "./errors.js";
/** An attribute of a user: `key` and `value`, and where wanted `attr_type`, `permission` and `read_only`. */
export type Attribute = Pick<PartnerAttribute, "key" | "value"> & Partial<PartnerAttribute>;
/** What a partner tells of a user. */
export interface Told {
    /** What to store as attributes of the user. The Login server keeps each value as text. */
    readonly attributes?: Iterable<Attribute>;
    /**
     * Any other JSON. It becomes the claim `partner_data` of the user's tokens. Written without spaces, it may
     * have up to 1000 characters.
     */
    readonly data?: {
        readonly [name: string]: unknown;
    };
}
/** The answer that accepts a delivery. */
export interface AcceptAnswer {
    readonly attributes?: readonly Attribute[];
    readonly [name: string]: unknown;
}
/**
 * Build the answer that accepts a delivery; send it as JSON with status 200.
 *
 * @throws AnswerError the Login server would refuse the answer
 */
export declare function accept({ attributes, data }?: Told): AcceptAnswer;
/**
 * Build the answer that refuses a delivery; send it as JSON with status 400.
 *
 * @param code a code of the partner's choice, 1 to 64 characters
 * @param description a sentence that a login form can show, 1 to 1000 characters
 * @throws RangeError one of them is shorter or longer
 */
export declare function refuse(code: string, description: string): RefusalAnswer;
