import { make } from "./element.js"
import { meaning } from "./refusals.js"
import { say } from "./texts.js"

/** Say whether somebody wants to leave; an Escape within a word of an input method ends that alone. */
export const isEscape = (event) => event.key === "Escape" && !event.isComposing

/** A form in a line of the account: it judges its fields, sends, and tells what the server refuses. */
export class Form {
  #button
  #busy = false

  /**
   * `send` does it, and throws what refuses it; `own` and `partner` say what a refusal means here, `blames` which
   * field it concerns by its code, else the first. `leave` is called when somebody cancels.
   */
  constructor({ fields, send, leave, deed = "save", busy = "saving", before = [], extra = [], ...refusing }) {
    Object.assign(this, { fields, send, leave, deed, busy, refusing })
    this.#button = say(make("button", { className: "button" }), deed)
    const cancel = say(make("button", { type: "button", className: "button plain" }), "cancel")
    const deeds = make("div", { className: "deeds" }, this.#button, cancel, ...extra)
    this.node = make("form", { noValidate: true }, ...before, ...fields.map((each) => each.node), deeds)
    cancel.addEventListener("click", () => this.#cancel())
    this.node.addEventListener("keydown", (event) => isEscape(event) && this.#cancel())
    this.node.addEventListener("submit", (event) => this.#submit(event))
  }

  focus() {
    this.fields[0].focus()
  }

  /** Do something with the form, one thing at a time; what refuses it is told at its field. */
  async attempt(act) {
    if (this.#busy) return
    this.#working(true)
    try {
      await act()
    } catch (problem) {
      this.#refuse(problem)
    } finally {
      this.#working(false)
    }
  }

  async #submit(event) {
    event.preventDefault()
    const wrong = this.fields.filter((each) => !each.isGood())
    if (wrong.length) return wrong[0].focus()
    await this.attempt(this.send)
  }

  #cancel() {
    // What is under way would be done unseen, or refused unheard.
    if (!this.#busy) this.leave()
  }

  #refuse(problem) {
    const { blames = {} } = this.refusing
    const field = Object.hasOwn(blames, problem.code) ? blames[problem.code] : this.fields[0]
    field.refuse(meaning(problem, this.refusing))
    field.focus()
  }

  #working(busy) {
    this.#busy = busy
    this.#button.setAttribute("aria-disabled", busy)
    say(this.#button, busy ? this.busy : this.deed)
  }
}
