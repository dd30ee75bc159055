/** JSON documents as both sides can hold them: read strictly, so that nothing further in trips over them. */
export type JsonObject = {
    [name: string]: unknown;
};
/** A document that is refused; its message ends a sentence whose subject is the document. */
export declare class DocumentError extends Error {
    readonly name = "DocumentError";
}
/**
 * Parse a JSON object. An integer that a number cannot hold exactly is kept as the text of its digits.
 *
 * @throws DocumentError no UTF-8, no JSON, no object, or something that `check` refuses
 */
export declare function parse(raw: Uint8Array): JsonObject;
/** Whether a value is an object that is no list. */
export declare function isObject(value: unknown): value is JsonObject;
/**
 * Refuse what is no JSON, and what databases and other JSON readers stumble over although a parser lets it
 * pass. A property that is undefined counts as one that is not there.
 *
 * @throws DocumentError a NUL character or half of a character in a text, a number that is not finite, an
 *   integer beyond 64 bits, more than 64 levels, or what JSON cannot write
 */
export declare function check(value: unknown, depth?: number): void;
