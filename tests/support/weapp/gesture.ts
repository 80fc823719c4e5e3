/**
 * Whether a tap is being handled right now. WeChat lets some calls through only in the tap itself:
 * the first macrotask after it ends the gesture, so nothing may be awaited before.
 */
export function createGesture() {
  let open = false
  return {
    isOpen: () => open,
    during(handle: () => void) {
      open = true
      setTimeout(() => {
        open = false
      }, 0)
      handle()
    },
  }
}
export type Gesture = ReturnType<typeof createGesture>
