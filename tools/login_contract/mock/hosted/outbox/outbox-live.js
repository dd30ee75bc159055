// Looks for changes while the page is seen: one request waits at the mock until there is something new.
import { merge, parsed, remember } from "./outbox-merge.js"
import { tell } from "./outbox-news.js"

const WAIT_SECONDS = 25
const LEAST_MS = 1000 // between two looks, however much comes
const AGAIN_MS = 2000 // after no answer
const OFF = "Paused."
const LOST = "The mock does not answer. It is asked again."

let changes
let asking

export const follow = async root => {
  remember(root)
  changes = changesOf(root)
  const button = root.querySelector("#live")
  const wanted = offer(button)
  const stop = () => asking?.abort()
  root.addEventListener("visibilitychange", stop)
  button.addEventListener("click", stop)
  let stale = false
  for (;;) {
    if (root.hidden || !wanted()) {
      stale = true
      if (!wanted()) state(OFF)
      await next(root, button)
    } else {
      stale = await look(stale)
    }
  }
}

// Writes a copy of the page into the page, and tells of the messages that are new.
export const renew = page => {
  changes = changesOf(page)
  for (const card of document.querySelectorAll(".fresh")) card.classList.remove("fresh")
  const messages = merge(page).filter(card => card.matches(".message"))
  for (const card of messages) card.classList.add("fresh")
  if (messages.length > 0) tell(told(messages))
}

const changesOf = root => Number(root.querySelector("[data-changes]").dataset.changes)

// Answers whether the page may have missed something.
const look = async stale => {
  asking = new AbortController()
  let newer
  try {
    if (stale || (await changed(asking.signal))) newer = await text(location.pathname + location.search, asking.signal)
  } catch (problem) {
    if (problem.name === "AbortError") return true
    state(problem.told ?? LOST)
    await pause(AGAIN_MS)
    return true
  }
  state("")
  if (newer !== undefined) renew(parsed(newer))
  await pause(LEAST_MS)
  return false
}

const changed = async signal => {
  const told = JSON.parse(await text(`changes?after=${changes}&wait=${WAIT_SECONDS}`, signal))
  return told.changes !== changes
}

const text = async (address, signal) => {
  const answer = await fetch(address, { signal })
  if (!answer.ok) throw Object.assign(new Error(), { told: `The mock answers ${answer.status}. It is asked again.` })
  return answer.text()
}

const offer = button => {
  let wanted = true
  button.addEventListener("click", () => {
    wanted = !wanted
    button.setAttribute("aria-pressed", String(wanted))
  })
  return () => wanted
}

const next = (root, button) =>
  new Promise(resolve => {
    const seen = new AbortController()
    const go = () => (seen.abort(), resolve())
    root.addEventListener("visibilitychange", go, { signal: seen.signal })
    button.addEventListener("click", go, { signal: seen.signal })
  })

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

const state = told => {
  const line = document.querySelector("#state")
  if (line.textContent !== told) line.textContent = told
}

const told = messages => {
  const newest = messages[0]
  const one = `${newest.querySelector("h3").textContent}, to ${newest.querySelector("[data-recipient]").textContent}`
  return messages.length === 1 ? `New message: ${one}` : `${messages.length} new messages, the newest: ${one}`
}
