// Sends a form that only changes something on the page without loading the page anew.
import { renew } from "./outbox-live.js"
import { parsed } from "./outbox-merge.js"
import { tell } from "./outbox-news.js"

export const sendQuietly = root =>
  root.addEventListener("submit", event => {
    if (!event.target.matches("[data-quiet]")) return
    event.preventDefault()
    send(event.target, event.submitter)
  })

const send = async (form, submitter) => {
  const body = new URLSearchParams(new FormData(form, submitter))
  try {
    // Not form.action: that is the field of this name.
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body })
    if (!answer.ok && answer.status !== 422) throw new Error(`status ${answer.status}`)
    const page = parsed(await answer.text())
    renew(page)
    if (answer.ok) tell(page.querySelector("[data-live=clock] .ahead")?.textContent ?? "Done")
    if (answer.ok) form.reset()
  } catch (problem) {
    tell(`It did not work: ${problem.message}`)
  }
}
