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

export const reload = async () => put(await readProfile())

/** Return the number to log in with, as the other calls write it. */
export const phone = () => (profile.phone_auth ? `+${profile.phone_auth}` : null)
