import { make } from "./element.js"
import { say, tell } from "./texts.js"

/** An input with its label, its rule, and what is wrong with what is typed. */

const PAUSE = 500 // milliseconds after which somebody has stopped typing

export class Field {
  #problem
  #judge
  #timer

  /**
   * `judge` gets what is typed and returns what tells its problem, or nothing; `rule` names a text that stands below.
   * An empty field is a problem in the end only, where it is `required`. One that is `named` has its label beside it.
   */
  constructor(id, label, { input = {}, rule, judge = () => null, required = false, named = false } = {}) {
    this.input = make("input", { id, name: id, autocapitalize: "none", spellcheck: false, ...input })
    this.#judge = judge
    this.required = required
    this.node = framed(id, say(make("label", { htmlFor: id, className: named ? "unseen" : "" }), label), this.input, rule)
    this.#problem = this.node.lastChild
    this.input.addEventListener("input", () => this.#typed())
    this.input.addEventListener("change", () => this.#told(this.#found()))
  }

  get value() {
    // Spaces at the ends are part of a password.
    return this.input.type === "password" ? this.input.value : this.input.value.trim()
  }

  /** Judge the field as it is sent; return whether there is nothing wrong with it. */
  isGood() {
    const missing = this.required && !this.value
    const problem = missing ? "required" : this.#found()
    this.refuse(problem)
    return !problem
  }

  /** Tell what is wrong, by the name of a text or by what tells it; nothing takes it back. */
  refuse(problem) {
    clearTimeout(this.#timer)
    this.#told(problem)
  }

  focus() {
    this.input.focus()
  }

  #found() {
    return this.value ? this.#judge(this.value) : null
  }

  // What is right again is told at once, what is wrong not before somebody has stopped typing.
  #typed() {
    clearTimeout(this.#timer)
    const problem = this.#found()
    if (!problem) this.#told(null)
    else this.#timer = setTimeout(() => this.#told(problem), PAUSE)
  }

  #told(problem) {
    refuse(this.#problem, [this.input], problem)
  }
}

/** Tell in a place what is wrong with controls, as `Field.refuse` does. */
export function refuse(place, controls, problem) {
  typeof problem === "string" ? say(place, problem) : tell(place, problem)
  for (const each of controls) {
    if (problem) each.setAttribute("aria-invalid", "true")
    else each.removeAttribute("aria-invalid")
  }
}

/** Return a control between its label and what is said of it; the last node tells its problem. */
export function framed(id, label, control, rule) {
  const problem = make("p", { className: "problem", id: `${id}-problem`, "aria-live": "polite", dir: "auto" })
  control.setAttribute("aria-describedby", rule ? `${id}-rule ${problem.id}` : problem.id)
  const said = rule ? [say(make("p", { className: "rule soft", id: `${id}-rule` }), rule)] : []
  return make("div", { className: "field" }, label, control, ...said, problem)
}
