// One line that is seen for a while, and that screen readers read out when there is time.

const SHOWN_MS = 6000
let timer

export const tell = text => {
  const line = document.querySelector("#news")
  clearTimeout(timer)
  // The same words once more are only read out if they were gone meanwhile.
  line.textContent = ""
  requestAnimationFrame(() => (line.textContent = text))
  timer = setTimeout(() => (line.textContent = ""), SHOWN_MS)
}
