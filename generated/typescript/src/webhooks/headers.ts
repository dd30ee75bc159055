/** The headers of a request, in whatever a server framework hands them over. */

/**
 * The headers of a request: a `Headers`, a `Map`, pairs of name and value, an object as Node's
 * `request.headers` or `request.headersDistinct`, or a flat list as Node's `request.rawHeaders`.
 */
export type Headers =
  | Visited
  | Iterable<readonly [string, string]>
  | Iterable<string>
  | { readonly [name: string]: string | readonly string[] | undefined };

/** What tells its headers one by one: a program may know a `Headers` as nothing more. */
export interface Visited {
  forEach(visit: (value: string, name: string) => void): void;
}

type Pair = readonly [name: string, values: string | readonly string[]];

/** All values of a header, whose name is given in lower case and may come in any. */
export function valuesOf(headers: Headers, name: string): string[] {
  return pairs(headers).flatMap(([given, value]) => (given.toLowerCase() === name ? value : []));
}

function pairs(headers: Headers): Pair[] {
  if (isIterable(headers)) return [...headers].flatMap(paired);
  if (!isVisited(headers)) return Object.entries(headers).map(([name, value]) => [name, value ?? []]);
  const found: Pair[] = [];
  headers.forEach((value, name) => found.push([name, value]));
  return found;
}

/** A pair of a list; in a flat one a name stands before its value. */
function paired(item: Pair | string, place: number, all: readonly (Pair | string)[]): Pair[] {
  if (typeof item !== "string") return [item];
  return place % 2 === 0 ? [[item, String(all[place + 1] ?? "")]] : [];
}

function isIterable(headers: Headers): headers is Iterable<readonly [string, string]> | Iterable<string> {
  return typeof (headers as Partial<Iterable<unknown>>)[Symbol.iterator] === "function";
}

function isVisited(headers: Exclude<Headers, Iterable<unknown>>): headers is Visited {
  return typeof headers["forEach"] === "function";
}
