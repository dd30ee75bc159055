import { place } from "./element.js"
import { tell, text } from "./texts.js"

/** What was done, told for a moment at the edge of the page, and to screen readers. */

const SHOWN = 6000 // milliseconds
let timer

export function toast(name, values) {
  clearTimeout(timer)
  tell(place("told"), () => text(name, values))
  timer = setTimeout(() => tell(place("told"), null), SHOWN)
}
