/** The headers of a request, in whatever a server framework hands them over. */
/**
 * The headers of a request: a `Headers`, a `Map`, pairs of name and value, an object as Node's
 * `request.headers` or `request.headersDistinct`, or a flat list as Node's `request.rawHeaders`.
 */
export type Headers = Visited | Iterable<readonly [string, string]> | Iterable<string> | {
    readonly [name: string]: string | readonly string[] | undefined;
};
/** What tells its headers one by one: a program may know a `Headers` as nothing more. */
export interface Visited {
    forEach(visit: (value: string, name: string) => void): void;
}
/** All values of a header, whose name is given in lower case and may come in any. */
export declare function valuesOf(headers: Headers, name: string): string[];
