/** Options of every asynchronous call of `wx`. */
export interface Callbacks {
  success?: (result: object) => void
  fail?: (result: object) => void
  complete?: (result: object) => void
}

/** WeChat answers later, never within the call. */
export function succeed(name: string, callbacks: Callbacks | undefined, result: object = {}) {
  const answer = { errMsg: `${name}:ok`, ...result }
  setTimeout(() => {
    callbacks?.success?.(answer)
    callbacks?.complete?.(answer)
  }, 0)
}

export function fail(callbacks: Callbacks | undefined, errMsg: string, extra: object = {}) {
  const answer = { errMsg, ...extra }
  setTimeout(() => {
    callbacks?.fail?.(answer)
    callbacks?.complete?.(answer)
  }, 0)
}
