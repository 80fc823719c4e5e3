import { useEffect, useRef, useState } from 'react'
import type { Values } from './use-form'

const attachedTo = ({ photos, voice }: Values): string[] => [
  ...(Array.isArray(photos) ? (photos as string[]) : []),
  ...(typeof voice === 'string' ? [voice] : []),
]
/** Until it has arrived, or lies ready to go with its form, it has the name of its place on the phone. */
const isUnderWay = (one: string) => !/^[0-9a-z]{26}$/.test(one)

/**
 * Whoever taps while a photo or a recording is still on its way does not have to tap again: it goes off when that is
 * there. Where it turned out that it cannot come along, its writer decides anew.
 */
export function useOnceUploaded(values: Values, send: () => void) {
  const [waiting, setWaiting] = useState<number>()
  const attached = attachedTo(values)
  const [isLoading, count] = [attached.some(isUnderWay), attached.length]
  const latest = useRef(send)
  latest.current = send
  useEffect(() => {
    if (waiting === undefined || (isLoading && count === waiting)) return
    setWaiting(undefined)
    if (count === waiting) latest.current()
  }, [waiting, isLoading, count])
  return { isLoading, isWaiting: waiting !== undefined, run: () => (isLoading ? setWaiting(count) : send()) }
}
