import { useEffect, useRef } from 'react'

/** The sheets that are open in this browser, the one on top last. */
const open: object[] = []

const reachable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"]:not([disabled])'

/**
 * Holds the keyboard of a browser inside of a sheet while it is the one on top: Tab goes round in it, Escape closes it, and
 * then one stands where one stood before. A phone has none of it.
 * @returns what the sheet's own view is to be given
 */
export function useHeldFocus(onClose: () => void) {
  const view = useRef<unknown>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const sheet = view.current as HTMLElement | null
    const before = document.activeElement as HTMLElement | null
    const own = {}
    open.push(own)
    sheet?.focus({ preventScroll: true })
    const answer = (event: KeyboardEvent) => {
      if (open[open.length - 1] !== own) return
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab' && sheet) goRound(sheet, event)
    }
    window.addEventListener('keydown', answer)
    return () => {
      window.removeEventListener('keydown', answer)
      open.splice(open.indexOf(own), 1)
      if (before?.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return view
}

function goRound(sheet: HTMLElement, event: KeyboardEvent) {
  const inSheet = [...sheet.querySelectorAll<HTMLElement>(reachable)].filter(
    (one) => one.getClientRects().length > 0,
  )
  const [first, last] = [inSheet[0], inSheet[inSheet.length - 1]]
  const at = document.activeElement
  const leaves =
    !sheet.contains(at) || at === (event.shiftKey ? first : last) || (event.shiftKey && at === sheet)
  if (!leaves) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
