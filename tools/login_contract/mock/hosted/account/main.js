import { Refused, Unreachable } from "./api.js"
import { offerBirthday } from "./birthday.js"
import { offerDevices } from "./devices.js"
import { place } from "./element.js"
import { offerEmail } from "./email.js"
import { close, fetched, loaded } from "./events.js"
import { offerGender } from "./gender.js"
import { offerLanguages } from "./language.js"
import { offerNames } from "./names.js"
import { showNetworks } from "./networks.js"
import { clearNotice, notice } from "./notice.js"
import { offerPassword } from "./password.js"
import { offerPhone } from "./phone.js"
import { offerPicture } from "./picture.js"
import { current, put } from "./profile.js"
import { ask, first } from "./start.js"
import { isOver, token, wasOpened } from "./token.js"

/** The page: it shows the account that was asked for, and lets each part be changed. */

async function open(asked) {
  if (!asked) return fail(without())
  const again = place("notice").contains(document.activeElement)
  clearNotice()
  place("main").ariaBusy = "true"
  try {
    const [profile] = await Promise.all([asked.profile, asked.theme])
    put(profile)
    showNetworks(asked.networks)
  } catch (problem) {
    return fail(reason(problem))
  }
  ready()
  // The button that was pressed is gone.
  if (again) place("title").focus()
  fetched()
}

function without() {
  if (token()) return "wrong"
  return wasOpened() ? "expired" : "hint"
}

function reason(problem) {
  const expected = problem instanceof Refused || problem instanceof Unreachable
  if (!expected) reportError(problem)
  if (problem instanceof Unreachable) return "offline"
  if (problem.code === "002-016") return isOver() ? "expired" : "wrong"
  return "failed"
}

function fail(kind) {
  notice(kind, { again: ["failed", "offline"].includes(kind) && (() => open(ask())) })
  ready()
  loaded()
}

function ready() {
  place("main").ariaBusy = "false"
  place("loading").textContent = ""
}

// The second of a double click would leave a tab twice.
place("exit").addEventListener("click", (event) => event.detail > 1 || close())
// Whoever puts another token into the address wants another account.
addEventListener("hashchange", () => location.hash.includes("token=") && location.reload())
// Until the account is there, `open` tells what refuses it.
addEventListener("session-over", () => current() && notice("expired", { keep: true }))
offerLanguages()
for (const offer of [offerNames, offerBirthday, offerGender, offerEmail, offerPhone]) offer()
for (const offer of [offerPassword, offerDevices, offerPicture]) offer()
await open(first)
