/** Make an element: its properties as the DOM calls them, other names as attributes, then what it holds. */
export function make(tag, properties = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name in made) made[name] = value
    else made.setAttribute(name, value)
  }
  made.append(...children)
  return made
}

/** Return the element that the page's HTML has under an id. */
export const place = (id) => document.getElementById(id)
