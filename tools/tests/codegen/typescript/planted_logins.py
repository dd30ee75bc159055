"""Defects of what logs in and keeps tokens, and the laws that notice them."""

from __future__ import annotations

from tests.codegen.typescript.defect import Defect

LOGINS = {
    "any address logs somebody in": Defect(
        "login",
        "this.#takesToken ? landing",
        "true ? landing",
        "a token that no state guards logs nobody in where the calls are those of OAuth 2.0",
    ),
    "every caller renews the login": Defect(
        "auth",
        "this.#running ??= work()",
        "return work(); this.#running ??= work()",
        "fifty calls that are refused renew the login once",
    ),
    "a late caller renews the login again": Defect(
        "token-auth",
        "if (refused !== this.#tokens.accessToken)",
        "if (false)",
        "a token is not renewed that was renewed meanwhile",
    ),
    "new tokens are not saved": Defect(
        "token-auth",
        "await save?.(this.#unsaved)",
        "await undefined",
        "fifty calls that are refused renew the login once",
    ),
    "new tokens are used before they are saved": Defect(
        "token-auth",
        "await save?.(this.#unsaved)",
        "void save?.(this.#unsaved)",
        "fifty calls that are refused renew the login once",
    ),
    "the refresh token stays the old one": Defect(
        "token-endpoint",
        'typeof refreshToken === "string" && refreshToken ? refreshToken : before',
        "before ?? refreshToken",
        "the next renewal takes the next refresh token",
    ),
    "a login that is over is asked for again": Defect(
        "token-auth",
        "if (this.#ended !== null)",
        "if (false)",
        "a refused renewal ends the login for all, and is not asked for again",
    ),
    "a server that is down ends the login": Defect(
        "token-auth",
        "(error.status ?? 500) >= 500",
        "false",
        "a server that asks to wait, or is down, does not end the login",
    ),
    "a server that asks to wait ends the login": Defect(
        "token-auth",
        "FOR_NOW.includes(error.status ?? 0)",
        "error.status === 429",
        "a server that asks to wait, or is down, does not end the login",
    ),
    "each call asks for a renewal that does not come through": Defect(
        "token-auth",
        "const rests = ",
        "const rests = false && ",
        "a token is used while it lasts and no other can be had",
    ),
    "a good token is not used because no other can be had": Defect(
        "token-auth",
        "if (isForNow(error) && this.#lasts())",
        "if (false)",
        "a token is used while it lasts and no other can be had",
    ),
    "who was refused does not share a renewal that failed": Defect(
        "token-auth",
        "if (this.#failure !== null && Date.now() - this.#failure.at < SHARED)",
        "if (false)",
        "a renewal that did not come through is tried again after a second",
    ),
    "the tokens of another tab are not looked at": Defect(
        "token-auth",
        "if (this.#unsaved === null && (await this.#hasLoaded()))",
        "if (false)",
        "tokens that another tab has renewed are taken",
    ),
    "a renewal that another tab was quicker with ends the login": Defect(
        "token-auth",
        "if (error instanceof SessionEnded && (await this.#hasLoaded()))",
        "if (false)",
        "tokens that another tab has renewed are taken",
    ),
    "tabs renew all at once": Defect(
        "token-auth",
        "locks === undefined ? work()",
        "true ? work()",
        "tabs that have Web Locks renew one after the other",
    ),
    "a code is exchanged twice": Defect(
        "login", "this.#completed?.url !== loginUrl", "true", "the end of a login is gone through once"
    ),
    "a code is lost with tokens that could not be saved": Defect(
        "login",
        "this.#unsaved = kept;",
        "",
        "tokens of a login that could not be saved are saved once more",
    ),
    "a contact to confirm is an error": Defect(
        "login",
        '!call.asks?.includes(error.code ?? "")',
        "true",
        "a contact to confirm is a result, in a success and in a refusal",
    ),
    "any state is the state of the login": Defect(
        "pkce",
        "return difference === 0",
        "return true",
        "a login that was started elsewhere is not completed",
    ),
    "facades share what they were made with": Defect(
        "login",
        "this.#config = config;",
        "this.#config = globalThis.shared = { ...globalThis.shared, ...config };",
        "two facades know nothing of each other",
    ),
}
