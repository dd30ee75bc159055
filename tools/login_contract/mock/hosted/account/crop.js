import { make } from "./element.js"
import { meaning } from "./refusals.js"
import { LARGEST_PICTURE } from "./rules.js"
import { say, tell } from "./texts.js"

/** The part of a picture that is taken: a square, moved and zoomed in a dialog. */

const SIDE = 512 // pixels
const STEP = 0.05 // of the visible part, for an arrow key
const CLOSEST = 4
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** Let somebody choose, and send the square; `own` says what refusals mean. Ends when the dialog is closed. */
export function crop(bitmap, type, { send, own }) {
  const view = new View(bitmap)
  const zoom = make("input", { type: "range", id: "zoom", min: 1, max: CLOSEST, step: 0.05, value: 1 })
  zoom.addEventListener("input", () => view.zoom(Number(zoom.value)))
  const problem = make("p", { className: "problem", "aria-live": "polite" })
  const save = say(make("button", { className: "button" }), "save")
  const cancel = say(make("button", { type: "button", className: "button plain" }), "cancel")
  const label = say(make("label", { htmlFor: "zoom" }), "zoom")
  const parts = [view.frame, make("div", { className: "field" }, label, zoom), problem]
  const form = make("form", {}, ...parts, make("div", { className: "deeds" }, save, cancel))
  const title = say(make("h2", { id: "crop-title" }), "crop_title")
  const hint = say(make("p", { className: "soft", id: "crop-hint" }), "crop_hint")
  const dialog = make("dialog", { className: "card crop", "aria-labelledby": "crop-title" }, title, hint, form)
  return new Promise((closed) => {
    let busy = false
    cancel.addEventListener("click", () => busy || dialog.close())
    dialog.addEventListener("cancel", (event) => busy && event.preventDefault())
    dialog.addEventListener("close", () => closed(dialog.remove()))
    form.addEventListener("submit", async (event) => {
      event.preventDefault()
      if (busy) return
      busy = true
      say(save, "saving")
      try {
        await send(...(await view.square(type)))
        dialog.close()
      } catch (refused) {
        tell(problem, meaning(refused, { own }))
      } finally {
        busy = false
        say(save, "save")
      }
    })
    document.body.append(dialog)
    dialog.showModal()
    view.canvas.focus()
  })
}

/** A square window on a picture: where its middle is, and how close it is. */
class View {
  #bitmap
  #scale = 1
  #x
  #y

  constructor(bitmap) {
    this.#bitmap = bitmap
    this.#x = bitmap.width / 2
    this.#y = bitmap.height / 2
    const said = { "aria-labelledby": "crop-title", "aria-describedby": "crop-hint" }
    this.canvas = make("canvas", { width: SIDE, height: SIDE, tabIndex: 0, role: "application", ...said })
    this.frame = make("div", { className: "window" }, this.canvas)
    this.canvas.addEventListener("keydown", (event) => this.#press(event))
    this.canvas.addEventListener("pointerdown", (event) => this.canvas.setPointerCapture(event.pointerId))
    this.canvas.addEventListener("pointermove", (event) => this.#drag(event))
    this.#draw()
  }

  zoom(scale) {
    this.#scale = scale
    this.#move(0, 0)
  }

  /** Return the square and the name of its file. */
  async square(type) {
    const kind = type === "image/jpeg" ? "image/jpeg" : "image/png"
    const png = await this.#encoded(kind)
    const small = png.size > LARGEST_PICTURE ? await this.#encoded("image/jpeg") : png
    return [small, small.type === "image/jpeg" ? "picture.jpg" : "picture.png"]
  }

  #encoded(kind) {
    return new Promise((done) => this.canvas.toBlob(done, kind, 0.9))
  }

  get #part() {
    return Math.min(this.#bitmap.width, this.#bitmap.height) / this.#scale
  }

  #press(event) {
    const move = MOVES[event.key]
    if (!move) return
    event.preventDefault()
    this.#move(move[0] * STEP * this.#part, move[1] * STEP * this.#part)
  }

  #drag(event) {
    if (!this.canvas.hasPointerCapture(event.pointerId)) return
    const pixel = this.#part / this.canvas.clientWidth
    this.#move(-event.movementX * pixel, -event.movementY * pixel)
  }

  #move(x, y) {
    const half = this.#part / 2
    this.#x = Math.min(Math.max(this.#x + x, half), this.#bitmap.width - half)
    this.#y = Math.min(Math.max(this.#y + y, half), this.#bitmap.height - half)
    this.#draw()
  }

  #draw() {
    const context = this.canvas.getContext("2d")
    const part = this.#part
    context.clearRect(0, 0, SIDE, SIDE)
    context.imageSmoothingQuality = "high"
    context.drawImage(this.#bitmap, this.#x - part / 2, this.#y - part / 2, part, part, 0, 0, SIDE, SIDE)
  }
}
