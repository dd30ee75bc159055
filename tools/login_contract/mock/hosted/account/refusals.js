import { Refused, Unreachable } from "./api.js"
import { inSeconds, text } from "./texts.js"

/** What a refusal means to the reader, by its documented code. */

const MEANINGS = {
  0: "invalid",
  "002-016": "expired",
  "002-027": "invalid",
  "002-028": "invalid",
  "002-040": "refusal.banned",
  "002-043": "refusal.unreachable",
  "002-056": "refusal.invalid",
  "002-061": "birthday_fixed",
  "003-003": "username_taken",
  "003-004": "email_taken",
  "003-008": "email_fixed",
  "003-019": "unavailable",
  "003-020": "unavailable",
  "003-022": "refusal.general",
  "003-033": "unavailable",
  "003-038": "refusal.too_many_requests",
  "003-039": "refusal.wrong_code",
  "003-049": "code_over",
  "003-061": "vanished",
  "010-011": "refusal.general",
  "010-012": "refusal.general",
  413: "invalid",
  415: "invalid",
}

/**
 * Return what tells a problem in the page's language.
 *
 * `own` has the meanings of codes in one place, as names of texts or as what tells them. A `partner` who keeps the
 * users speaks in its own words: in codes that nobody else has.
 */
export function meaning(problem, { own = {}, partner = false } = {}) {
  if (problem instanceof Unreachable) return () => text("offline")
  // What nobody has thought of is told as well, and seen by whoever mends the page.
  if (!(problem instanceof Refused)) reportError(problem)
  const found = [own, MEANINGS].find((each) => Object.hasOwn(each, problem.code))?.[problem.code]
  if (typeof found === "function") return found
  if (found) return () => waiting(text(found), problem.wait)
  if (partner && problem.description) return () => problem.description
  return () => text("refusal.general")
}

const waiting = (told, seconds) => (seconds ? `${told} (${inSeconds(seconds)})` : told)
