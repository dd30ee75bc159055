// The mock's time goes on between two looks at the mock.

const started = new WeakMap()

export const tick = root => {
  const show = () => {
    const clock = root.querySelector("[data-now]")
    if (clock && !root.hidden) write(clock)
  }
  show()
  setInterval(show, 1000)
}

const write = clock => {
  if (!started.has(clock)) started.set(clock, performance.now())
  const since = performance.now() - started.get(clock)
  const moment = new Date(Number(clock.dataset.now) * 1000 + since).toISOString()
  const time = clock.querySelector("time")
  time.dateTime = moment.replace(/\.\d+Z$/, "+00:00")
  time.textContent = `${moment.slice(0, 10)} ${moment.slice(11, 19)} UTC`
}
