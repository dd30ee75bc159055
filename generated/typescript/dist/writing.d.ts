/** Whether a value can stand in a header; what raises otherwise quotes it, which nobody may read. */
export declare function isHeader(name: string, value: unknown): boolean;
/** A query, in which some lists stand in one. */
export declare function writeQuery(query: Record<string, unknown>): string;
/** A path with its values; raises a `TypeError` for a value that would lead to another path: none, `.` or `..`. */
export declare function writePath(path: string, values: Record<string, unknown>): string;
/** A body: a form, an encoded form, or JSON. */
export declare function writeBody(body: unknown, headers?: unknown): BodyInit;
