// The account page in a dialog. It says three things, each to the page around it and as a bare text.

/**
 * Show the account page until the player has finished.
 *
 * @param {HTMLDialogElement} dialog where to show it; it has the class `loading` until there is something to see
 * @param {string} url address of the page, with the token of the player
 * @param {number} patience milliseconds to wait for the page
 * @returns {Promise<"closed" | "failed">} `failed` when the player's data could not be loaded
 */
export function showAccount(dialog, url, patience = 10_000) {
  const frame = document.createElement("iframe")
  frame.title = "Your account"

  return new Promise((resolve) => {
    const end = (how) => {
      clearTimeout(timer)
      removeEventListener("message", listen)
      dialog.removeEventListener("close", closed)
      dialog.close()
      frame.remove()
      resolve(how)
    }
    // The player may leave with the Escape key as well.
    const closed = () => end("closed")
    // Where the project does not allow this page to embed another, the browser shows nothing and nobody says so.
    const timer = setTimeout(() => end("failed"), patience)

    const events = {
      "user-account-page-fetched": () => {
        clearTimeout(timer)
        dialog.classList.remove("loading")
      },
      "user-account-loaded": () => end("failed"),
      "user-account-close": () => end("closed"),
    }
    const listen = (event) => {
      // Any page may send messages to this one: heed those of the frame, while it shows the account.
      if (event.origin !== new URL(url).origin || event.source !== frame.contentWindow) return
      if (Object.hasOwn(events, event.data)) events[event.data]()
    }

    addEventListener("message", listen)
    dialog.addEventListener("close", closed)
    dialog.classList.add("loading")
    dialog.append(frame)
    dialog.showModal()
    frame.src = url
  })
}
