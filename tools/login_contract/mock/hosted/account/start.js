import { readNetworks, readProfile } from "./operations.js"
import { wear } from "./theme.js"
import { claims, take, token } from "./token.js"

/** What runs first: the token leaves the address, and the account is asked for while the rest of the page loads. */

const PATIENCE = 1000 // milliseconds

/** Ask for all that the page shows; whoever shows it tells what is refused. */
export function ask() {
  const asked = { profile: readProfile(), networks: readNetworks() }
  for (const each of Object.values(asked)) each.catch(() => null)
  // Without its colours, or before them, the account is shown all the same.
  const late = new Promise((over) => setTimeout(over, PATIENCE))
  return { ...asked, theme: Promise.race([wear(claims().xsolla_login_project_id).catch(() => null), late]) }
}

take()

/** What was asked for; nothing where there is no token to ask with. */
export const first = token() && claims() ? ask() : null
