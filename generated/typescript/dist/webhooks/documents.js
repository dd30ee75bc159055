/** JSON documents as both sides can hold them: read strictly, so that nothing further in trips over them. */
const MAX_NESTING = 64;
const LEAST_INTEGER = -(2n ** 63n);
const GREATEST_INTEGER = 2n ** 63n - 1n;
// Below this JavaScript writes a whole number as its digits, from here on with an exponent.
const DIGITS_END = 1e21;
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[[{]|[\]}]/gs;
const WHOLE = /^-?\d+$/;
const HALF_A_CHARACTER = /\p{Surrogate}/u;
/** A document that is refused; its message ends a sentence whose subject is the document. */
export class DocumentError extends Error {
    name = "DocumentError";
}
/**
 * Parse a JSON object. An integer that a number cannot hold exactly is kept as the text of its digits.
 *
 * @throws DocumentError no UTF-8, no JSON, no object, or something that `check` refuses
 */
export function parse(raw) {
    const text = decoded(raw);
    let value = parsed(text);
    const exact = withExactIntegers(text);
    if (exact !== text)
        value = parsed(exact);
    if (!isObject(value))
        throw new DocumentError("is not a JSON object");
    check(value);
    return value;
}
/** Whether a value is an object that is no list. */
export function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/**
 * Refuse what is no JSON, and what databases and other JSON readers stumble over although a parser lets it
 * pass. A property that is undefined counts as one that is not there.
 *
 * @throws DocumentError a NUL character or half of a character in a text, a number that is not finite, an
 *   integer beyond 64 bits, more than 64 levels, or what JSON cannot write
 */
export function check(value, depth = MAX_NESTING) {
    if (typeof value === "string")
        checkText(value);
    else if (typeof value === "number")
        checkNumber(value);
    else if (Array.isArray(value))
        checkParts(value, depth);
    else if (isPlain(value)) {
        const present = Object.entries(value).filter(([, part]) => part !== undefined);
        checkParts(present.flat(), depth);
    }
    else if (value !== null && typeof value !== "boolean")
        throw new DocumentError("is not JSON");
}
function checkParts(parts, depth) {
    if (depth === 0)
        throw new DocumentError("is nested too deep");
    for (const part of parts)
        check(part, depth - 1);
}
function checkText(text) {
    if (text.includes("\0"))
        throw new DocumentError("has a NUL character");
    if (HALF_A_CHARACTER.test(text))
        throw new DocumentError("has half of a character");
}
function checkNumber(number) {
    if (!Number.isFinite(number))
        throw new DocumentError("has a number that is not finite");
    if (Number.isInteger(number) && Math.abs(number) < DIGITS_END)
        checkInteger(BigInt(number));
}
function checkInteger(integer) {
    if (integer < LEAST_INTEGER || integer > GREATEST_INTEGER) {
        throw new DocumentError("has an integer beyond 64 bits");
    }
}
function decoded(raw) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
    }
    catch {
        throw new DocumentError("is not UTF-8");
    }
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // The parser's own words quote the document, and a password may stand in it.
        throw new DocumentError("is not JSON");
    }
}
function withExactIntegers(text) {
    let depth = 0;
    return text.replace(TOKEN, (token) => {
        if (token === "[" || token === "{")
            depth += 1;
        if (token === "]" || token === "}")
            depth -= 1;
        if (depth > MAX_NESTING)
            throw new DocumentError("is nested too deep");
        if (!WHOLE.test(token))
            return token;
        // Of thousands of digits a bigint would be slow to make.
        if (token.length > 20)
            throw new DocumentError("has an integer beyond 64 bits");
        checkInteger(BigInt(token));
        return Number.isSafeInteger(Number(token)) ? token : `"${token}"`;
    });
}
function isPlain(value) {
    if (!isObject(value))
        return false;
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || prototype === Object.prototype;
}
