import { make } from "./element.js"
import { Field } from "./field.js"
import { Form } from "./form.js"
import { addPassword } from "./operations.js"
import { current, reload, watch } from "./profile.js"
import { Row } from "./row.js"
import { aPassword, anEmail, atMost } from "./rules.js"
import { say, text } from "./texts.js"
import { toast } from "./toast.js"

/** Username and password, for an account that has none. */

let mailedTo = null

export function offerPassword() {
  const row = new Row("password", { value: shown, deeds: () => (current().username ? {} : deeds(row)) })
  watch(() => row.show())
}

// An account has a username where it has a password: no call tells more.
function shown() {
  const { username } = current()
  if (username) return text("password_set", { username })
  return mailedTo && text("password_mail", { email: mailedTo })
}

const deeds = (row) => ({ add_password: () => open(row) })

function open(row) {
  const username = new Field("username-input", "username", {
    input: { autocomplete: "username", dir: "auto" },
    judge: atMost(255),
    required: true,
  })
  const email = new Field("password-email", "email", {
    input: { inputMode: "email", autocomplete: "email", dir: "ltr", value: current().email ?? "" },
    judge: anEmail,
    required: true,
  })
  const password = new Field("password-input", "password", {
    input: { type: "password", autocomplete: "new-password", dir: "auto" },
    rule: "password_rule",
    judge: aPassword,
    required: true,
  })
  const form = new Form({
    fields: [username, email, password],
    before: [say(make("p", { className: "soft" }), "add_password_intro")],
    leave: () => row.close(),
    deed: "add_password",
    blames: { "003-004": email, "003-008": email },
    async send() {
      const mailed = await addPassword(username.value, email.value, password.value)
      mailedTo = mailed ? email.value : null
      await reload(mailed ? {} : { username: username.value, email: email.value })
      row.close()
      if (mailed) toast("password_mail", { email: mailedTo })
      else toast("password_added")
    },
  })
  row.open(form.node)
  form.focus()
}
