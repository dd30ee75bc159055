import { list } from "./linked.js"
import { removeDevice } from "./operations.js"
import { current, reload, watch } from "./profile.js"
import { moment, text } from "./texts.js"

/** The devices that log the user in. */

let shown = null

export const offerDevices = () => watch(show)

// A question that is open stays so, whatever else of the account changes.
function show() {
  const { devices } = current()
  const told = JSON.stringify(devices)
  if (told !== shown) list("devices", devices.map(item), "no_devices")
  shown = told
}

function item({ id, device, last_used_at }) {
  return {
    name: device,
    more: () => text("last_used", { date: moment(last_used_at) }),
    question: () => text("remove_device", { device }),
    act: () => removeDevice(id),
    refresh: () => reload({ devices: current().devices.filter((each) => each.id !== id) }),
  }
}
