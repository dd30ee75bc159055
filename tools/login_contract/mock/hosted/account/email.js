import { change } from "./contact.js"
import { locale } from "./language.js"
import { confirmEmail, sendEmailCode } from "./operations.js"
import { current, watch } from "./profile.js"
import { Row } from "./row.js"
import { anEmail } from "./rules.js"

/** The e-mail address, which a code proves. */

// Not type="email": browsers then rewrite what is not ASCII.
const INPUT = { inputMode: "email", autocomplete: "email", dir: "ltr" }
const WAY = {
  label: "new_email",
  input: INPUT,
  judge: anEmail,
  clean: (typed) => typed,
  send: (email) => sendEmailCode(email, locale()),
  confirm: confirmEmail,
  known: (email) => ({ email, is_last_email_confirmed: true }),
  refusing: { own: { "002-027": "invalid_email" }, partner: true },
}

export function offerEmail() {
  const row = new Row("email", {
    value: () => current().email,
    note: () => (current().email && current().is_last_email_confirmed === false ? "unconfirmed" : null),
    deeds: () => ({ [current().email ? "change" : "add"]: () => change(row, WAY) }),
    ltr: true,
  })
  watch(() => row.show())
}
