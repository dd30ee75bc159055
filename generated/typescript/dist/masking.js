/** Hides what is secret in the texts that people read: servers, too, quote what they were sent. */
import { NAMES } from "./secret-names.js";
const MASK = "…";
const NAME = NAMES.map((each) => each.replace(/[^\w-]/g, "\\$&")).join("|");
const TOKEN = /\beyJ[\w-]*\.[\w-]+(?:\.[\w-]*)?/g;
// A name stands for itself, behind a sign, or behind one that an address in an address is written with.
const PARAMETER = new RegExp(`((?:(?<![\\w-])|(?<=%3F)|(?<=%26)|(?<=%23))(?:${NAME})(?:=|%3D))(?!${MASK})[^&#\\s"'\\\\)>]+`, "gi");
const PROPERTY = new RegExp(`(["'](?:${NAME})["']\\s*:\\s*)(?:"(?:[^"\\\\]|\\\\.)*"?|'(?:[^'\\\\]|\\\\.)*'?)`, "gi");
/** A text without JSON Web Tokens, and without what has a name that the API calls secret. */
export function withoutSecrets(text) {
    const plain = text.replace(TOKEN, MASK);
    return NAME ? plain.replace(PROPERTY, `$1"${MASK}"`).replace(PARAMETER, `$1${MASK}`) : plain;
}
