// What the mock's front page does beyond its links and forms: it keeps itself up to date and copies texts.
import { tick } from "./outbox-clock.js"
import { offerCopies } from "./outbox-copy.js"
import { sendQuietly } from "./outbox-forms.js"
import { follow } from "./outbox-live.js"

offerCopies(document)
if (document.querySelector("[data-changes]")) {
  sendQuietly(document)
  tick(document)
  follow(document)
}
