import { make, place } from "./element.js"
import { locale } from "./language.js"
import { follow, say } from "./texts.js"

/** What the page says in place of the account, or above it when the session ends. */

const KINDS = {
  hint: ["hint_title", "hint"],
  wrong: ["wrong_title", "expired"],
  expired: ["expired_title", "expired"],
  failed: ["failed_title", "failed"],
  offline: ["failed_title", "offline"],
}

/** Show a notice; `again` is what its button does. With `keep` the account stays below it. */
export function notice(kind, { again, keep = false } = {}) {
  const [title, words] = KINDS[kind]
  const box = make("div", { className: "card notice", role: "alert", tabIndex: -1 })
  box.append(say(make("h2"), title), say(make("p"), words))
  if (kind === "hint") box.append(example())
  if (again) box.append(say(make("button", { type: "button", className: "button", onclick: again }), "try_again"))
  place("notice").replaceChildren(box)
  place("account").hidden = !keep
}

export function clearNotice() {
  place("notice").replaceChildren()
  place("account").hidden = false
}

function example() {
  return follow(make("code", { dir: "ltr", className: "example" }), (node) => {
    node.textContent = `${location.origin}${location.pathname}?locale=${locale()}#token=…`
  })
}
