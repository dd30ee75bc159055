/** From a request to a typed delivery, or to the reason why not. */
import { Delivery, readBody, readEvent } from "./delivery.js";
import { JwksSource } from "./keys.js";
import { checkAlgorithm, checkSecret, checkSignature, findKey, readKeys, secretKey, } from "./signatures.js";
import { checkMediaType, presentedToken, readClaims } from "./token.js";
const LEEWAY_SECONDS = 10;
const MAX_LEEWAY_SECONDS = 300;
export async function unwrap(body, headers, how) {
    const [algorithm, standard] = judged(how);
    const token = presentedToken(headers);
    checkAlgorithm(token, algorithm);
    checkMediaType(headers);
    await checkSignature(token, await keyOf(token, how));
    return new Delivery(readClaims(token.payload, standard), readBody(bytesOf(body), how.webhook));
}
/**
 * Read a login event. Nothing proves who sent it: take it as a hint, and look up what matters.
 *
 * @throws MalformedBody the body is no login event
 */
export function loginEvent(body) {
    return readEvent(bytesOf(body));
}
/** Judge the options before the request, so that a mistake in them shows at the first delivery. */
function judged(how) {
    const { secret, jwks, projectId, leewaySeconds = LEEWAY_SECONDS, now = new Date() } = how;
    if ((secret === undefined) === (jwks === undefined)) {
        throw new TypeError("give either secret (the project signs with HS256) or jwks (RS256)");
    }
    if (secret !== undefined)
        checkSecret(secret);
    if (!(leewaySeconds >= 0 && leewaySeconds <= MAX_LEEWAY_SECONDS)) {
        throw new RangeError(`leewaySeconds: from 0 to ${MAX_LEEWAY_SECONDS}`);
    }
    const standard = { projectId: projectId?.toLowerCase(), leewaySeconds, now: now.getTime() / 1000 };
    return [secret === undefined ? "RS256" : "HS256", standard];
}
async function keyOf(token, { secret, jwks }) {
    if (secret !== undefined)
        return secretKey(secret);
    if (jwks instanceof JwksSource)
        return jwks.key(token.kid);
    return findKey(await readKeys(jwks), token.kid);
}
function bytesOf(body) {
    if (body instanceof Uint8Array)
        return body;
    if (body instanceof ArrayBuffer)
        return new Uint8Array(body);
    throw new TypeError("body: give the bytes of the request as they came, before anything has parsed them");
}
