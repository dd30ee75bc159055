/** What to answer a delivery: that it is accepted, with what the partner tells of the user, or refused. */
import { check, DocumentError } from "./documents.js";
import { AnswerError, Refusal } from "./errors.js";
const MAX_FREE_CHARACTERS = 1000;
const MAX_VALUE_CHARACTERS = 256;
const MAX_ANSWER_BYTES = 64 * 1024;
const KEY = /^[A-Za-z0-9_-]{1,256}$/;
const ALLOWED = {
    attr_type: ["client", "server"],
    permission: ["public", "private", null],
    read_only: [true, false, "true", "false"],
};
/**
 * Build the answer that accepts a delivery; send it as JSON with status 200.
 *
 * @throws AnswerError the Login server would refuse the answer
 */
export function accept({ attributes = [], data = {} } = {}) {
    const free = freeJson(data);
    const described = Array.from(attributes, checked);
    const keys = described.map((attribute) => attribute.key);
    const twice = keys.find((key, place) => keys.indexOf(key) !== place);
    if (twice !== undefined)
        throw new AnswerError(`attributes: two have the key ${twice}`);
    const answer = described.length > 0 ? { ...free, attributes: described } : free;
    if (new TextEncoder().encode(JSON.stringify(answer)).byteLength > MAX_ANSWER_BYTES) {
        throw new AnswerError(`the answer is larger than ${MAX_ANSWER_BYTES} bytes`);
    }
    return answer;
}
/**
 * Build the answer that refuses a delivery; send it as JSON with status 400.
 *
 * @param code a code of the partner's choice, 1 to 64 characters
 * @param description a sentence that a login form can show, 1 to 1000 characters
 * @throws RangeError one of them is shorter or longer
 */
export function refuse(code, description) {
    return new Refusal(code, description).answer();
}
function freeJson(data) {
    for (const name of ["attributes", "error"]) {
        if (Object.hasOwn(data, name))
            throw new AnswerError(`data: ${name} has another meaning in an answer`);
    }
    const text = written(data, "data");
    const length = [...text].length;
    if (length > MAX_FREE_CHARACTERS) {
        throw new AnswerError(`data: ${length} characters, at most ${MAX_FREE_CHARACTERS} are kept`);
    }
    return JSON.parse(text);
}
function checked(attribute) {
    const { key, value, ...others } = attribute;
    if (typeof key !== "string" || !KEY.test(key)) {
        throw new AnswerError(`attributes: the key ${JSON.stringify(key)} is not 1 to 256 letters, digits, _ and -`);
    }
    if (value === undefined)
        throw new AnswerError(`attributes: ${key} has no value`);
    checkValue(key, value);
    for (const [name, given] of Object.entries(others)) {
        const allowed = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
        if (allowed === undefined)
            throw new AnswerError(`attributes: ${key} has ${name}, which no attribute has`);
        if (!allowed.includes(given)) {
            throw new AnswerError(`attributes: ${key} cannot have the ${name} ${JSON.stringify(given)}`);
        }
    }
    return { ...attribute };
}
function checkValue(key, value) {
    if (typeof value === "object" && value !== null) {
        throw new AnswerError(`attributes: the value of ${key} is no text, number, boolean or null`);
    }
    const json = written(value, `attributes: the value of ${key}`);
    const text = typeof value === "string" ? value : json;
    if ([...text].length > MAX_VALUE_CHARACTERS) {
        throw new AnswerError(`attributes: the value of ${key} has more than ${MAX_VALUE_CHARACTERS} characters`);
    }
}
function written(value, what) {
    try {
        check(value);
    }
    catch (problem) {
        if (problem instanceof DocumentError)
            throw new AnswerError(`${what} ${problem.message}`);
        throw problem;
    }
    return JSON.stringify(value);
}
