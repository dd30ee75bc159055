/** What the calls of the SDK resolve with, beside what the server answers. */
type Names<T> = T extends unknown ? keyof T : never;
type Whole<T, All extends PropertyKey> = T extends object ? T extends readonly unknown[] ? T : T & {
    readonly [name in Exclude<All, keyof T>]?: undefined;
} : T;
/** One of several objects, each of whose names may be asked of any. */
export type OneOf<T> = Whole<T, Names<T>>;
/** The server did it, and has nothing to tell. */
export interface Done {
    readonly code: 204;
}
/** The server leads on to `location`, which browsers hide (null). */
export interface Redirected {
    readonly code: 301 | 302 | 303 | 307;
    readonly location: string | null;
}
/** The login goes on once this is confirmed: `details.operation_id` says with which id. */
export interface ConfirmationAsked {
    readonly error: {
        readonly code: string;
        readonly description: string;
        readonly details: Readonly<Record<string, unknown>>;
    };
}
export {};
