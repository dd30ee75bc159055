import { make, place } from "./element.js"
import { list } from "./linked.js"
import { readNetworks, removeNetwork } from "./operations.js"
import { meaning } from "./refusals.js"
import { say, tell, text } from "./texts.js"

/** The accounts at social networks that stand for the user. */

const OWN_SPELLING = { vk: "VK", ok: "OK", qq: "QQ", psn: "PSN", youtube: "YouTube", linkedin: "LinkedIn" }

/** Show the networks that a reading answers; where it fails, say so and offer to try again. */
export async function showNetworks(reading = readNetworks()) {
  try {
    list("networks", (await reading).map(item), "no_networks")
  } catch (problem) {
    const again = make("button", { type: "button", className: "button plain", onclick: () => showNetworks() })
    const told = tell(make("p", { className: "problem", role: "alert" }), meaning(problem))
    place("networks").replaceChildren(told, say(again, "try_again"))
  }
}

function item({ provider, full_name, nickname, social_id }) {
  const name = OWN_SPELLING[provider] ?? provider[0].toUpperCase() + provider.slice(1)
  return {
    name,
    more: () => full_name ?? nickname ?? social_id,
    question: () => text("remove_network", { provider: name }),
    act: () => removeNetwork(provider),
    refresh: () => showNetworks(),
  }
}
