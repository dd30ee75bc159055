import { token } from "./token.js"

/** How the page calls the Login API. */

const PATIENCE = 20_000 // milliseconds

/** The server refused a call: its status, the code and words of the envelope, the seconds of `Retry-After`. */
export class Refused extends Error {
  constructor(status, error, wait) {
    super(`${status} ${error.code}`)
    Object.assign(this, { status, code: error.code, description: error.description, wait })
  }
}

/** No answer came. */
export class Unreachable extends Error {}

/** Call with the user's token; return the answer's JSON, or null where it has no body. */
export async function call(method, path, { query = {}, body, bearer = true } = {}) {
  const address = new URL(`api${path}`, document.baseURI)
  address.search = new URLSearchParams(query)
  const headers = bearer ? { Authorization: `Bearer ${token()}` } : {}
  const isForm = body instanceof FormData
  if (body && !isForm) headers["Content-Type"] = "application/json"
  const answer = await send(address, { method, headers, body: body && !isForm ? JSON.stringify(body) : body })
  if (answer.ok) return answer.status === 204 ? null : answer.json()
  throw await refusal(answer)
}

async function send(address, request) {
  try {
    // The page needs no cookie, and gets none.
    const rest = { credentials: "omit", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) }
    return await fetch(address, { ...request, ...rest })
  } catch (problem) {
    throw new Unreachable(problem.message)
  }
}

async function refusal(answer) {
  const body = await answer.json().catch(() => null)
  const error = body?.error ?? { code: String(answer.status) }
  const refused = new Refused(answer.status, error, Number(answer.headers.get("Retry-After")) || null)
  if (refused.status === 401 && refused.code === "002-016") dispatchEvent(new Event("session-over"))
  return refused
}
