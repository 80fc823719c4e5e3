import 'core-js/actual/array/flat-map'
import 'core-js/actual/object/from-entries'
import 'core-js/actual/global-this'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { isNight, isTimeToBegin, shiftAt, spokenTime } from './hours'
import { Night, Screen, Trouble } from './frame'
import { NoStation, readShown, type Shown } from './read-shown'

/** The public pages are made anew when something changes; this is how soon a wall shows it. */
const readEveryMs = 60_000
const tickEveryMs = 5_000

const scene = /^\/screen\/([0-9A-Za-z_-]{1,32})$/.exec(window.location.pathname)?.[1] ?? ''

/** For a wall: nobody touches it for weeks, and what came last stays when the line drops. */
function Wall() {
  const [now, setNow] = useState(() => new Date())
  const [shown, setShown] = useState<Shown>()
  const [trouble, setTrouble] = useState<'none' | 'noLine' | 'noStation'>('none')

  useEffect(() => {
    const tick = setInterval(() => {
      setNow((before) => {
        const at = new Date()
        if (isTimeToBegin(before, at)) window.location.reload()
        return at
      })
    }, tickEveryMs)
    return () => clearInterval(tick)
  }, [])

  useEffect(() => {
    // What comes after the answer to a later question is old: on a weak line one of them may take minutes.
    let asked = 0
    let answered = 0
    const read = () => {
      const mine = ++asked
      const ifNewest = (work: () => void) => {
        if (mine < answered) return
        answered = mine
        work()
      }
      void readShown(scene)
        .then((found) =>
          ifNewest(() => {
            setShown(found)
            setTrouble('none')
          }),
        )
        .catch((error: unknown) =>
          ifNewest(() => setTrouble(error instanceof NoStation ? 'noStation' : 'noLine')),
        )
    }
    read()
    const again = setInterval(read, readEveryMs)
    return () => clearInterval(again)
  }, [])

  const { x, y } = shiftAt(now)
  return (
    <main className="wall" style={{ transform: `translate(${x}px, ${y}px)` }}>
      {trouble === 'noStation' ? (
        <Trouble words="这个地址停用了，请到镇人大办要新的大屏地址。" />
      ) : isNight(now) ? (
        <Night time={spokenTime(now)} />
      ) : shown === undefined ? (
        <Trouble words={trouble === 'noLine' ? '网络断了，接通以后会自己出来。' : ''} />
      ) : (
        <Screen shown={shown} now={now} scene={scene} isCut={trouble === 'noLine'} />
      )}
    </main>
  )
}

const place = document.getElementById('screen')
if (place) createRoot(place).render(<Wall />)
