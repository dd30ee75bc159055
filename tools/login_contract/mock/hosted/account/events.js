/** What the parent window hears: bare strings, no data, so every parent may. */

const embedded = window.parent !== window
let opened = false

function post(event) {
  if (embedded) window.parent.postMessage(event, "*")
}

function once(event) {
  if (opened) return
  opened = true
  post(event)
}

/** The page is there with its data. */
export const fetched = () => once("user-account-page-fetched")

/** The page is there, and its data could not be fetched. */
export const loaded = () => once("user-account-loaded")

/** Leave: the parent closes the frame; a tab goes back, or closes where there is nothing to go back to. */
export function close() {
  if (embedded) post("user-account-close")
  else if (history.length > 1) history.back()
  else window.close()
}
