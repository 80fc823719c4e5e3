import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'

const roots: Root[] = []
afterEach(() => {
  for (const root of roots.splice(0)) act(() => root.unmount())
})

/** Draws it as a browser would, and says what is there. */
export function draw(node: ReactNode) {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  roots.push(root)
  act(() => root.render(node))
  const one = (selector: string) => {
    const found = place.querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`There is no ${selector} in\n${place.innerHTML}`)
    return found
  }
  const event = (type: string, init: object) =>
    new (window as unknown as { KeyboardEvent: typeof KeyboardEvent }).KeyboardEvent(type, {
      bubbles: true,
      cancelable: true,
      ...init,
    })
  return {
    place,
    one,
    all: (selector: string) => [...place.querySelectorAll<HTMLElement>(selector)],
    text: () => place.textContent,
    again: (newer: ReactNode) => act(() => root.render(newer)),
    tap: (selector: string) => act(() => one(selector).click()),
    /** @returns whether the browser would still do what the key does by itself */
    key: (selector: string, key: string) => {
      const pressed = event('keydown', { key })
      act(() => void one(selector).dispatchEvent(pressed))
      return !pressed.defaultPrevented
    },
    type: (selector: string, words: string) => {
      const input = one(selector) as HTMLInputElement
      const prototype = Object.getPrototypeOf(input) as object
      act(() => {
        Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, words)
        input.dispatchEvent(event('input', {}))
      })
    },
    /** Lets what was promised arrive. */
    arrive: () => act(() => new Promise((wake) => setTimeout(wake, 0))),
  }
}
