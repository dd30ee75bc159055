/** The gateway token: found in the headers, taken apart, and judged by its claims. */
import { bytesOf } from "./base64url.js";
import { Claims } from "./delivery.js";
import { DocumentError, parse } from "./documents.js";
import { ExpiredToken, MalformedToken, MissingToken, NotYetValid, WrongMediaType, WrongProject, WrongRequestType, } from "./errors.js";
import { valuesOf } from "./headers.js";
export const REQUEST_TYPE = "gateway_token";
const MAX_CHARACTERS = 16384;
const BEARER = /^bearer +([^ ]+)$/i;
/**
 * Take the token out of the headers of a request.
 *
 * @throws MissingToken there is none
 * @throws MalformedToken there are two, or it is no JSON Web Token in its one canonical form
 */
export function presentedToken(headers) {
    const values = valuesOf(headers, "authorization");
    if (values.length > 1)
        throw new MalformedToken("There are two Authorization headers.");
    const bearer = BEARER.exec(values[0]?.trim() ?? "")?.[1];
    if (bearer === undefined)
        throw new MissingToken("The Authorization header with a bearer token is missing.");
    return takenApart(bearer);
}
/**
 * Refuse a body that is declared to be something else than JSON; one that is not declared passes.
 *
 * @throws WrongMediaType it is
 */
export function checkMediaType(headers) {
    for (const value of valuesOf(headers, "content-type")) {
        const [mediaType = ""] = value.split(";");
        if (mediaType.trim().toLowerCase() !== "application/json") {
            throw new WrongMediaType("The body is not declared to be application/json.");
        }
    }
}
/**
 * Judge the claims of a token whose signature is right.
 *
 * @throws MalformedToken, ExpiredToken, NotYetValid, WrongProject, WrongRequestType it is not good
 */
export function readClaims(payload, standard) {
    const claims = readPart(payload, "The token has claims that cannot be read.");
    checkTimes(claims, standard);
    if (claims["request_type"] !== REQUEST_TYPE) {
        throw new WrongRequestType(`The token's request_type is not ${REQUEST_TYPE}.`);
    }
    const given = claims["xsolla_login_project_id"];
    const project = typeof given === "string" ? given : undefined;
    if (standard.projectId !== undefined && project?.toLowerCase() !== standard.projectId) {
        throw new WrongProject("The token is not about this project.");
    }
    const told = {
        requestType: REQUEST_TYPE,
        projectId: project,
        sub: text(claims, "sub"),
        username: text(claims, "username"),
        email: text(claims, "email"),
        phone: text(claims, "phone"),
        externalAccountId: text(claims, "external_account_id"),
        provider: text(claims, "provider"),
        id: text(claims, "id"),
    };
    return new Claims(told, claims);
}
function takenApart(token) {
    const parts = token.split(".");
    const [header, payload, signature] = parts.map(bytesOf);
    if (token.length > MAX_CHARACTERS || parts.length !== 3) {
        throw new MalformedToken("The token is no JSON Web Token.");
    }
    if (header === undefined || payload === undefined || signature === undefined) {
        throw new MalformedToken("The token is not written in base64url.");
    }
    const members = readPart(header, "The token has a header that cannot be read.");
    if (Object.hasOwn(members, "crit")) {
        throw new MalformedToken("The token demands to be understood in a way that is not known here.");
    }
    const { alg, kid } = members;
    return {
        algorithm: typeof alg === "string" ? alg : undefined,
        kid: typeof kid === "string" ? kid : undefined,
        signed: new TextEncoder().encode(token.slice(0, token.lastIndexOf("."))),
        signature,
        payload,
    };
}
function readPart(part, refusal) {
    try {
        return parse(part);
    }
    catch (problem) {
        if (problem instanceof DocumentError)
            throw new MalformedToken(refusal);
        throw problem;
    }
}
function checkTimes(claims, { leewaySeconds, now }) {
    // `iat` is not compared: a token may well come from a server whose clock is ahead.
    if (seconds(claims, "exp") <= now - leewaySeconds)
        throw new ExpiredToken("The token has expired.");
    if ((claims["nbf"] ?? null) !== null && seconds(claims, "nbf") > now + leewaySeconds) {
        throw new NotYetValid("The token is not valid yet.");
    }
}
function seconds(claims, name) {
    const value = claims[name];
    if (typeof value !== "number")
        throw new MalformedToken(`The token has no time in its claim ${name}.`);
    return value;
}
function text(claims, name) {
    // Ids of some networks are numbers elsewhere, so a number is taken as its digits.
    const value = claims[name] ?? undefined;
    if (value === undefined || typeof value === "string")
        return value;
    if (typeof value === "number" && Number.isInteger(value))
        return String(value);
    throw new MalformedToken(`The token has no text in its claim ${name}.`);
}
