import type { Components } from './components'
import type { Gesture } from './gesture'

/** What a person's finger does to the built-in components, and what those then tell the page. */
export function createFingers(
  components: Components,
  gesture: Gesture,
  pressOpen: (element: Element) => void,
) {
  const { emit, valueOf } = components
  let wheel: Element | undefined

  const isOff = (element: Element) => {
    const control = element.closest('wx-button, wx-input, wx-textarea, wx-switch, wx-picker')
    return control !== null && valueOf(control, 'disabled') === true
  }

  function tap(element: Element) {
    if (isOff(element)) return
    gesture.during(() => {
      for (const type of ['mousedown', 'mouseup'])
        element.dispatchEvent(new MouseEvent(type, { bubbles: true }))
    })
    pressOpen(element)
    const turned = element.closest('wx-switch')
    if (turned) emit(turned, 'change', { value: valueOf(turned, 'checked') !== true })
    wheel = element.closest('wx-picker') ?? undefined
  }

  /** WeChat cuts at 140 characters where a field does not say otherwise; -1 is no limit. */
  function type(element: Element, text: string) {
    if (isOff(element)) return
    const most = Number(valueOf(element, 'maxlength') ?? 140)
    const value = most < 0 ? text : text.slice(0, most)
    emit(element, 'focus', { value: valueOf(element, 'value') })
    emit(element, 'input', { value, cursor: value.length })
    emit(element, 'blur', { value })
  }

  /** Turns the wheel of the picker that was tapped last, and presses 确定. */
  function turnWheel(value: string) {
    if (wheel === undefined) throw new Error('No picker is open.')
    emit(wheel, 'change', { value })
    wheel = undefined
  }
  return { tap, type, turnWheel, isOff }
}
