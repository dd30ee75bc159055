import { make, place } from "./element.js"
import { follow, say, text } from "./texts.js"

/** One line of the account: its name, its value, what can be done with it, or the form that does it. */
export class Row {
  #value = make("dd", { className: "value" })
  #deeds = make("dd", { className: "deeds" })
  #form = null

  /**
   * `value` returns what the line shows, nothing where nothing is set; `note` a remark below it; `deeds` what its
   * buttons do, by the names of their texts. `ltr` is for what is written from left to right in every language.
   */
  constructor(id, { value, deeds, note = () => null, ltr = false }) {
    Object.assign(this, { id, place: place(id), value, deeds, note, ltr })
    this.place.append(this.#value, this.#deeds)
  }

  /** Show the value, unless a form is open. */
  show() {
    if (this.#form) return
    const focused = this.place.contains(document.activeElement)
    this.#value.replaceChildren(this.#shown(), this.#remark())
    this.#deeds.replaceChildren(...Object.entries(this.deeds()).map(([name, press]) => this.#button(name, press)))
    this.place.classList.remove("open")
    if (focused) this.focus()
  }

  /** Put a form in place of the value. */
  open(form) {
    this.#form = form
    this.#value.replaceChildren(form)
    this.#deeds.replaceChildren()
    this.place.classList.add("open")
  }

  /** Show the value again, and go back to where the form was opened. */
  close() {
    this.#form = null
    this.show()
    this.focus()
  }

  focus() {
    const first = this.#deeds.querySelector("button")
    if (first) return first.focus()
    this.place.tabIndex = -1
    this.place.focus()
  }

  #shown() {
    const shown = make("bdi", this.ltr ? { dir: "ltr" } : {})
    return follow(shown, () => {
      const value = this.value()
      shown.classList.toggle("soft", !value)
      shown.textContent = value || text("not_set")
    })
  }

  #remark() {
    const name = this.note()
    return name ? say(make("small", { className: "soft" }), name) : ""
  }

  #button(name, press) {
    const button = say(make("button", { type: "button", className: "button quiet", id: `${this.id}-${name}` }), name)
    button.setAttribute("aria-labelledby", `${button.id} ${this.id}-name`)
    button.addEventListener("click", press)
    return button
  }
}
