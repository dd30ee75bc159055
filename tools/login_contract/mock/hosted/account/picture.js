import { make, place } from "./element.js"
import { removePicture, uploadPicture } from "./operations.js"
import { current, put, watch } from "./profile.js"
import { meaning } from "./refusals.js"
import { ask } from "./removal.js"
import { follow, ownOrigin, say, size, tell, text } from "./texts.js"
import { toast } from "./toast.js"

/** The picture of a user, or the initials, and the names beside it. */

const LARGEST = 5_242_880 // bytes
const KINDS = ["image/png", "image/jpeg", "image/gif", "image/webp"]
const unreadable = () => text("picture_unreadable")
const tooLarge = () => text("picture_too_large", { size: size(LARGEST) })

const problem = make("p", { className: "problem", id: "picture-problem", "aria-live": "polite", dir: "auto" })
const rule = make("p", { className: "rule soft", id: "picture-rule" })
const file = make("input", { type: "file", accept: KINDS.join(), hidden: true })
const choose = make("button", { type: "button", className: "button plain", "aria-describedby": "picture-rule picture-problem" })
const remove = make("button", { type: "button", className: "button quiet", id: "picture-remove" })
remove.setAttribute("aria-labelledby", "picture-remove picture-name")

// Where its buttons are, the question before the removal stands, too.
const deeds = {
  open: (form) => place("picture-deeds").replaceChildren(form),
  close() {
    show()
    ;(remove.hidden ? choose : remove).focus()
  },
}

export function offerPicture() {
  say(choose, "choose_picture")
  say(remove, "remove")
  follow(rule, () => (rule.textContent = text("picture_rule", { size: size(LARGEST) })))
  choose.addEventListener("click", () => file.click())
  remove.addEventListener("click", () => ask(deeds, { question: () => text("remove_picture"), act: removed }))
  file.addEventListener("change", () => picked())
  watch(show)
}

function show() {
  const { picture, tag, nickname, name, first_name, last_name, username, email } = current()
  const called = nickname || name || [first_name, last_name].filter(Boolean).join(" ") || username || email
  place("display").textContent = called || "…"
  place("handle").textContent = nickname && tag ? `#${tag}` : username && username !== called ? username : ""
  place("picture").replaceChildren(portrait(picture, called))
  remove.hidden = !picture
  place("picture-deeds").replaceChildren(choose, remove, file, rule, problem)
}

function portrait(address, called) {
  const letters = make("span", { className: "initials", ariaHidden: "true" }, initials(called))
  const own = address?.startsWith(`${ownOrigin}/`) ? address.slice(ownOrigin.length + 1) : null
  if (own === null) return letters
  const image = make("img", { src: own, alt: "", width: 96, height: 96 })
  image.addEventListener("error", () => image.replaceWith(letters))
  return image
}

function initials(called = "") {
  const words = called.split(/[\s@._-]+/).filter(Boolean).slice(0, 2)
  return words.map((word) => [...word][0].toUpperCase()).join("")
}

async function picked() {
  const [picture] = file.files
  file.value = ""
  if (!picture) return
  tell(problem, null)
  try {
    await take(picture)
  } catch (refused) {
    tell(problem, meaning(refused, { own: { "002-027": "picture_unreadable" } }))
    choose.focus()
  }
}

async function take(picture) {
  const bitmap = KINDS.includes(picture.type) && (await createImageBitmap(picture).catch(() => null))
  if (!bitmap) return tell(problem, unreadable)
  if (picture.size > LARGEST) return tell(problem, tooLarge)
  // On a canvas a GIF would stand still.
  if (picture.type === "image/gif") return upload(picture, "picture.gif")
  const { crop } = await import("./crop.js")
  await crop(bitmap, picture.type, upload)
  choose.focus()
}

async function upload(picture, name) {
  put({ ...current(), picture: await uploadPicture(picture, name) })
  toast("saved")
}

async function removed() {
  await removePicture()
  put({ ...current(), picture: null })
}
