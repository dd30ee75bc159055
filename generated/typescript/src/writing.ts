/** Writes requests: their paths, queries and bodies. */
import { createQuerySerializer } from "openapi-fetch";

import { UNEXPLODED } from "./operations.js";

const exploded = createQuerySerializer<unknown>();
const joined = createQuerySerializer<unknown>({ array: { style: "form", explode: false } });

/** Whether a value can stand in a header; what raises otherwise quotes it, which nobody may read. */
export function isHeader(name: string, value: unknown): boolean {
  try {
    return new Headers([[name, String(value)]]).has(name);
  } catch {
    return false;
  }
}

/** A query, in which some lists stand in one. */
export function writeQuery(query: Record<string, unknown>): string {
  const named = Object.entries(query);
  const inOne = named.filter(([name]) => UNEXPLODED.includes(name));
  const others = named.filter(([name]) => !UNEXPLODED.includes(name));
  return [exploded(Object.fromEntries(others)), joined(Object.fromEntries(inOne))].filter(Boolean).join("&");
}

/** A path with its values; raises a `TypeError` for a value that would lead to another path: none, `.` or `..`. */
export function writePath(path: string, values: Record<string, unknown>): string {
  return path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = String(values[name] ?? "");
    if (["", ".", ".."].includes(value)) throw new TypeError(`${name} cannot stand in a path`);
    return encodeURIComponent(value);
  });
}

/** A body: a form, an encoded form, or JSON. */
export function writeBody(body: unknown, headers?: unknown): BodyInit {
  if (body instanceof FormData) return body;
  const type = headers instanceof Headers ? headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() : null;
  if (type !== "application/x-www-form-urlencoded") return JSON.stringify(body);
  const given = Object.entries(body as Record<string, unknown>).filter(([, value]) => value !== undefined && value !== null);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
