import { call } from "./api.js"
import { claims, takeOver, token } from "./token.js"

/** The calls of the public Login API that an account is managed with. */

const project = () => ({ projectId: claims().xsolla_login_project_id })

let turn = Promise.resolve()

// One after another, so that what is answered last is what the server has.
function inTurn(ask) {
  const answered = turn.then(ask)
  turn = answered.catch(() => null)
  return answered
}

export const readProfile = () => inTurn(() => call("GET", "/users/me"))

/** Change what is named; return the profile as it is then. */
export const changeProfile = (changed) => inTurn(() => call("PATCH", "/users/me", { body: changed }))

/** Return the address of the picture. */
export async function uploadPicture(picture, name) {
  const form = new FormData()
  form.append("picture", picture, name)
  return (await call("POST", "/users/me/picture", { body: form, patience: 120_000 })).picture
}

export const removePicture = () => call("DELETE", "/users/me/picture")

/** Have a code sent to a number; return the id of the operation that it confirms. */
export async function sendPhoneCode(number) {
  return (await call("POST", "/users/me/phone_link/request", { body: { phone_number: number } })).operation_id
}

export function confirmPhone(number, operation_id, code) {
  return call("POST", "/users/me/phone_link/confirm", { body: { phone_number: number, operation_id, code } })
}

export const removePhone = (number) => call("DELETE", `/users/me/phone/${encodeURIComponent(number)}`)

/** Have a code sent to an address; return the id of the operation, or null where the address is taken at once. */
export async function sendEmailCode(email, locale) {
  const body = { token: token(), updatedFields: { email } }
  const query = { ...project(), locale }
  const answer = await call("POST", "/token/update", { query, body, bearer: false })
  // Whether the token of a `redirect_url` opens more than the ask calls, nobody says: the one at hand does.
  return answer.error ? answer.error.details.operation_id : null
}

/** Prove the address; the account has it then, and the page goes on with the token that it gets. */
export async function confirmEmail(email, operation_id, code) {
  const body = { email, operation_id, code }
  const answer = await call("POST", "/login/email/confirm", { query: project(), body, bearer: false })
  // While a required field is missing, the new token opens nothing but the calls that answer it.
  if (!answer.ask_fields?.some((each) => each.required)) takeOver(answer.login_url)
}

/** Add a way to log in; return whether a mailed link has to be opened first. */
export async function addPassword(username, email, password) {
  const body = { username, email, password }
  return (await call("POST", "/users/me/link_email_password", { body })).email_confirmation_required
}

export const readNetworks = () => call("GET", "/users/me/social_providers")

export const removeNetwork = (provider) => call("DELETE", `/users/me/social_providers/${encodeURIComponent(provider)}`)

export const removeDevice = (id) => call("DELETE", `/users/me/devices/${id}`)
