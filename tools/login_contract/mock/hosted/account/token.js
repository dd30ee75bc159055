/** The user's token: taken from the address, kept in this module and nowhere else. */

let held = null

/** Take the token out of the address, whose query stays; that there was one is remembered for a reload. */
export function take() {
  held = new URLSearchParams(location.hash.slice(1)).get("token")
  if (location.hash) history.replaceState({ opened: Boolean(held) }, "", location.pathname + location.search)
}

export const token = () => held

/** Say whether this page had a token before it was loaded anew, which it cannot have kept. */
export const wasOpened = () => history.state?.opened === true

/** Go on with the token in the query of a callback URL, if there is one. */
export function takeOver(url) {
  held = new URL(url).searchParams.get("token") ?? held
}

/** Return what the token claims, unverified: whose it is and what may be done, the server alone says. */
export function claims() {
  const parts = (held ?? "").split(".")
  if (parts.length !== 3) return null
  try {
    const bytes = Uint8Array.from(atob(parts[1].replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt())
    const told = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
    return typeof told?.xsolla_login_project_id === "string" ? told : null
  } catch {
    return null
  }
}

/** Say whether the token is over by its own words. */
export const isOver = () => (claims()?.exp ?? Infinity) * 1000 <= Date.now()
