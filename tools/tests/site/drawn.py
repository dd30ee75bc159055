"""What is measured of diagrams in a browser."""

from __future__ import annotations

import re
from pathlib import Path

#: Returns the texts that leave the drawing or their box, or cover another.
CUT = """() => [...document.querySelectorAll(".diagram svg")].flatMap(svg => {
  const around = svg.getBoundingClientRect()
  const inside = (one, other) => one.left >= other.left - 1 && one.right <= other.right + 1
    && one.top >= other.top - 1 && one.bottom <= other.bottom + 1
  const apart = (one, other) => one.right <= other.left + 1 || other.right <= one.left + 1
    || one.bottom <= other.top + 5 || other.bottom <= one.top + 5
  const texts = [...svg.querySelectorAll("text")]
  const boxes = texts.map(text => text.getBoundingClientRect())
  const rooms = [...svg.querySelectorAll(".head, .note")].map(room => room.getBoundingClientRect())
  const told = (index, fault) => `${fault}: ${texts[index].textContent}`
  return boxes.flatMap((box, index) => [
    ...(inside(box, around) ? [] : [told(index, "outside")]),
    ...(!texts[index].matches(".name, .noted") || rooms.some(room => inside(box, room)) ? []
      : [told(index, "cut")]),
    ...(boxes.slice(index + 1).every(other => apart(box, other)) ? [] : [told(index, "covered")]),
  ])
})"""
#: Returns the least contrast of texts, and that of lines.
CONTRAST = """() => {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
  const light = colour => {
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map(each => each / 255)
      .map(each => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4)
    return .2126 * red + .7152 * green + .0722 * blue
  }
  const ratio = (one, other) => {
    const [darker, lighter] = [light(one), light(other)].sort((a, b) => a - b)
    return (lighter + .05) / (darker + .05)
  }
  const style = kind => getComputedStyle(document.querySelector(`.diagram ${kind}`))
  const ground = getComputedStyle(document.querySelector(".diagram .wide")).backgroundColor
  const texts = [".head", ".note", ".tab"].map(kind => ratio(style("text").fill, style(kind).fill))
  const lines = [".call", ".life", ".frame", ".head"].map(kind => ratio(style(kind).stroke, ground))
  return [Math.min(ratio(style("text").fill, ground), ...texts), Math.min(...lines)]
}"""
#: Makes the texts larger than they were reckoned with.
LARGER = "document.querySelectorAll('.diagram text').forEach(text => { text.style.fontSize = '21px' })"
#: Shows nothing but these diagrams.
SHOW = "html => { document.querySelector('article').innerHTML = html }"


def figures(site: Path) -> list[str]:
    """Return the HTML of every diagram of the site."""
    return [
        figure
        for page in sorted(site.glob("*.html"))
        for figure in re.findall(r'<figure class="diagram".*?</figure>', page.read_text("utf-8"), re.DOTALL)
    ]
