import { useEffect, useRef } from 'react'

/** What the keys of a list mean, where nobody is writing. */
export interface ListKeys {
  /** j and k. */
  step: (by: 1 | -1) => void
  /** Enter, while nothing else has the keyboard. */
  enter?: () => void
  /** Escape, while no sheet is open. */
  escape?: () => void
}

/** On a desk the keyboard walks the list: j down, k up; / goes to what one looks for by words. */
export function useListKeys(keys: ListKeys, field: string) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || document.querySelector('.sheet')) return
      const target = event.target as HTMLElement | null
      const typing = /^(INPUT|TEXTAREA)$/.test(target?.tagName ?? '')
      const { step, enter, escape } = latest.current
      if (event.key === 'Escape') {
        if (typing) target?.blur()
        escape?.()
      }
      if (typing) return
      if (event.key === 'j') step(1)
      if (event.key === 'k') step(-1)
      if (event.key === 'Enter' && target === document.body) enter?.()
      if (event.key !== '/') return
      event.preventDefault()
      document.querySelector<HTMLInputElement>(`#${field} input`)?.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [field])
}
