/** What to answer a delivery: that it is accepted, with what the partner tells of the user, or refused. */

import type { PartnerAttribute } from "./deliveries.js";
import { check, DocumentError, type JsonObject } from "./documents.js";
import { AnswerError, Refusal, type RefusalAnswer } from "./errors.js";

const MAX_FREE_CHARACTERS = 1000;
const MAX_VALUE_CHARACTERS = 256;
const MAX_ANSWER_BYTES = 64 * 1024;
const KEY = /^[A-Za-z0-9_-]{1,256}$/;
const ALLOWED: { readonly [name: string]: readonly unknown[] } = {
  attr_type: ["client", "server"],
  permission: ["public", "private", null],
  read_only: [true, false, "true", "false"],
};

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
  readonly data?: { readonly [name: string]: unknown };
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
export function accept({ attributes = [], data = {} }: Told = {}): AcceptAnswer {
  const free = freeJson(data);
  const described = Array.from(attributes, checked);
  const keys = described.map((attribute) => attribute.key);
  const twice = keys.find((key, place) => keys.indexOf(key) !== place);
  if (twice !== undefined) throw new AnswerError(`attributes: two have the key ${twice}`);
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
export function refuse(code: string, description: string): RefusalAnswer {
  return new Refusal(code, description).answer();
}

function freeJson(data: { readonly [name: string]: unknown }): JsonObject {
  for (const name of ["attributes", "error"]) {
    if (Object.hasOwn(data, name)) throw new AnswerError(`data: ${name} has another meaning in an answer`);
  }
  const text = written(data, "data");
  const length = [...text].length;
  if (length > MAX_FREE_CHARACTERS) {
    throw new AnswerError(`data: ${length} characters, at most ${MAX_FREE_CHARACTERS} are kept`);
  }
  return JSON.parse(text) as JsonObject;
}

function checked(attribute: Attribute): Attribute {
  const { key, value, ...others } = attribute;
  if (typeof key !== "string" || !KEY.test(key)) {
    throw new AnswerError(`attributes: the key ${JSON.stringify(key)} is not 1 to 256 letters, digits, _ and -`);
  }
  if (value === undefined) throw new AnswerError(`attributes: ${key} has no value`);
  checkValue(key, value);
  for (const [name, given] of Object.entries(others)) {
    const allowed = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
    if (allowed === undefined) throw new AnswerError(`attributes: ${key} has ${name}, which no attribute has`);
    if (!allowed.includes(given)) {
      throw new AnswerError(`attributes: ${key} cannot have the ${name} ${JSON.stringify(given)}`);
    }
  }
  return { ...attribute };
}

function checkValue(key: string, value: unknown): void {
  if (typeof value === "object" && value !== null) {
    throw new AnswerError(`attributes: the value of ${key} is no text, number, boolean or null`);
  }
  const json = written(value, `attributes: the value of ${key}`);
  const text = typeof value === "string" ? value : json;
  if ([...text].length > MAX_VALUE_CHARACTERS) {
    throw new AnswerError(`attributes: the value of ${key} has more than ${MAX_VALUE_CHARACTERS} characters`);
  }
}

function written(value: unknown, what: string): string {
  try {
    check(value);
  } catch (problem) {
    if (problem instanceof DocumentError) throw new AnswerError(`${what} ${problem.message}`);
    throw problem;
  }
  return JSON.stringify(value);
}
