// A game that lets its players in and shows them their account.
import { showAccount } from "./account.js"

const SERVER = "http://127.0.0.1:8480"
const ACCOUNT = `${SERVER}/profile` // https://useraccount.xsolla.com/profile
const PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"

const place = (id) => document.getElementById(id)
// Kept in memory alone: whoever has it has the account.
let token = null

place("login").addEventListener("submit", async (event) => {
  event.preventDefault()
  place("notice").textContent = ""
  const form = new FormData(event.target)
  const answer = await call(`/login?projectId=${PROJECT}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(Object.fromEntries(form)),
  })
  if (answer.error) {
    place("notice").textContent = answer.error.description
    return
  }
  token = new URL(answer.login_url).searchParams.get("token")
  event.target.reset()
  await welcome()
})

place("account").addEventListener("click", async () => {
  place("notice").textContent = ""
  const language = document.documentElement.lang
  const ended = await showAccount(place("dialog"), `${ACCOUNT}?locale=${language}#token=${token}`)
  if (ended === "closed") await welcome()
  else leave("Your account could not be loaded. Log in again.")
})

/** Greet the player by the name that they have now. */
async function welcome() {
  const player = await call("/users/me", { headers: { Authorization: `Bearer ${token}` } })
  if (player.error) return leave("You have been logged out.")
  place("player").textContent = player.nickname ?? player.username
  show("menu")
}

/** Go back to the login and say why. */
function leave(why) {
  token = null
  place("notice").textContent = why
  show("login")
}

function show(part) {
  for (const id of ["login", "menu"]) place(id).hidden = id !== part
}

async function call(path, options) {
  try {
    const answer = await fetch(`${SERVER}/api${path}`, options)
    return await answer.json()
  } catch {
    return { error: { description: "The Login server does not answer." } }
  }
}
