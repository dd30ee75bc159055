import { readNetworks, readProfile } from "./operations.js"
import { wear } from "./theme.js"
import { claims, take, token } from "./token.js"

/** What runs first: the token leaves the address, and the account is asked for while the rest of the page loads. */

/** Ask for all that the page shows; whoever shows it tells what is refused. */
export function ask() {
  const asked = { profile: readProfile(), networks: readNetworks() }
  for (const each of Object.values(asked)) each.catch(() => null)
  // Without its colours the account is shown all the same.
  return { ...asked, theme: wear(claims().xsolla_login_project_id).catch(() => null) }
}

take()

/** What was asked for; nothing where there is no token to ask with. */
export const first = token() && claims() ? ask() : null
