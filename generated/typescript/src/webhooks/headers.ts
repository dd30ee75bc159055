/** The headers of a request, in whatever a server framework hands them over. */

/**
 * The headers of a request: a `Headers`, a `Map`, pairs of name and value, an object as Node's
 * `request.headers` or `request.headersDistinct`, or a flat list as Node's `request.rawHeaders`.
 */
export type Headers =
  | Iterable<readonly [string, string]>
  | Iterable<string>
  | { readonly [name: string]: string | readonly string[] | undefined };

/** All values of a header, whose name is given in lower case and may come in any. */
export function valuesOf(headers: Headers, name: string): string[] {
  return pairs(headers).flatMap(([given, value]) => (given.toLowerCase() === name ? value : []));
}

function pairs(headers: Headers): [string, string | readonly string[]][] {
  if (!isIterable(headers)) {
    return Object.entries(headers).map(([name, value]) => [name, value ?? []]);
  }
  const items: (string | readonly [string, string])[] = [...headers];
  return items.flatMap((item, place) => {
    if (typeof item !== "string") return [[item[0], item[1]]];
    return place % 2 === 0 ? [[item, String(items[place + 1] ?? "")]] : [];
  });
}

function isIterable(headers: Headers): headers is Iterable<readonly [string, string]> | Iterable<string> {
  return typeof (headers as Partial<Iterable<unknown>>)[Symbol.iterator] === "function";
}
