import { readProfile } from "./operations.js"

/** The profile as the server told it last, and who shows it. */

let profile = null
const watchers = []

export const current = () => profile

/** Have a function called with the profile, whenever it is another. */
export const watch = (show) => watchers.push(show)

/** Show what the server answered. */
export function put(answered) {
  profile = answered
  for (const show of watchers) show(profile)
}

/** Read the profile anew; where that fails, what is known to be done is shown all the same. */
export const reload = async (known) => put(await readProfile().catch(() => ({ ...profile, ...known })))

/** Return the number to log in with, as the other calls write it. */
export const phone = () => (profile.phone_auth ? `+${profile.phone_auth}` : null)
