/**
 * A queue of one: work runs in the order in which it was given, each after the one before has ended.
 * @param late what somebody is refused with whose turn has not come within their patience; their work never begins
 */
export function inTurn(late: () => Error) {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>, patienceMs?: number): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      let isGone = false
      const leave = () => {
        isGone = true
        reject(late())
      }
      const timer = patienceMs === undefined ? undefined : setTimeout(leave, patienceMs)
      last = last.then(async () => {
        if (isGone) return
        clearTimeout(timer)
        await work().then(resolve, reject)
      })
    })
}
