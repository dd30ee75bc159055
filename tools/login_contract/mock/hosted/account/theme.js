import { place } from "./element.js"

/** How the project looks: its colours, its name and its logo, from an address that only the mock has. */

/** Read the theme and put it on; a project without one looks like the page. */
export async function wear(projectId) {
  const query = new URLSearchParams({ project_id: projectId })
  const answer = await fetch(new URL(`_mock/theme?${query}`, document.baseURI)).catch(() => null)
  if (!answer?.ok) return
  const theme = await answer.json()
  const { style } = document.documentElement
  style.setProperty("--accent", `light-dark(${theme.light.accent}, ${theme.dark.accent})`)
  style.setProperty("--on-accent", `light-dark(${theme.light.on_accent}, ${theme.dark.on_accent})`)
  style.setProperty("--radius", `${theme.radius}px`)
  place("game").textContent = theme.project_name
  place("logo").hidden = !theme.logo
  if (theme.logo) place("logo").src = theme.logo
}
