// Measures the page that is open: what is cut, what sticks out, and what is too small to be pressed.
// Answers a list of {rule, where, told}; nothing is ever changed.
({ scrolling, targetHeight }) => {
  const SLACK = 1 // fractions of a pixel are rounded
  const LEAST = 24 // of a target, in either direction
  const seen = document.documentElement.clientWidth
  const found = []
  const report = (rule, element, told) => found.push({ rule, where: described(element), told, element })
  const described = element => {
    const id = element.id && `#${element.id}`
    const names = [...element.classList].slice(0, 2).map(each => `.${each}`).join("")
    const text = (element.innerText || element.value || element.ariaLabel || "").trim().replace(/\s+/g, " ")
    return `${element.localName}${id || names} ${text.slice(0, 60)}`.trim()
  }
  const shown = element => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
    && element.getClientRects().length > 0
  // What only a screen reader reads is one pixel large or clipped away.
  const spokenOnly = element => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.clipPath.startsWith("inset(") || style.clip !== "auto") return true
      if (style.position === "absolute" && at.offsetWidth <= 1 && at.offsetHeight <= 1) return true
    }
    return false
  }
  const scrolls = element => scrolling.length > 0 && element.closest(scrolling.join(",")) !== null
  const isField = element => element.matches("input, select, textarea")

  const width = (style, text) => {
    const pen = document.createElement("canvas").getContext("2d")
    pen.font = style.font
    return pen.measureText(text).width
  }
  const room = (element, style) =>
    element.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd)

  const judgeField = element => {
    const style = getComputedStyle(element)
    const text = element.localName === "select" ? element.selectedOptions[0]?.label : element.placeholder
    if (!text || element.value && element.localName !== "select") return
    const wanted = width(style, text)
    if (wanted > room(element, style) + SLACK) {
      report("field-cut", element, `"${text}" needs ${Math.ceil(wanted)} of ${Math.floor(room(element, style))} px`)
    }
  }
  // What a box hides is lost, whoever may scroll it with a mouse.
  const judgeBox = element => {
    const style = getComputedStyle(element)
    const wide = element.scrollWidth > element.clientWidth + SLACK
    const high = element.scrollHeight > element.clientHeight + SLACK
    const hides = overflow => ["hidden", "clip"].includes(overflow)
    if (element.clientWidth <= 1 || element.clientHeight <= 1) return
    if (wide && hides(style.overflowX) || high && hides(style.overflowY)) {
      const [inner, outer] = [[element.scrollWidth, element.scrollHeight], [element.clientWidth, element.clientHeight]]
      report("text-cut", element, `${inner.join(" x ")} px in ${outer.join(" x ")} px`)
    } else if (wide && style.overflowX !== "visible") {
      report("box-scrolls-sideways", element, `${element.scrollWidth} px in ${element.clientWidth} px`)
    }
  }
  const isBox = element => !["inline", "contents"].includes(getComputedStyle(element).display)
  // A box may hang over, as a button does whose text is in line with what is above it; a text may not.
  const judgeText = element => {
    const range = document.createRange()
    const texts = [...element.childNodes].filter(each => each.nodeType === Node.TEXT_NODE && each.data.trim())
    for (const text of texts) {
      range.selectNodeContents(text)
      for (const line of range.getClientRects()) {
        for (let box = element; box !== document.body; box = box.parentElement) {
          const around = box.getBoundingClientRect()
          if (isBox(box) && (line.left < around.left - SLACK || line.right > around.right + SLACK)) {
            const [from, to] = [line.left - around.left, line.right - around.left].map(Math.round)
            report("text-overflows", element, `from ${from} to ${to} of the ${Math.round(around.width)} px of ${described(box)}`)
            return
          }
          // What is placed by itself is in no box.
          if (["absolute", "fixed"].includes(getComputedStyle(box).position)) break
        }
        if (line.left < -SLACK || line.right > seen + SLACK) {
          report("text-outside", element, `from ${Math.round(line.left)} to ${Math.round(line.right)} of ${seen} px`)
          return
        }
      }
    }
  }
  const TARGETS = "a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button], [role=slider]"
  const judgeTarget = element => {
    // A link inside a sentence is as high as its line.
    if (element.matches("a") && getComputedStyle(element).display === "inline") return
    const labels = element.matches("[type=checkbox], [type=radio], [type=file]") ? [...element.labels] : []
    const boxes = [element, ...labels].filter(shown).filter(each => !spokenOnly(each)).map(each => each.getBoundingClientRect())
    if (boxes.length === 0) return
    const large = boxes.some(box => box.width >= LEAST - .5 && box.height >= targetHeight - .5)
    if (!large) {
      const sizes = boxes.map(box => `${Math.round(box.width)} x ${Math.round(box.height)}`).join(", ")
      report("target-too-small", element, `${sizes} px, ${LEAST} x ${targetHeight} are needed`)
    }
  }

  const root = document.scrollingElement
  if (root.scrollWidth > seen) report("page-scrolls-sideways", root, `${root.scrollWidth} px in ${seen} px`)
  for (const element of document.querySelectorAll("body, body *")) {
    if (!shown(element) || element.closest("svg") && element.localName !== "svg") continue
    if (element.matches(TARGETS)) judgeTarget(element)
    if (spokenOnly(element)) continue
    if (isField(element)) judgeField(element)
    else if (!scrolls(element)) {
      judgeBox(element)
      judgeText(element)
    }
  }
  // What sticks out of a box sticks out of those around it too: the innermost one tells where.
  const inner = each => found.some(other => other !== each && each.rule !== "target-too-small"
    && other.rule === each.rule && each.element.contains(other.element) && each.element !== other.element)
  return found.filter(each => each.rule === "page-scrolls-sideways" || !inner(each))
    .map(({ rule, where, told }) => ({ rule, where, told }))
}
