import { Field } from "./field.js"
import { Form } from "./form.js"
import { changeProfile } from "./operations.js"
import { current, put, watch } from "./profile.js"
import { Row } from "./row.js"
import { atMost } from "./rules.js"
import { toast } from "./toast.js"

/** The names of a user: nickname, first and last name. */

const AUTOCOMPLETE = { nickname: "nickname", first_name: "given-name", last_name: "family-name" }

export function offerNames() {
  for (const name of Object.keys(AUTOCOMPLETE)) offer(name)
}

function offer(name) {
  const row = new Row(name, { value: () => shown(name), deeds: () => ({ edit: () => open(row, name) }) })
  watch(() => row.show())
}

function shown(name) {
  const { [name]: value, tag } = current()
  // Isolated: a mark in the name must not turn the tag around.
  return name === "nickname" && value && tag ? `\u2068${value}\u2069 #${tag}` : value
}

function open(row, name) {
  const input = { value: current()[name] ?? "", autocomplete: AUTOCOMPLETE[name], autocapitalize: "words", dir: "auto" }
  const field = new Field(`${name}-input`, name, { input, judge: atMost(255), named: true })
  const form = new Form({
    fields: [field],
    leave: () => row.close(),
    async send() {
      put(await changeProfile({ [name]: field.value }))
      row.close()
      toast("saved")
    },
  })
  row.open(form.node)
  field.input.select()
}
