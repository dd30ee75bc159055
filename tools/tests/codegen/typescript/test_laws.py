"""The hand-written modules of the TypeScript client: their laws, and defects that break them."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from tests.codegen.typescript.node_package import compiled, held_to_laws, workshop

LEAST = 60


@frozen
class Defect:
    """A text of a compiled module, what stands there instead, and the law that notices."""

    module: str
    given: str
    instead: str
    law: str


DEFECTS = {
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
        "!(error instanceof Refusal) || error.status === 429 || (error.status ?? 500) >= 500",
        "false",
        "a renewal that did not come through is tried again later",
    ),
    "any refusal of a call renews the login": Defect(
        "exchange",
        "errorObject(reply.text)?.code === use.refused.code",
        "true",
        "a refusal of something else renews nothing",
    ),
    "who gives up waits for the renewal all the same": Defect(
        "exchange",
        "within({ timeout: null, signal: plan.signal }, () => work)",
        "work",
        "who gives up does so alone",
    ),
    "a call is repeated that may have been done": Defect(
        "retries",
        "changesNothing && PERHAPS_DONE",
        "PERHAPS_DONE",
        "what was perhaps done is sent again only where it changes nothing",
    ),
    "a broken connection repeats any call": Defect(
        "retries",
        'changesNothing && outcome.lost === "broken"',
        'outcome.lost === "broken"',
        "what was perhaps done is sent again only where it changes nothing",
    ),
    "a call that ran out of time is repeated": Defect(
        "retries",
        'changesNothing && outcome.lost === "broken"',
        "changesNothing",
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
        "answers", "return fits ?", "return true ?", "an incomplete success is an unexpected answer"
    ),
    "a token stands in the message": Defect(
        "answers",
        'text.replace(TOKEN, "…")',
        "text",
        "no secret is in a message, in JSON or in what is printed",
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
    "any state is the state of the login": Defect(
        "pkce",
        "return difference === 0",
        "return true",
        "a login that was started elsewhere is not completed",
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
    "facades share what they were made with": Defect(
        "login",
        "this.#config = config;",
        "this.#config = globalThis.shared = { ...globalThis.shared, ...config };",
        "two facades know nothing of each other",
    ),
}


def test_the_hand_written_modules_keep_their_laws() -> None:
    with workshop() as (_, folder):
        (found,) = held_to_laws([(compiled(folder / "sound"), ())])

    assert {law: complaint for law, complaint in found.items() if complaint} == {}
    assert len(found) > LEAST


def test_every_planted_defect_breaks_a_law() -> None:
    with workshop() as (_, folder):
        planted = [plant(defect, compiled(folder / str(at))) for at, defect in enumerate(DEFECTS.values())]
        found = held_to_laws(zip(planted, ([each.law] for each in DEFECTS.values()), strict=True))

    missed = [name for name, laws in zip(DEFECTS, found, strict=True) if None in laws.values() or not laws]
    assert not missed, ", ".join(missed)


def plant(defect: Defect, folder: Path) -> Path:
    """The folder, with the defect in it."""
    module = folder / f"{defect.module}.js"
    text = module.read_text("utf-8")
    assert text.count(defect.given) > 0, f"{defect.given!r} is not in {module.name} any more"
    module.write_text(text.replace(defect.given, defect.instead), "utf-8")
    return folder
