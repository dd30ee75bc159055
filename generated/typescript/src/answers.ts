/** Reads answers: whatever a server sends, a value comes of it, or one error that says what is wrong. */
import { CODES } from "./error-codes.js";
import { LoginError, Refusal, UnexpectedAnswer } from "./errors.js";
import type { JsonKind, Operation, Success } from "./operation.js";

/** An answer, read whole. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The `X-Request-Id` that was sent. */
  readonly requestId: string | null;
}

const TOKEN = /\beyJ[\w-]*\.[\w-]+(?:\.[\w-]*)?/g;

/** A text in which no JSON Web Token stands: servers, too, quote what they were sent. */
export function withoutTokens(text: string): string {
  return text.replace(TOKEN, "…");
}

/** The value of a documented success, or undefined where the answer is none (`read` has the value `undefined` too). */
export function parsed(operation: Operation, reply: Reply): { readonly value: unknown } | undefined {
  const success = successOf(operation, reply.status);
  switch (success?.kind) {
    case "nothing":
      return { value: undefined };
    case "text":
      return { value: reply.text };
    case "location":
      return { value: reply.headers.get("Location") };
    case "json":
      return json(success, reply.text);
    default:
      return undefined;
  }
}

/** The value of a documented success; throws the error that any other answer stands for. */
export function success(operation: Operation, reply: Reply): unknown {
  const found = parsed(operation, reply);
  if (found === undefined) throw failed(operation, reply);
  return found.value;
}

/** The error that an answer stands for which is no success. */
export function failed(operation: Pick<Operation, "id" | "successes">, reply: Reply): LoginError {
  const facts = {
    status: reply.status,
    operation: operation.id,
    requestId: reply.headers.get("X-Request-Id") ?? reply.requestId,
    body: reply.text,
  };
  const refusal = errorObject(reply.text);
  if (refusal === undefined) {
    const what = successOf(operation, reply.status)
      ? `the answer ${reply.status} is not what the description says of it`
      : `the server answered ${reply.status} without an error object`;
    return new UnexpectedAnswer({ ...facts, description: what });
  }
  const kind = Object.hasOwn(CODES, refusal.code) ? CODES[refusal.code] : undefined;
  return new (kind ?? Refusal)({ ...facts, ...refusal, description: withoutTokens(refusal.description) });
}

function successOf({ successes }: Pick<Operation, "successes">, status: number): Success | undefined {
  const found = successes[status] ?? successes[`${Math.floor(status / 100)}XX`];
  return found ?? (status >= 200 && status < 300 ? successes["default"] : undefined);
}

/** Code, description and details of either form in which the server writes an error. */
export function errorObject(
  text: string,
): { code: string; description: string; details: Record<string, unknown> } | undefined {
  const body = parse(text);
  if (!isObject(body)) return undefined;
  const error = isObject(body["error"]) ? body["error"] : {};
  const code = error["code"] ?? body["error_code"];
  if (typeof code !== "string" && typeof code !== "number") return undefined;
  const description = error["description"] ?? body["error_description"];
  return {
    code: String(code),
    description: typeof description === "string" ? description : "",
    details: isObject(error["details"]) ? error["details"] : {},
  };
}

/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  return parse(text) !== undefined;
}

function json(success: Extract<Success, { kind: "json" }>, text: string): { readonly value: unknown } | undefined {
  const value = parse(text);
  if (value === undefined || (success.body !== null && kindOf(value) !== success.body)) return undefined;
  const required = Object.entries(success.required);
  const fits = required.every(
    ([name, kinds]) => isObject(value) && Object.hasOwn(value, name) && (!kinds.length || kinds.includes(kindOf(value[name]))),
  );
  return fits ? { value } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return kindOf(value) === "object";
}

function kindOf(value: unknown): JsonKind {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "array";
  const kind = typeof value;
  return kind === "string" || kind === "number" || kind === "boolean" ? kind : "object";
}
