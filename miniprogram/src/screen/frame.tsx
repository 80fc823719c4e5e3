import { useState } from 'react'
import { beijingDay, spokenDate } from '../../../shared/rules/days'
import type { StationPage } from '../../../shared/api/stations'
import { spokenTime } from './hours'
import { partsOf } from './parts'
import type { Shown } from './read-shown'
import { Turns } from './turns'

/** What was read longer ago than this says nothing of today any more. */
const staleMs = 24 * 3_600_000
export const isStale = (at: Date, now: Date) => now.getTime() - at.getTime() > staleMs
export const staleWords = '网络断了一天多，内容已旧，请扫码看。'

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

export const Head = ({ title, now }: { title: string; now: Date }) => {
  const day = beijingDay(now)
  return (
    <header>
      <h1>{title}</h1>
      <time>{`${spokenDate(day, day)} ${spokenTime(now)}`}</time>
    </header>
  )
}

/** Until when it is true, or since when it stands still. */
export const Foot = ({ at, isCut, words }: { at: Date; isCut: boolean; words: string }) => (
  <footer className={isCut ? 'cut' : ''}>
    {isCut ? `网络断了，内容停在 ${spokenTime(at)}` : `数据到 ${spokenTime(at)} · ${words}`}
  </footer>
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
  return (
    <>
      <Head title={`${station.townName} 人大代表之家`} now={now} />
      <div className="columns">
        <div className="left">
          {isStale(at, now) ? <p className="part-none">{staleWords}</p> : <Turns parts={partsOf(shown)} />}
        </div>
        <aside>
          <Here station={station} day={day} />
          <Code scene={scene} />
          <p className="code-note">不会用手机？请进门</p>
          {station.openingHours ? <p className="code-note">{station.openingHours}</p> : null}
        </aside>
      </div>
      <Foot at={at} isCut={isCut} words="手机扫码可以看每一件" />
    </>
  )
}

/** The code that hangs at the door; what was printed before codes were kept has no picture. */
export function Code({ scene }: { scene: string }) {
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
