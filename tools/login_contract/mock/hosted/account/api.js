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
export async function call(method, path, { query = {}, body, bearer = true, patience = PATIENCE } = {}) {
  const address = new URL(`api${path}`, document.baseURI)
  address.search = new URLSearchParams(query)
  const headers = bearer ? { Authorization: `Bearer ${token()}` } : {}
  const isForm = body instanceof FormData
  if (body && !isForm) headers["Content-Type"] = "application/json"
  const signal = AbortSignal.timeout(patience)
  const answer = await send(address, { method, headers, signal, body: body && !isForm ? JSON.stringify(body) : body })
  if (answer.ok) return answer.status === 204 ? null : content(answer)
  throw await refusal(answer)
}

async function send(address, request) {
  try {
    // The page needs no cookie, and gets none.
    const rest = { credentials: "omit", cache: "no-store" }
    return await fetch(address, { ...request, ...rest })
  } catch (problem) {
    throw new Unreachable(problem.message)
  }
}

async function content(answer) {
  try {
    return await answer.json()
  } catch (problem) {
    // It broke off, or something between here and the server has answered in its place.
    throw new Unreachable(problem.message)
  }
}

async function refusal(answer) {
  const body = await answer.json().catch(() => null)
  const error = body?.error ?? { code: String(answer.status) }
  const refused = new Refused(answer.status, error, Math.max(0, Number(answer.headers.get("Retry-After"))) || null)
  if (refused.status === 401 && refused.code === "002-016") dispatchEvent(new Event("session-over"))
  return refused
}
