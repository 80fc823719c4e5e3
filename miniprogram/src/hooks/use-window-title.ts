import { useEffect } from 'react'

/** What a tab, the history and a bookmark of a browser are called by; the bar above the page keeps its own word. */
export function useWindowTitle(...parts: readonly (string | null | undefined)[]) {
  const title = parts.filter(Boolean).join(' · ')
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !title) return undefined
    const before = document.title
    document.title = title
    return () => {
      if (document.title === title) document.title = before
    }
  }, [title])
}
