/** What arrives: a delivery that has been checked, and its body. */

import { type Deliveries, EVENT, type EventDelivery, SHAPES, type Shape } from "./deliveries.js";
import { DocumentError, isObject, type JsonObject, parse } from "./documents.js";
import { BodyTooLarge, MalformedBody, UnknownWebhook } from "./errors.js";

export const MAX_BODY_BYTES = 64 * 1024;

/** The body of any webhook. */
export type AnyDelivery = Deliveries[keyof Deliveries];

/**
 * What the gateway token tells; who the user is, as far as the flow knows.
 *
 * The reference names `requestType` alone. That there are others, and what they are called, is inferred:
 * expect any of them to be missing.
 */
export class Claims {
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
  readonly #raw: JsonObject;

  constructor(told: Omit<Claims, "raw">, raw: JsonObject) {
    this.requestType = told.requestType;
    this.projectId = told.projectId;
    this.sub = told.sub;
    this.username = told.username;
    this.email = told.email;
    this.phone = told.phone;
    this.externalAccountId = told.externalAccountId;
    this.provider = told.provider;
    this.id = told.id;
    this.#raw = raw;
  }

  /** All claims as they came; an integer that a number cannot hold is the text of its digits. */
  get raw(): Readonly<JsonObject> {
    return this.#raw;
  }
}

/** A delivery that the Login server has sent. A log of it leaves its data out, which may hold a password. */
export class Delivery<Data> {
  readonly claims: Claims;
  readonly #data: Data;

  constructor(claims: Claims, data: Data) {
    this.claims = claims;
    this.#data = data;
  }

  get data(): Data {
    return this.#data;
  }
}

/**
 * Read the body of a webhook as its type, or as a plain object where the webhook is not named.
 *
 * @throws MalformedBody it is something else; BodyTooLarge is one of these
 * @throws UnknownWebhook there is no webhook of that name
 */
export function readBody(body: Uint8Array, webhook: string | undefined): unknown {
  if (webhook === undefined) return readObject(body);
  if (!Object.hasOwn(SHAPES, webhook)) throw new UnknownWebhook("There is no webhook of that name.");
  return shaped(readObject(body), SHAPES[webhook as keyof Deliveries]);
}

/**
 * Read the body of a login event.
 *
 * @throws MalformedBody it is something else
 */
export function readEvent(body: Uint8Array): EventDelivery {
  return shaped(readObject(body), EVENT) as EventDelivery;
}

function readObject(body: Uint8Array): JsonObject {
  if (body.byteLength > MAX_BODY_BYTES) {
    throw new BodyTooLarge(`The body is larger than ${MAX_BODY_BYTES} bytes.`);
  }
  try {
    return parse(body);
  } catch (problem) {
    if (problem instanceof DocumentError) throw new MalformedBody(`The body ${problem.message}.`);
    throw problem;
  }
}

/** Make sure that a body holds what its type promises; an optional property may be null, and is left out. */
function shaped(content: JsonObject, shape: Shape): JsonObject {
  const known = Object.entries(shape.properties);
  const missing = shape.required.find((name) => !present(content, name));
  if (missing !== undefined) throw new MalformedBody(`The body lacks ${missing}.`);
  const given = Object.entries(content).filter(
    ([name, value]) => value !== null || !Object.hasOwn(shape.properties, name),
  );
  const body: JsonObject = Object.fromEntries(given);
  for (const [name, property] of known) {
    if (!Object.hasOwn(body, name)) continue;
    const value = body[name];
    if (!property.types.includes(typeOf(value)) || !(property.values?.includes(value as string) ?? true)) {
      throw new MalformedBody(`The body has another type of ${name}.`);
    }
    if (property.shape !== undefined && isObject(value)) body[name] = shaped(value, property.shape);
  }
  if (shape.either.length > 0 && !shape.either.some((name) => body[name])) {
    throw new MalformedBody(`The body has neither ${shape.either.join(" nor ")}.`);
  }
  return body;
}

function present(content: JsonObject, name: string): boolean {
  return Object.hasOwn(content, name) && content[name] !== null;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return value === null ? "null" : typeof value;
}
