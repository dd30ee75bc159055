import { place } from "./element.js"
import { read, speak } from "./texts.js"
import { toast } from "./toast.js"

/** The choice of the page's language. */

export function offerLanguages() {
  const choice = place("language")
  let now = choice.value
  choice.addEventListener("change", async () => {
    const wanted = choice.value
    const texts = await read(wanted).catch(() => null)
    // Somebody has chosen another one meanwhile.
    if (choice.value !== wanted) return
    if (texts) {
      speak(texts)
      now = wanted
    } else {
      choice.value = now
      toast("offline")
    }
  })
}

/** Return the language of messages that suit the page. */
export const locale = () => place("language").value
