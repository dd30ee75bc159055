import { change } from "./contact.js"
import { place } from "./element.js"
import { confirmPhone, removePhone, sendPhoneCode } from "./operations.js"
import { current, phone, reload, watch } from "./profile.js"
import { ask } from "./removal.js"
import { Row } from "./row.js"
import { aPhoneNumber, phoneExample, phoneNumber } from "./rules.js"
import { text } from "./texts.js"

/** The phone numbers: the one to log in with, which a code proves, and that of the second factor. */

const WAY = {
  label: "new_phone",
  input: { type: "tel", autocomplete: "tel", dir: "ltr" },
  judge: aPhoneNumber,
  clean: phoneNumber,
  send: sendPhoneCode,
  confirm: confirmPhone,
  known: (number) => ({ phone_auth: number.slice(1) }),
  refusing: { own: { "002-056": phoneExample, "003-004": "phone_taken" } },
}

export function offerPhone() {
  const row = new Row("phone", { value: phone, deeds: () => deeds(row), ltr: true })
  const second = new Row("second_factor_phone", {
    value: () => current().phone,
    deeds: () => ({ remove: () => remove(second, current().phone, { phone: null }) }),
    ltr: true,
  })
  watch(() => {
    row.show()
    second.show()
    place(second.id).hidden = !current().phone
  })
}

function deeds(row) {
  if (!phone()) return { add: () => change(row, WAY) }
  return { change: () => change(row, WAY), remove: () => remove(row, phone(), { phone_auth: null }) }
}

function remove(row, number, known) {
  ask(row, {
    question: () => text("remove_phone", { phone: number }),
    own: { "002-056": phoneExample, "003-020": "last_way" },
    act: () => removePhone(number),
    refresh: () => reload(known),
  })
}
