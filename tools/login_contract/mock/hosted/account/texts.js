import { place } from "./element.js"

/** The texts of the page in the language it is in; a switch writes anew whatever was written with `follow`. */

const data = JSON.parse(place("data").textContent)
let texts = data
const writers = new WeakMap()

export const language = () => texts.language

/** Where the server's own pictures are. */
export const ownOrigin = data.origin

/** Return a text of the section `account`, or of another that its name begins with, filled with values. */
export function text(name, values = {}) {
  const [section, key] = name.includes(".") ? name.split(".") : ["account", name]
  const told = texts[section][key]
  const form = typeof told === "string" ? told : counted(told, values.n)
  return form.replace(/\{(\w+)\}/g, (_, holder) => isolated(values[holder]))
}

function counted(forms, n) {
  return forms[new Intl.PluralRules(language()).select(n)] ?? forms.other ?? forms.many
}

// Foreign text must not turn the direction of the sentence around it.
function isolated(value) {
  return typeof value === "number" ? number(value) : `\u2068${value}\u2069`
}

/** Write into a node now, and again whenever the language is switched. */
export function follow(node, write) {
  writers.set(node, write)
  node.dataset.follows = ""
  write(node)
  return node
}

/** Let a node say a text. */
export function say(node, name, values) {
  return follow(node, () => (node.textContent = text(name, values)))
}

/** Let a node say what a function returns, or nothing without one. */
export function tell(node, telling) {
  if (telling) return follow(node, () => (node.textContent = telling()))
  writers.delete(node)
  delete node.dataset.follows
  node.textContent = ""
  return node
}

/** Read the texts of another language. */
export async function read(locale) {
  const answer = await fetch(new URL(`_mock/texts?locale=${encodeURIComponent(locale)}`, document.baseURI))
  if (!answer.ok) throw new Error(`the texts answered ${answer.status}`)
  return answer.json()
}

/** Write everything anew in the language of these texts. */
export function speak(others) {
  texts = others
  document.documentElement.lang = texts.language
  document.documentElement.dir = texts.direction
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = text(node.dataset.text)
  for (const node of document.querySelectorAll("[data-follows]")) writers.get(node)(node)
}

export const number = (value) => new Intl.NumberFormat(language()).format(value)

/** Return a size in bytes as a person reads it. */
export function size(bytes) {
  const style = { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }
  return new Intl.NumberFormat(language(), style).format(bytes / 2 ** 20)
}

/** Return a day, `YYYY-MM-DD`, as a person reads it. */
export const day = (written) => formatted({ dateStyle: "long", timeZone: "UTC" }).format(new Date(written))

/** Return when something happened, by the clock of the reader. */
export const moment = (written) => formatted({ dateStyle: "medium", timeStyle: "short" }).format(new Date(written))

/** Return how many seconds are left, in words. */
export function inSeconds(seconds) {
  const words = new Intl.RelativeTimeFormat(language())
  return seconds < 120 ? words.format(seconds, "second") : words.format(Math.ceil(seconds / 60), "minute")
}

// A birthday is one of this calendar wherever its reader lives.
export const formatted = (style) => new Intl.DateTimeFormat(language(), { ...style, calendar: "gregory" })
