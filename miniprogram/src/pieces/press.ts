import { aloud } from './aloud'

interface Pressed {
  target: unknown
  currentTarget: unknown
  key: string
  preventDefault: () => void
}

/**
 * What makes a view something to press: by a finger and a mouse, and in a browser by Enter and Space as well, for whoever
 * comes to it with Tab.
 * @param as what a screen reader calls it
 * @param on whether it is the chosen one, or ticked
 */
export function press(
  onTap: (() => void) | undefined,
  { as = 'button', on }: { as?: 'button' | 'tab' | 'checkbox' | 'radio' | 'link'; on?: boolean } = {},
) {
  if (onTap === undefined) return { onClick: onTap }
  const state = as === 'tab' ? 'aria-selected' : as === 'button' ? 'aria-pressed' : 'aria-checked'
  return { onClick: onTap, ...byKeyboard, ...aloud(as), ...(on === undefined ? {} : { [state]: String(on) }) }
}

/** The same for what something around it answers: its key is a click like any other. */
export const byKeyboard =
  process.env.TARO_ENV === 'h5'
    ? {
        role: 'button',
        tabIndex: 0,
        onKeyDown: (event: Pressed) => {
          if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
          // Space would turn the page.
          event.preventDefault()
          ;(event.currentTarget as HTMLElement).click()
        },
      }
    : {}
