// Brings a newer copy of the page into the one that is open, and leaves alone what somebody is busy with:
// what is unfolded, typed, ticked, selected or focused, and what is in view.

// What the server said of a card, but for what is unfolded: that is up to people, once they see it.
const said = new WeakMap()
const source = card => card.outerHTML.replaceAll(' open=""', "").replaceAll('loading="eager"', 'loading="lazy"')

export const parsed = html => new DOMParser().parseFromString(html, "text/html")

export const remember = root => {
  for (const card of root.querySelectorAll("[data-key]")) said.set(card, source(card))
}

// Answers the cards that are new.
export const merge = fresh => {
  const hold = held()
  const added = [...document.querySelectorAll("[data-list]")].flatMap(list => {
    const newer = fresh.querySelector(`[data-list="${list.dataset.list}"]`)
    return newer ? mergeList(list, newer) : []
  })
  for (const part of document.querySelectorAll("[data-live]")) {
    const newer = fresh.querySelector(`[data-live="${part.dataset.live}"]`)
    if (newer) mergePart(part, newer)
  }
  hold.release()
  return added
}

const mergePart = (part, newer) => {
  if (part.innerHTML === newer.innerHTML || part.contains(document.activeElement)) return
  const chosen = part.value
  part.innerHTML = newer.innerHTML
  if (part.localName === "select") part.value = chosen
}

const mergeList = (list, newer) => {
  const wanted = [...newer.children]
  const keys = new Set(wanted.map(card => card.dataset.key))
  const known = new Map([...list.children].map(card => [card.dataset.key, card]))
  for (const [key, card] of known) if (!keys.has(key) && !busy(card)) card.remove()
  const added = []
  let place = list.firstElementChild
  for (const card of wanted) {
    while (place && !keys.has(place.dataset.key)) place = place.nextElementSibling
    const here = known.get(card.dataset.key)
    const now = here ? renewed(here, card) : adopted(card)
    if (!here) added.push(now)
    // A card that is moved loads its frame again.
    if (!here || here !== place) list.insertBefore(now, place)
    place = now.nextElementSibling
  }
  return added
}

const adopted = card => {
  said.set(card, source(card))
  return document.adoptNode(card)
}

const renewed = (card, newer) => {
  if (said.get(card) === source(newer) || selects(card)) return card
  const focus = card.contains(document.activeElement) ? nameOf(document.activeElement) : undefined
  const unfolded = new Map([...card.querySelectorAll("[data-fold]")].map(each => [each.dataset.fold, each.open]))
  const now = adopted(newer)
  for (const each of now.querySelectorAll("[data-fold]")) each.open = unfolded.get(each.dataset.fold) ?? each.open
  card.replaceWith(now)
  // Where it is gone, as the button that ended a session, the next best place is where it was folded.
  if (focus !== undefined) (now.querySelector(focus) ?? now.querySelector("summary, a"))?.focus({ preventScroll: true })
  return now
}

const nameOf = element => {
  const fold = element.closest("[data-fold]")?.dataset.fold
  if (element.localName === "summary" && fold) return `[data-fold="${CSS.escape(fold)}"] > summary`
  if (element.localName === "button") return `button[name="${element.name}"][value="${CSS.escape(element.value)}"]`
  return `a[href="${CSS.escape(element.getAttribute("href") ?? "")}"]`
}

const selects = card => {
  const selection = getSelection()
  return !selection.isCollapsed && selection.containsNode(card, true)
}
const busy = card => card.contains(document.activeElement) || selects(card)

// Keeps what is read where it is, while cards come in above.
const held = () => {
  const focused = document.activeElement
  const cards = [...document.querySelectorAll("main [data-key]")]
  const scrolled = cards.length > 0 && cards[0].getBoundingClientRect().top < 0
  const read = scrolled ? cards.find(card => card.getBoundingClientRect().bottom > 0) : undefined
  const card = focused.closest("main [data-key]") ?? read
  const before = card?.getBoundingClientRect().top
  return {
    release() {
      if (document.activeElement !== focused && focused.isConnected) focused.focus({ preventScroll: true })
      if (card?.isConnected) scrollBy({ top: card.getBoundingClientRect().top - before, behavior: "instant" })
    },
  }
}
