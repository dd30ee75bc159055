import { list } from "./linked.js"
import { removeDevice } from "./operations.js"
import { current, reload, watch } from "./profile.js"
import { moment, text } from "./texts.js"

/** The devices that log the user in. */

export const offerDevices = () => watch(() => list("devices", current().devices.map(item), "no_devices"))

function item({ id, device, last_used_at }) {
  return {
    name: device,
    more: () => text("last_used", { date: moment(last_used_at) }),
    question: () => text("remove_device", { device }),
    async act() {
      await removeDevice(id)
      await reload()
    },
  }
}
