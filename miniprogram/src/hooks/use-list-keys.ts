import { useEffect, useRef } from 'react'

/** On a desk the keyboard walks the list: j down, k up; / goes to what one looks for by words. */
export function useListKeys(step: (by: 1 | -1) => void, field: string) {
  const latest = useRef(step)
  latest.current = step
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const press = (event: KeyboardEvent) => {
      const typing = /^(INPUT|TEXTAREA)$/.test((event.target as HTMLElement | null)?.tagName ?? '')
      if (typing || event.ctrlKey || event.metaKey) return
      if (event.key === 'j') latest.current(1)
      if (event.key === 'k') latest.current(-1)
      if (event.key !== '/') return
      event.preventDefault()
      document.querySelector<HTMLInputElement>(`#${field} input`)?.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [field])
}
