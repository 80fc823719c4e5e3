/** A clock that one can turn. */
export function createClock(start: string) {
  let at = new Date(start).getTime()
  return {
    now: () => new Date(at),
    set: (instant: string) => {
      at = new Date(instant).getTime()
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
    },
  }
}
export type Clock = ReturnType<typeof createClock>
