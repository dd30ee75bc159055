import { make } from "./element.js"
import { framed, refuse } from "./field.js"
import { Form } from "./form.js"
import { changeProfile } from "./operations.js"
import { current, put, watch } from "./profile.js"
import { Row } from "./row.js"
import { say, text } from "./texts.js"
import { toast } from "./toast.js"

/** The gender of a user. */

const TEXTS = { f: "gender_f", m: "gender_m", other: "gender_other", "prefer not to answer": "gender_unsaid" }

export function offerGender() {
  const row = new Row("gender", {
    value: () => current().gender && text(TEXTS[current().gender]),
    deeds: () => ({ edit: () => open(row) }),
  })
  watch(() => row.show())
}

function open(row) {
  const field = new GenderField(current().gender)
  const form = new Form({
    fields: [field],
    leave: () => row.close(),
    async send() {
      put(await changeProfile({ gender: field.select.value }))
      row.close()
      toast("saved")
    },
  })
  row.open(form.node)
  field.focus()
}

class GenderField {
  constructor(gender) {
    this.select = make("select", { id: "gender-input", autocomplete: "sex" })
    this.select.append(say(make("option", { value: "", disabled: true }), "choose"))
    for (const [value, name] of Object.entries(TEXTS)) this.select.append(say(make("option", { value }), name))
    this.select.value = gender ?? ""
    const label = say(make("label", { htmlFor: "gender-input", className: "unseen" }), "gender")
    this.node = framed("gender-input", label, this.select)
    this.select.addEventListener("input", () => this.refuse(null))
  }

  isGood() {
    this.refuse(this.select.value ? null : "required")
    return Boolean(this.select.value)
  }

  refuse(problem) {
    refuse(this.node.lastChild, [this.select], problem)
  }

  focus() {
    this.select.focus()
  }
}
