import type { ReceptionDayRow } from '../../../shared/api/reception'
import { addDays, beijingDay, type Day, spokenDate, spokenDay, weekday } from '../../../shared/rules/days'
import { Code, Foot, Head, isStale, staleWords } from './frame'
import { inPages, type Part } from './parts'
import type { ShownReceptions } from './read-receptions'
import { Turns } from './turns'

/** In the largest letters so many fit below each other; three names take two lines. */
const mostToday = (here: readonly ReceptionDayRow[]) =>
  here.some(({ sitters }) => sitters.length > 2) ? 1 : 2
const mostLater = 5
const seconds = 20

/** 接访排班: who sits today stands; beside it this week and this month take turns. */
export function Receptions({
  shown,
  now,
  scene,
  isCut,
}: {
  shown: ShownReceptions
  now: Date
  scene: string
  isCut: boolean
}) {
  const { title, isOfOne, days, at } = shown
  const today = beijingDay(now)
  return (
    <>
      <Head title={title} now={now} />
      {isStale(at, now) ? (
        <p className="part-none">{staleWords}</p>
      ) : (
        <div className="columns">
          <div className="today">
            <Turns parts={todayParts(days, today, isOfOne)} />
            <Code scene={scene} />
          </div>
          <div className="left">
            <Turns parts={laterParts(days, today, isOfOne)} />
          </div>
        </div>
      )}
      <Foot at={at} isCut={isCut} words="不用预约，有什么事当面说" />
    </>
  )
}

function todayParts(days: readonly ReceptionDayRow[], today: Day, isOfOne: boolean): Part[] {
  const here = days.filter(({ on }) => on === today)
  const [next] = days.filter(({ on }) => on > today)
  if (here.length === 0)
    return [
      {
        ...{ title: '今天', seconds },
        body: (
          <p className="today-none">
            {next === undefined
              ? '今天没有接访，以后的还没有排。有事扫码说给代表听。'
              : `今天没有接访。下次是${whenOf(next, today)}${isOfOne ? '' : `，${next.station.name}`}。`}
          </p>
        ),
      },
    ]
  return inPages(here, mostToday(here)).map((rows) => ({
    ...{ title: '今天', seconds },
    body: (
      <ul className="rows">
        {rows.map((day) => (
          <li key={day.station.id}>
            <p className="today-who">{whoOf(day)}</p>
            <p className="row-item">{[day.time, whereOf(day, isOfOne)].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    ),
  }))
}

/** This week and this month as they go on from tomorrow; what has none says so in a sentence. */
function laterParts(days: readonly ReceptionDayRow[], today: Day, isOfOne: boolean): Part[] {
  const sunday = addDays(today, (7 - weekday(today)) % 7)
  const ahead = days.filter(({ on }) => on > today)
  const month = ahead.filter(({ on }) => on.slice(0, 7) === today.slice(0, 7))
  const week = ahead.filter(({ on }) => on <= sunday)
  const isMore = month.some((one) => !week.includes(one))
  return [
    ...span(isMore || month.length === 0 ? '这个星期' : '这个星期、这个月', week),
    ...(isMore || month.length === 0 ? span('这个月', month) : []),
    // At the end of a month nobody is left with what stood there before.
    ...(!isMore && ahead.length > week.length
      ? span('以后', ahead.filter((one) => !week.includes(one)).slice(0, mostLater))
      : []),
  ]
  function span(title: string, those: readonly ReceptionDayRow[]): Part[] {
    if (those.length === 0)
      return [
        {
          ...{ title, seconds: 10 },
          body: <p className="part-none">{`${title}后面没有排接访。`}</p>,
        },
      ]
    return inPages(those, mostLater).map((rows) => ({
      ...{ title, seconds },
      body: (
        <ul className="rows">
          {rows.map((day) => (
            <li key={day.station.id + day.on}>
              <div className="row-sits">
                <b>{whenOf(day, today)}</b>
                <span>{whoOf(day)}</span>
              </div>
              <div className="row-facts">
                <span>{notesOf(day, today, isOfOne)}</span>
              </div>
            </li>
          ))}
        </ul>
      ),
    }))
  }
}

const whenOf = ({ on, time }: ReceptionDayRow, today: Day) => `${spokenDate(on, today)} ${time}`.trim()

const whoOf = ({ sitters }: ReceptionDayRow) => sitters.join('、') || '值守的代表'

const whereOf = ({ station, place }: ReceptionDayRow, isOfOne: boolean) =>
  [isOfOne ? '' : station.name, place ? `在${place}` : isOfOne ? '在这里' : ''].filter(Boolean).join(' · ')

const notesOf = (day: ReceptionDayRow, today: Day, isOfOne: boolean) =>
  [whereOf(day, isOfOne), day.lunar, day.movedFrom && `原来是${spokenDay(day.movedFrom, today)}`]
    .filter(Boolean)
    .join(' · ')
