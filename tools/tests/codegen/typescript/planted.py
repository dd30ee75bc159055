"""Defects of the hand-written modules of the TypeScript client, and the laws that notice them."""

from __future__ import annotations

from tests.codegen.typescript.defect import Defect
from tests.codegen.typescript.planted_logins import LOGINS

DEFECTS = {
    **LOGINS,
    "who has given up before renews the login": Defect(
        "exchange",
        "patiently(plan, () => auth.token(plan.caller()))",
        "patiently(plan, ((started) => () => started)(auth.token(plan.caller())))",
        "who has given up before asks for nothing",
    ),
    "a token that cannot be sent is quoted": Defect(
        "exchange",
        "isHeader(use.header, `${use.prefix}${token}`)",
        "true",
        "a token that cannot be sent is told without it",
    ),
    "a header that cannot be sent is quoted": Defect(
        "client", "if (isHeader(name, value))", "if (true)", "a token that cannot be sent is told without it"
    ),
    "a middleware loses the plan of a call": Defect(
        "client",
        "KNOWN.get(`${method} ${path}`) ?? UNKNOWN",
        "UNKNOWN",
        "a request of the caller's own middleware is sent with token and retries",
    ),
    "an answer that was replaced is not looked at": Defect(
        "client",
        "if (last?.response === response)",
        "if (last)",
        "an answer of the caller's own middleware is judged",
    ),
    "a call by path sends JSON for a form": Defect(
        "client",
        "...(init.body === undefined ? {} : mediaOf(operation)), ...headers",
        "...headers",
        "a call by path sends a form where the description wants one",
    ),
    "credentials stand in an address": Defect(
        "client",
        "!(username || password || search || hash)",
        "true",
        "an address with more in it than an address is refused without showing it",
    ),
    "no number of attempts ends them": Defect(
        "retries", "Number.isInteger(attempts) && attempts >= 1", "true", "numbers that are none are refused"
    ),
    "a long time is none": Defect(
        "deadline", "timeout <= LONGEST", "true", "a time that no timer counts is for ever"
    ),
    "what a server says breaks the line": Defect(
        "errors",
        r'short.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ")',
        "short",
        "what a server says of itself is one line",
    ),
    "parts of an answer are not looked at": Defect(
        "shapes",
        'return isOf("object", found) ?',
        "return false ?",
        "parts of an answer are what their types say",
    ),
    "members of a list are not looked at": Defect(
        "shapes", "if (items === undefined)", "if (true)", "parts of an answer are what their types say"
    ),
    "a null that nobody expects is let through": Defect(
        "shapes",
        "if (kept !== MISFIT)",
        "if (part === null) found.push([name, part]);\n        else if (kept !== MISFIT)",
        "parts of an answer are what their types say",
    ),
    "a fraction is a whole number": Defect(
        "shapes",
        "return Number.isInteger(value)",
        'return typeof value === "number"',
        "parts of an answer are what their types say",
    ),
    "a redirect may lead nowhere": Defect(
        "answers",
        "return value ? { value } : undefined",
        "return { value }",
        "a redirect that leads nowhere is an unexpected answer",
    ),
    "any refusal of a call renews the login": Defect(
        "exchange",
        "errorObject(reply.text)?.code === use.refused.code",
        "true",
        "a refusal of something else renews nothing",
    ),
    "who gives up waits for the renewal all the same": Defect(
        "exchange",
        "within({ timeout: null, signal: plan.signal }, work)",
        "work()",
        "who gives up does so alone",
    ),
    "a call is repeated that may have been done": Defect(
        "retries",
        "repeatable && PERHAPS_DONE",
        "PERHAPS_DONE",
        "what was perhaps done is sent again only where it changes nothing",
    ),
    "a broken connection repeats any call": Defect(
        "retries",
        'repeatable && outcome.lost === "broken"',
        'outcome.lost === "broken"',
        "what was perhaps done is sent again only where it changes nothing",
    ),
    "a call that ran out of time is repeated": Defect(
        "retries",
        'repeatable && outcome.lost === "broken"',
        "repeatable",
        "a server that never answers is waited for five seconds",
    ),
    "the server is not asked when to come back": Defect(
        "retries", "retryAfter(call.outcome.headers)", "null", "the server says when to come back"
    ),
    "everybody comes back at once": Defect(
        "retries", "(Math.random() * pause) / 2", "pause / 2", "not everybody comes back at once"
    ),
    "the time never ends": Defect(
        "client",
        "DEFAULT_TIMEOUT = 5_000",
        "DEFAULT_TIMEOUT = null",
        "a server that never answers is waited for five seconds",
    ),
    "the time ends with the headers": Defect(
        "exchange",
        "within(plan, (signal) => read(new Request(request, { signal }), plan))",
        "within(plan, (signal) => plan.fetch(new Request(request, { signal })))"
        ".then((response) => read(request, { fetch: async () => response }))",
        "a body that never ends is waited for five seconds",
    ),
    "a code has no class": Defect(
        "answers", "kind ?? Refusal", "Refusal", "a documented code is a class of its own"
    ),
    "names that every object has are codes": Defect(
        "answers",
        "Object.hasOwn(CODES, refusal.code) ? CODES[refusal.code] : undefined",
        "CODES[refusal.code]",
        "a code that nobody documents is a plain refusal",
    ),
    "a page of a gateway is read as JSON": Defect(
        "answers",
        "catch {\n        return undefined;",
        "catch (error) {\n        throw error;",
        "no answer, however broken, raises anything but the family",
    ),
    "an incomplete answer is good": Defect(
        "shapes",
        "if (!required.every((name) => Object.hasOwn(value, name)))",
        "if (false)",
        "an incomplete success is an unexpected answer",
    ),
    "a token stands in the message": Defect(
        "masking",
        "text.replace(TOKEN, MASK)",
        "text",
        "no secret is in a message, in JSON or in what is printed",
    ),
    "a secret stands by its name in the message": Defect(
        "masking",
        "return NAME ?",
        "return false ?",
        "what the API calls secret is not in a message, whatever a server quotes",
    ),
    "the reason of a lost call stands in the message": Defect(
        "exchange",
        "${lost(error).reason}",
        "${error.message}",
        "no secret is in a message, in JSON or in what is printed",
    ),
    "the body of an answer is printed": Defect(
        "errors",
        "this.#body = ",
        "this.answered = this.#body = ",
        "no secret is in a message, in JSON or in what is printed",
    ),
    "a client shows its headers": Defect(
        "client",
        "this.#options = options;",
        "this.#options = options; this.options = options;",
        "no secret is in a message, in JSON or in what is printed",
    ),
    "a dot leads to another path": Defect(
        "writing", '["", ".", ".."].includes(value)', "false", "values stay where they belong"
    ),
    "a redirect is followed": Defect(
        "exchange", 'redirect: "manual"', 'redirect: "follow"', "a redirect is answered and not followed"
    ),
    "the wait is never over": Defect(
        "waiting", "timeout === null ? Infinity", "true ? Infinity", "a wait whose time is over is a result"
    ),
    "a cancelled wait goes on": Defect(
        "waiting",
        "promiseOf(signal)?.then(abort",
        "promiseOf(signal)?.then(() => undefined",
        "a wait ends when nobody wants it any more",
    ),
}
