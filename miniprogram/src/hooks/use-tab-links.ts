import { useEffect } from 'react'

/**
 * The tabs that Taro draws on h5 are links to `javascript:`, which the content security policy stops with an error.
 * The tap is enough; the link is never followed.
 */
export function useTabLinks() {
  useEffect(() => {
    const stay = (event: MouseEvent) => {
      if ((event.target as Element).closest('a[href^="javascript:"]')) event.preventDefault()
    }
    document.addEventListener('click', stay)
    return () => document.removeEventListener('click', stay)
  }, [])
}
