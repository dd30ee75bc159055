/** Signatures of gateway tokens, which the Web Crypto API computes. */
import { bytesOf, spelling } from "./base64url.js";
import { isObject } from "./documents.js";
import { InvalidSignature, UnknownKey, WrongAlgorithm } from "./errors.js";
const HMAC = { name: "HMAC", hash: "SHA-256" };
const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
// The reference names both for the keys that sign.
const USES = ["sig", "enc"];
/**
 * Make sure that a secret proves something.
 *
 * @throws RangeError it does not: it is empty, or a public key, which everybody can sign with
 */
export function checkSecret(secret) {
    if (secret === "")
        throw new RangeError("secret: it is empty, so that everybody could sign with it");
    if (secret.includes("-----BEGIN ")) {
        throw new RangeError("secret: it is a key in PEM, for a project that signs with RS256; give jwks");
    }
}
/** The key of a project that signs with HS256. */
export function secretKey(secret) {
    return crypto.subtle.importKey("raw", new TextEncoder().encode(secret), HMAC, false, ["verify"]);
}
/**
 * Refuse a token that names another algorithm than the one agreed upon.
 *
 * @throws WrongAlgorithm it does
 */
export function checkAlgorithm(token, algorithm) {
    if (token.algorithm !== algorithm)
        throw new WrongAlgorithm(`The token is not signed with ${algorithm}.`);
}
/**
 * Make sure that a token is signed with this key. The algorithm is that of the key, never one that the token
 * names, and the comparison takes the same time wherever the signatures differ.
 *
 * @throws InvalidSignature it is not
 */
export async function checkSignature(token, key) {
    const good = await crypto.subtle.verify(key.algorithm.name, key, token.signature, token.signed);
    if (!good)
        throw new InvalidSignature("The token is not signed by this project's Login server.");
}
/**
 * The key that a token names.
 *
 * @throws UnknownKey it names none of these
 */
export function findKey(keys, kid) {
    const key = kid === undefined ? undefined : keys.get(kid);
    if (key === undefined)
        throw new UnknownKey("The token does not name a key of this project.");
    return key;
}
/**
 * Read the RSA keys of a key set that may check RS256; all others are passed over.
 *
 * @throws RangeError it is no key set
 */
export async function readKeys(document) {
    const keys = isObject(document) ? document["keys"] : document;
    if (!Array.isArray(keys))
        throw new RangeError("jwks: it is no JSON Web Key Set");
    const found = new Map();
    for (const key of keys.filter(mayCheck)) {
        const read = await rsaKey(key);
        if (read !== undefined)
            found.set(key.kid, read);
    }
    return found;
}
function mayCheck(key) {
    return (isObject(key) &&
        typeof key["kid"] === "string" &&
        key["kty"] === "RSA" &&
        (key["alg"] ?? "RS256") === "RS256" &&
        USES.includes(key["use"] ?? "sig"));
}
async function rsaKey({ n, e }) {
    const [modulus, exponent] = [integer(n), integer(e)];
    if (modulus === undefined || exponent === undefined)
        return undefined;
    try {
        return await crypto.subtle.importKey("jwk", { kty: "RSA", n: modulus, e: exponent }, RSA, false, ["verify"]);
    }
    catch {
        return undefined;
    }
}
/** A number without padding and leading zeros and in the one alphabet, where it was written as plain Base64. */
function integer(written) {
    if (typeof written !== "string")
        return undefined;
    const bytes = bytesOf(written.replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_"));
    const start = bytes?.findIndex((byte) => byte !== 0) ?? -1;
    return bytes === undefined || start < 0 ? undefined : spelling(bytes.subarray(start));
}
