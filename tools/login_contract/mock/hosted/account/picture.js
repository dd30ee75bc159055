import { make, place } from "./element.js"
import { removePicture, uploadPicture } from "./operations.js"
import { current, phone, reload, watch } from "./profile.js"
import { meaning } from "./refusals.js"
import { ask } from "./removal.js"
import { LARGEST_PICTURE } from "./rules.js"
import { follow, ownOrigin, say, size, tell, text } from "./texts.js"
import { toast } from "./toast.js"

/** The picture of a user, or the initials, and the names beside it. */

const KINDS = ["image/png", "image/jpeg", "image/gif", "image/webp"]
const UPLOAD = { "002-027": "picture_unreadable", 413: "picture_refused" }
const REMOVAL = {
  question: () => text("remove_picture"),
  act: removePicture,
  refresh: () => reload({ picture: null }),
}
const tooLarge = () => text("picture_too_large", { size: size(LARGEST_PICTURE) })

// The question before the removal stands where its button was.
const question = {
  open(form) {
    place("picture-deeds").hidden = true
    place("picture-asked").replaceChildren(form)
  },
  close() {
    place("picture-asked").replaceChildren()
    place("picture-deeds").hidden = false
    place(current().picture ? "picture-remove" : "picture-choose").focus()
  },
}

export function offerPicture() {
  follow(place("picture-rule"), (rule) => (rule.textContent = text("picture_rule", { size: size(LARGEST_PICTURE) })))
  const choose = place("picture-choose")
  choose.addEventListener("click", () => choose.ariaDisabled === "true" || place("picture-file").click())
  place("picture-remove").addEventListener("click", () => ask(question, REMOVAL))
  place("picture-file").addEventListener("change", picked)
  watch(show)
}

function show() {
  const { picture, tag, nickname, name, first_name, last_name, username, email } = current()
  const called = nickname || name || [first_name, last_name].filter(Boolean).join(" ") || username || email || phone()
  place("display").textContent = called ?? ""
  place("handle").textContent = nickname && tag ? `#${tag}` : username && username !== called ? username : ""
  place("picture").replaceChildren(portrait(picture, called))
  // Its place stays, so that nothing moves.
  place("picture-remove").classList.toggle("absent", !picture)
}

function portrait(address, called) {
  const letters = make("span", { className: "initials", ariaHidden: "true" }, initials(called))
  const own = address?.startsWith(`${ownOrigin}/`) ? address.slice(ownOrigin.length + 1) : null
  if (own === null) return letters
  const image = make("img", { src: own, alt: "", width: 96, height: 96 })
  image.addEventListener("error", () => image.replaceWith(letters))
  return image
}

function initials(called) {
  const words = (called ?? "").split("@")[0].match(/\p{L}\S*/gu) ?? []
  return words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join("")
}

async function picked() {
  const file = place("picture-file")
  const [picture] = file.files
  file.value = ""
  if (!picture) return
  tell(place("picture-problem"), null)
  try {
    await take(picture)
  } catch (refused) {
    tell(place("picture-problem"), meaning(refused, { own: UPLOAD }))
  }
  place("picture-choose").focus()
}

async function take(picture) {
  if (picture.size > LARGEST_PICTURE) return tell(place("picture-problem"), tooLarge)
  const bitmap = KINDS.includes(picture.type) && (await createImageBitmap(picture).catch(() => null))
  if (!bitmap) return tell(place("picture-problem"), () => text("picture_unreadable"))
  // On a canvas a GIF would stand still.
  if (picture.type === "image/gif") return upload(picture, "picture.gif")
  const { crop } = await import("./crop.js")
  await crop(bitmap, picture.type, { send: upload, own: UPLOAD })
}

async function upload(picture, name) {
  working(true)
  try {
    const address = await uploadPicture(picture, name)
    // Another part of the profile may have changed meanwhile.
    await reload({ picture: address })
    toast("saved")
  } finally {
    working(false)
  }
}

function working(busy) {
  place("picture-choose").ariaDisabled = busy
  say(place("picture-choose"), busy ? "saving" : "choose_picture")
}
