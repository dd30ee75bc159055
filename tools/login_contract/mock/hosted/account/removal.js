import { make } from "./element.js"
import { isEscape } from "./form.js"
import { meaning } from "./refusals.js"
import { say, tell } from "./texts.js"
import { toast } from "./toast.js"

/** Removal in two steps: a question, and what is done when it is answered. */

/**
 * Ask in a row: anything that can `open` a form and `close` it. `act` removes, and throws what refuses it; `refresh`
 * shows what is left then; `own` says what refusals mean here.
 */
export function ask(row, { question, act, refresh, own = {} }) {
  const asked = tell(make("p", { className: "question" }), question)
  const problem = make("p", { className: "problem", "aria-live": "polite", dir: "auto" })
  const remove = say(make("button", { className: "button danger" }), "remove")
  const cancel = say(make("button", { type: "button", className: "button plain" }), "cancel")
  const form = make("form", {}, asked, problem, make("div", { className: "deeds" }, remove, cancel))
  let busy = false
  const leave = () => busy || row.close()
  cancel.addEventListener("click", leave)
  form.addEventListener("keydown", (event) => isEscape(event) && leave())
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    if (busy) return
    busy = true
    remove.setAttribute("aria-disabled", "true")
    try {
      const told = await act().then(() => "removed", vanished)
      await refresh()
      row.close()
      toast(told)
    } catch (refused) {
      tell(problem, meaning(refused, { own }))
    } finally {
      busy = false
      remove.setAttribute("aria-disabled", "false")
    }
  })
  row.open(form)
  // Who presses Enter twice must not have removed anything.
  cancel.focus()
}

// Somebody has removed it meanwhile, perhaps in another tab.
function vanished(refused) {
  if (refused.code === "003-061") return "vanished"
  throw refused
}
