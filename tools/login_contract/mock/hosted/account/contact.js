import { make } from "./element.js"
import { Field } from "./field.js"
import { Form } from "./form.js"
import { reload } from "./profile.js"
import { aCode, code } from "./rules.js"
import { say, tell, text } from "./texts.js"
import { toast } from "./toast.js"

/** A new e-mail address or phone number: it is typed, gets a code, and counts once the code is back. */

const CODE = { inputMode: "numeric", autocomplete: "one-time-code", className: "code", dir: "ltr" }

/**
 * Open the form in a row. `way` has the `label` and `input` of the contact, its `judge`, its form that is sent
 * (`clean`), what sends the code (`send`) and takes it (`confirm`), what the profile has then (`known`), and what
 * refusals mean (`refusing`).
 */
export function change(row, way) {
  const field = new Field(`${row.id}-input`, way.label, { input: way.input, judge: way.judge, required: true })
  const form = new Form({
    fields: [field],
    leave: () => row.close(),
    deed: "continue",
    busy: "sending",
    ...way.refusing,
    async send() {
      const contact = way.clean(field.value)
      const operation = await way.send(contact)
      if (operation === null) await done(row, way.known(contact))
      else enterCode(row, way, contact, operation)
    },
  })
  row.open(form.node)
  form.focus()
}

function enterCode(row, way, contact, first) {
  let operation = first
  const field = new Field(`${row.id}-code`, "code", { input: CODE, judge: aCode, required: true })
  const sent = say(make("p", { role: "status" }), "code_sent", { recipient: contact })
  const again = say(make("button", { type: "button", className: "button quiet" }), "send_again")
  const wait = make("p", { className: "soft" })
  const form = new Form({
    fields: [field],
    before: [sent],
    extra: [again, wait],
    leave: () => row.close(),
    deed: "confirm",
    ...way.refusing,
    own: { ...way.refusing.own, "003-061": "code_over" },
    async send() {
      await way.confirm(contact, operation, code(field.value))
      await done(row, way.known(contact))
    },
  })
  again.addEventListener("click", () => form.attempt(sendAgain))
  row.open(form.node)
  form.focus()

  async function sendAgain() {
    try {
      operation = await way.send(contact)
    } catch (problem) {
      if (problem.wait) pause(again, wait, problem.wait)
      throw problem
    }
    field.input.value = ""
    field.refuse(null)
    say(sent, "code_sent", { recipient: contact })
    field.focus()
  }
}

async function done(row, known) {
  await reload(known)
  row.close()
  toast("saved")
}

/** Say for how many seconds a button cannot be used. */
function pause(button, place, seconds) {
  button.disabled = true
  let left = seconds
  tell(place, () => text("send_again_in", { n: left }))
  const timer = setInterval(() => {
    left -= 1
    if (left > 0) return tell(place, () => text("send_again_in", { n: left }))
    clearInterval(timer)
    button.disabled = false
    tell(place, null)
  }, 1000)
}
