// Buttons that copy a text, also where the browser has no clipboard for the page (plain HTTP of another host).
import { tell } from "./outbox-news.js"

const TOLD_MS = 2000
const timers = new WeakMap()

export const offerCopies = root =>
  root.addEventListener("click", event => {
    const button = event.target.closest("[data-copy]")
    if (button) copy(button)
  })

const copy = async button => {
  const done = (await byClipboard(button.dataset.copy)) || bySelection(button.dataset.copy, button)
  if (done) say(button, "Copied")
  tell(done ? "Copied" : "The browser does not let the page copy. The text is selected: copy it with Ctrl+C or ⌘C.")
  if (!done) select(button)
}

const byClipboard = async text => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false // There is none, or it is not allowed.
  }
}

const bySelection = (text, button) => {
  const field = document.createElement("textarea")
  field.value = text
  field.className = "unseen"
  field.setAttribute("aria-hidden", "true")
  button.after(field)
  field.select()
  const done = document.execCommand?.("copy") ?? false
  field.remove()
  button.focus()
  return done
}

// The text stands before the button; where it does not, as with a link, the button itself shows it.
const select = button => {
  const shown = [...button.closest("section, article, main").querySelectorAll("code, pre")]
  const same = shown.find(each => each.textContent === button.dataset.copy)
  if (same) getSelection().selectAllChildren(same)
}

const say = (button, text) => {
  const label = timers.get(button)?.label ?? button.textContent
  clearTimeout(timers.get(button)?.timer)
  button.style.minInlineSize = `${button.offsetWidth}px`
  button.textContent = text
  const timer = setTimeout(() => {
    button.textContent = label
    timers.delete(button)
  }, TOLD_MS)
  timers.set(button, { label, timer })
}
