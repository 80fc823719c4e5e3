import { useEffect, useState } from 'react'
import { beijingDay, spokenDate } from '../../../shared/rules/days'
import type { StationPage } from '../../../shared/api/stations'
import { spokenTime } from './hours'
import { partsOf } from './parts'
import type { Shown } from './read-shown'

/** What was read longer ago than this says nothing of today any more. */
const staleMs = 24 * 3_600_000

export const Night = ({ time }: { time: string }) => (
  <div className="night">
    <p className="night-time">{time}</p>
  </div>
)

export const Trouble = ({ words }: { words: string }) => (
  <div className="trouble">
    <p>{words}</p>
  </div>
)

/** Whose house it is and who is there stand; beside them what is being done takes turns. */
export function Screen({
  shown,
  now,
  scene,
  isCut,
}: {
  shown: Shown
  now: Date
  scene: string
  isCut: boolean
}) {
  const { station, at } = shown
  const day = beijingDay(now)
  const isStale = now.getTime() - at.getTime() > staleMs
  return (
    <>
      <header>
        <h1>{`${station.townName} 人大代表之家`}</h1>
        <time>{`${spokenDate(day, day)} ${spokenTime(now)}`}</time>
      </header>
      <div className="columns">
        <div className="left">
          {isStale ? (
            <p className="part-none">网络断了一天多，内容已旧，请扫码看。</p>
          ) : (
            <Turns shown={shown} />
          )}
        </div>
        <aside>
          <Here station={station} day={day} />
          <Code scene={scene} />
          <p className="code-note">不会用手机？请进门</p>
          {station.openingHours ? <p className="code-note">{station.openingHours}</p> : null}
        </aside>
      </div>
      <footer className={isCut ? 'cut' : ''}>
        {isCut ? `网络断了，内容停在 ${spokenTime(at)}` : `数据到 ${spokenTime(at)} · 手机扫码可以看每一件`}
      </footer>
    </>
  )
}

/** The code that hangs at the door; what was printed before codes were kept has no picture. */
function Code({ scene }: { scene: string }) {
  const [isThere, setThere] = useState(true)
  if (!isThere) return <p className="code-words">扫门口的码，说给代表听</p>
  return (
    <>
      <img
        className="code"
        src={`/api/scenes/${scene}/image`}
        alt="小程序码"
        onError={() => setThere(false)}
      />
      <p className="code-words">扫一扫，说给代表听</p>
    </>
  )
}

function Here({ station, day }: { station: StationPage; day: string }) {
  const { onDuty, nextReceptionDay } = station
  return (
    <section className="here">
      <h2>{onDuty ? '本周值守' : station.name}</h2>
      <div className="here-who">
        {onDuty?.portrait ? (
          <img className="here-face" src={`/api${onDuty.portrait}`} alt={`${onDuty.name}代表`} />
        ) : null}
        <p className="here-name">{onDuty ? `${onDuty.name}代表` : '还没有排值守代表'}</p>
      </div>
      {onDuty?.district ? <p className="here-note">{onDuty.district}</p> : null}
      {nextReceptionDay ? (
        <>
          <p className="here-note">下次接访</p>
          <p className="here-note">{`${spokenDate(nextReceptionDay.on, day)} ${nextReceptionDay.time}`}</p>
        </>
      ) : null}
    </section>
  )
}

/** One part after the other; whoever shows it to others goes on with the arrows and stops with the space bar. */
function Turns({ shown }: { shown: Shown }) {
  const [at, setAt] = useState(0)
  const [isHeld, setHeld] = useState(false)
  const parts = partsOf(shown)
  const count = parts.length
  const now = at % count
  const part = parts[now]
  const seconds = part?.seconds ?? 0

  useEffect(() => {
    if (isHeld) return
    const next = setTimeout(() => setAt((before) => (before + 1) % count), seconds * 1000)
    return () => clearTimeout(next)
  }, [at, isHeld, count, seconds])

  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === ' ') setHeld((before) => !before)
      if (key === 'ArrowRight') setAt((before) => (before + 1) % count)
      if (key === 'ArrowLeft') setAt((before) => (before + count - 1) % count)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [count])

  if (part === undefined) return null
  return (
    <section className="part" key={now}>
      <h2>{part.title}</h2>
      {part.body}
      <p className="dots" aria-label={`第 ${now + 1} 页，共 ${count} 页`}>
        {isHeld ? '停住了，按空格键接着走' : parts.map((_, place) => (place === now ? '●' : '○')).join(' ')}
      </p>
    </section>
  )
}
