import { make, place } from "./element.js"
import { ask } from "./removal.js"
import { follow, say } from "./texts.js"

/** A list of what is linked to the account, each with its removal. */

/**
 * Show a list in the section `id`. Each item has a `name`, what tells more of it (`more`), the `question` before its
 * removal, and what removes it (`act`); `empty` names what is said where there is none.
 */
export function list(id, items, empty) {
  const shown = items.length
    ? make("ul", { className: "rows" }, ...items.map((item, number) => line(id, item, number)))
    : say(make("p", { className: "soft empty" }), empty)
  place(id).replaceChildren(shown)
}

function line(id, item, number) {
  const name = make("bdi", { id: `${id}-${number}`, className: "value" }, item.name)
  const more = follow(make("small", { className: "soft" }), (node) => (node.textContent = item.more()))
  const remove = say(make("button", { type: "button", className: "button quiet", id: `${id}-${number}-remove` }), "remove")
  remove.setAttribute("aria-labelledby", `${remove.id} ${name.id}`)
  const node = make("li", { className: "row" }, make("div", {}, name, more), remove)
  // Hidden below the question, where a switch of the language still finds it.
  const hide = (hidden) => [...node.children].forEach((each) => (each.hidden = hidden))
  const row = {
    open(form) {
      hide(true)
      node.append(form)
    },
    close() {
      node.querySelector("form").remove()
      hide(false)
      // Once it is gone, its heading is what stays of it.
      ;(node.isConnected ? remove : place(`${id}-name`)).focus()
    },
  }
  remove.addEventListener("click", () => ask(row, { ...item, own: { "003-020": "last_way" } }))
  return node
}
