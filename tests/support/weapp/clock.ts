/** The phone's clock runs on from the instant that the world outside names. */
export function setClock(now: () => number) {
  const current = () => Math.floor(now() + performance.now())
  globalThis.Date = new Proxy(Date, {
    construct: (real, given: []) => (given.length === 0 ? new real(current()) : new real(...given)),
    get: (real, name) => (name === 'now' ? current : (Reflect.get(real, name) as unknown)),
  })
}
