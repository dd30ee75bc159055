/** Reads answers: whatever a server sends, a value comes of it, or one error that says what is wrong. */
import { CODES } from "./error-codes.js";
import { LoginError, Refusal, UnexpectedAnswer } from "./errors.js";
import { withoutSecrets } from "./masking.js";
import type { Operation, Success } from "./operation.js";
import { MISFIT, read } from "./shapes.js";

/** An answer, read whole. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The `X-Request-Id` that was sent. */
  readonly requestId: string | null;
  /** Whether a browser hides what the answer is, beside that it leads on. */
  readonly opaque: boolean;
}

/** The value of a documented success, or undefined where the answer is none (`value` may be `undefined` too). */
export function parsed(operation: Operation, reply: Reply): { readonly value: unknown } | undefined {
  const success = successOf(operation, reply.status);
  switch (success?.kind) {
    case "nothing":
      return { value: undefined };
    case "text":
      return { value: reply.text };
    case "location":
      return reply.opaque ? { value: null } : located(reply.headers.get("Location"));
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
  return new (kind ?? Refusal)({ ...facts, ...refusal, description: withoutSecrets(refusal.description) });
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
  const code = "code" in error ? error["code"] : body["error_code"];
  if (typeof code !== "string" && !Number.isSafeInteger(code)) return undefined;
  const description = "description" in error ? error["description"] : body["error_description"];
  return {
    code: String(code),
    description: typeof description === "string" ? description : "",
    details: isObject(error["details"]) ? error["details"] : {},
  };
}

function json({ shape }: Extract<Success, { kind: "json" }>, text: string): { readonly value: unknown } | undefined {
  const given = parse(text);
  const value = given === undefined ? MISFIT : read(shape, given);
  return value === MISFIT ? undefined : { value };
}

function located(value: string | null): { readonly value: string } | undefined {
  return value ? { value } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
