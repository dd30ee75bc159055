/** Base64url, in its one canonical spelling, as JSON Web Tokens and keys are written. */
/** The bytes that a text spells; undefined where it is not the one spelling of them. */
export declare function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined;
/** The text that spells these bytes. */
export declare function spelling(bytes: Uint8Array): string;
