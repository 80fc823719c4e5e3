/** So many statements, or so many milliseconds of them, whichever comes first. */
export const sliceOf = { statements: 25, ms: 5 } as const

/**
 * SQLite answers inside the event loop, and a chain of promises over it would never give the loop back: whatever takes
 * long, a job, an import or what a migration left behind, would keep everybody waiting. So every statement asks here
 * first, and after each slice of them whoever came in meanwhile has their turn. A transaction may stand open across
 * it: nothing else reaches its connection.
 */
export function createSlices({ statements, ms }: { statements: number; ms: number } = sliceOf) {
  let asked = 0
  let began = 0
  let next: Promise<void> | undefined

  const begin = () => {
    asked = 0
    began = performance.now()
    next = new Promise((resolve) =>
      setImmediate(() => {
        next = undefined
        resolve()
      }),
    )
  }
  return {
    /** Until the next statement may go. */
    async turn() {
      for (;;) {
        if (next === undefined) begin()
        if (asked < statements && performance.now() - began < ms) {
          asked += 1
          return
        }
        await next
      }
    },
  }
}
export type Slices = ReturnType<typeof createSlices>
