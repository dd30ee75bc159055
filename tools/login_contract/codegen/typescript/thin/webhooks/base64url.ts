/** Base64url, in its one canonical spelling, as JSON Web Tokens and keys are written. */

const SPELLED = /^[A-Za-z0-9_-]*$/;

/** The bytes that a text spells; undefined where it is not the one spelling of them. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!SPELLED.test(text)) return undefined;
  let decoded: string;
  try {
    decoded = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return undefined;
  }
  const bytes = Uint8Array.from(decoded, (character) => character.charCodeAt(0));
  // Decoders pass over spare bits, so that several texts mean the same bytes.
  return spelling(bytes) === text ? bytes : undefined;
}

/** The text that spells these bytes. */
export function spelling(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
