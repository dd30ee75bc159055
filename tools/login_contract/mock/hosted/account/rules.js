import { text } from "./texts.js"

/** What may be typed: each rule returns what tells a problem, or nothing. */

export const LARGEST_PICTURE = 5_242_880 // bytes

const ZEROS = [0x660, 0x6f0, 0x966, 0xe50, 0xff10] // of the digits that keyboards of other scripts write

/** Return a text with the digits of ASCII. */
export function ascii(typed) {
  return typed.replace(/\p{Nd}/gu, (digit) => {
    const at = digit.codePointAt(0)
    const zero = ZEROS.find((each) => each <= at && at < each + 10)
    return zero ? String(at - zero) : digit
  })
}

/** Return a number without what people write between its digits. */
export function phoneNumber(typed) {
  // Full-width signs are those of East Asian keyboards; address books enclose a number in marks that nobody sees.
  return ascii(typed.normalize("NFKC")).replace(/[\s()./\u2212\p{Pd}\p{Cf}]/gu, "")
}

/** Return a code without spaces. */
export const code = (typed) => ascii(typed).replace(/[\s\p{Cf}]/gu, "")

export function atMost(n) {
  return (typed) => ([...typed].length > n ? () => text("too_long", { n }) : null)
}

export function anEmail(typed) {
  return /^[^\s@]+@[^\s@]+$/.test(typed) ? atMost(255)(typed) : "invalid_email"
}

/** Tell how a number is written. */
export const phoneExample = () => text("invalid_phone", { example: "+12025550143" })

export const aPhoneNumber = (typed) => (/^\+[0-9]{5,25}$/.test(phoneNumber(typed)) ? null : phoneExample)

export const aCode = (typed) => (/^[0-9A-Za-z]{1,255}$/.test(code(typed)) ? null : "invalid_code")

export function aPassword(typed) {
  const { length } = [...typed]
  return length < 6 || length > 100 ? "password_invalid" : null
}
