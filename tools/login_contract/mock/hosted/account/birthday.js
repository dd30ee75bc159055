import { make } from "./element.js"
import { framed, refuse } from "./field.js"
import { Form } from "./form.js"
import { changeProfile } from "./operations.js"
import { current, put, watch } from "./profile.js"
import { Row } from "./row.js"
import { ascii } from "./rules.js"
import { day, follow, formatted, say, tell } from "./texts.js"
import { toast } from "./toast.js"

/** The date of birth, which can be set once. */

const YEAR = 4 // digits

export function offerBirthday() {
  const row = new Row("birthday", {
    value: () => current().birthday && day(current().birthday),
    note: () => (current().birthday ? "birthday_fixed" : null),
    deeds: () => (current().birthday ? {} : { add: () => open(row) }),
  })
  watch(() => row.show())
}

function open(row) {
  const field = new DateField()
  const form = new Form({
    fields: [field],
    leave: () => row.close(),
    own: { "002-027": "birthday_impossible" },
    async send() {
      put(await changeProfile({ birthday: field.value }))
      row.close()
      toast("saved")
    },
  })
  row.open(form.node)
  field.focus()
}

/** Day, month and year, in the order of the page's language. */
class DateField {
  #parts = { day: number("day", 2), month: months(), year: number("year", YEAR) }
  #group = make("div", { className: "date", role: "group", "aria-labelledby": "birthday-name" })
  #problem

  constructor() {
    this.node = framed("birthday-date", "", this.#group, "birthday_rule")
    this.#problem = this.node.lastChild
    follow(this.#group, () => this.#order())
    for (const each of this.#controls) each.setAttribute("aria-describedby", this.#problem.id)
    this.#group.addEventListener("input", () => this.refuse(this.#isWhole() ? this.#found() : null))
  }

  /** The date, `YYYY-MM-DD`. */
  get value() {
    const { year, month, day } = this.#typed()
    return [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-")
  }

  isGood() {
    const problem = Object.values(this.#typed()).every(Boolean) ? this.#found() : "required"
    this.refuse(problem)
    return !problem
  }

  refuse(problem) {
    refuse(this.#problem, this.#controls, problem)
  }

  focus() {
    const all = this.#controls
    const empty = all.find((each) => !each.value)
    ;(empty ?? all[0]).focus()
  }

  get #controls() {
    return [...this.#group.querySelectorAll("input, select")]
  }

  #order() {
    const order = formatted({ year: "numeric", month: "long", day: "numeric" }).formatToParts()
    this.#group.append(...order.map(({ type }) => this.#parts[type]).filter(Boolean))
  }

  #typed() {
    const value = (name) => ascii(this.#parts[name].querySelector("input, select").value.trim())
    return { year: value("year"), month: value("month"), day: value("day") }
  }

  #isWhole() {
    const { year, month, day } = this.#typed()
    return Boolean(month && day) && year.length >= YEAR
  }

  #found() {
    const { year, month, day } = this.#typed()
    const date = new Date(0)
    date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
    const exists = [year, day].every((each) => /^\d+$/.test(each)) && date.getUTCDate() === Number(day)
    // "85" is nobody's year of birth, and could not be changed any more.
    if (!exists || year.length < YEAR || Number(year) === 0) return "birthday_impossible"
    return date > new Date() ? "birthday_future" : null
  }
}

function number(name, maxLength) {
  const id = `birthday-${name}`
  const input = make("input", { id, inputMode: "numeric", maxLength, autocomplete: `bday-${name}`, className: name })
  return make("div", {}, say(make("label", { htmlFor: id }), name), input)
}

function months() {
  const select = make("select", { id: "birthday-month", autocomplete: "bday-month" })
  select.append(say(make("option", { value: "" }), "choose"))
  for (let month = 1; month <= 12; month += 1) {
    const name = () => formatted({ month: "long", timeZone: "UTC" }).format(Date.UTC(2000, month - 1, 15))
    select.append(tell(make("option", { value: String(month) }), name))
  }
  return make("div", {}, say(make("label", { htmlFor: "birthday-month" }), "month"), select)
}
