import 'core-js/actual/array/flat-map'
import 'core-js/actual/object/from-entries'
import 'core-js/actual/global-this'
import { type ReactNode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { isNight, isTimeToBegin, shiftAt, spokenTime } from './hours'
import { Night, Screen, Trouble } from './frame'
import { readReceptions } from './read-receptions'
import { readShown } from './read-shown'
import { Receptions } from './receptions'
import { useShown } from './use-shown'

const tickEveryMs = 5_000

const [, scene = '', receptions] =
  /^\/screen\/([0-9A-Za-z_-]{1,32})(\/receptions)?$/.exec(window.location.pathname) ?? []

interface Drawn<Shown> {
  shown: Shown
  now: Date
  scene: string
  isCut: boolean
}

/** For a wall: nobody touches it for weeks, and what came last stays when the line drops. */
function Wall<Shown>({
  read,
  draw,
}: {
  read: () => Promise<Shown>
  draw: (drawn: Drawn<Shown>) => ReactNode
}) {
  const [now, setNow] = useState(() => new Date())
  const { shown, trouble } = useShown(read)

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
        draw({ shown, now, scene, isCut: trouble === 'noLine' })
      )}
    </main>
  )
}

const house = () => readShown(scene)
const roster = () => readReceptions(scene)

const place = document.getElementById('screen')
if (place)
  createRoot(place).render(
    receptions === undefined ? (
      <Wall read={house} draw={(drawn) => <Screen {...drawn} />} />
    ) : (
      <Wall read={roster} draw={(drawn) => <Receptions {...drawn} />} />
    ),
  )
