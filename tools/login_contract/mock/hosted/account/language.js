import { place } from "./element.js"
import { switchTo } from "./texts.js"
import { toast } from "./toast.js"

/** The choice of the page's language. */

export function offerLanguages() {
  const choice = place("language")
  let now = choice.value
  choice.addEventListener("change", async () => {
    try {
      await switchTo(choice.value)
      now = choice.value
    } catch {
      choice.value = now
      toast("offline")
    }
  })
}

/** Return the language of messages that suit the page. */
export const locale = () => place("language").value
