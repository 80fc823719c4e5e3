import { useEffect, useState } from 'react'
import { NoStation } from './ask'

/** The public pages are made anew when something changes; this is how soon a wall shows it. */
const readEveryMs = 60_000

export type ScreenTrouble = 'none' | 'noLine' | 'noStation'

/** What is read again and again: what came last stays when the line drops. */
export function useShown<Shown>(read: () => Promise<Shown>) {
  const [shown, setShown] = useState<Shown>()
  const [trouble, setTrouble] = useState<ScreenTrouble>('none')

  useEffect(() => {
    // What comes after the answer to a later question is old: on a weak line one of them may take minutes.
    let asked = 0
    let answered = 0
    const readOnce = () => {
      const mine = ++asked
      const ifNewest = (work: () => void) => {
        if (mine < answered) return
        answered = mine
        work()
      }
      void read()
        .then((found) =>
          ifNewest(() => {
            setShown(() => found)
            setTrouble('none')
          }),
        )
        .catch((error: unknown) =>
          ifNewest(() => setTrouble(error instanceof NoStation ? 'noStation' : 'noLine')),
        )
    }
    readOnce()
    const again = setInterval(readOnce, readEveryMs)
    return () => clearInterval(again)
  }, [read])

  return { shown, trouble }
}
