import { useEffect, useRef } from 'react'
import { onBackOnline } from '../client/on-back-online'

/** Does something when the network comes back. */
export function useBackOnline(act: () => void) {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => onBackOnline(() => latest.current()), [])
}
