import type { InputOf, Named, OutputOf } from '../../../shared/grammar/endpoint'
import type { planReceptions as endpoint } from '../../../shared/matters/reception/endpoints'
import { addMonths, beijingDay, type Day, daysBetween, spokenDate } from '../../../shared/rules/days'
import { receptionDaysBetween } from '../../../shared/rules/reception-days'
import { readReceptionDays } from '../../../shared/rules/reception-rules'
import { numberOf } from '../../../shared/words/messages'
import { workPage } from '../../../shared/words/pages'
import { wrongField } from '../../../shared/words/refusals'
import { onRoster } from '../../../shared/words/reception'
import { Reception } from '../../database/entities/matters/reception'
import { ReceptionSitter } from '../../database/entities/matters/reception-sitter'
import { newId } from '../../database/id'
import { insertMany } from '../../database/insert-many'
import type { Reader, Tx } from '../../database/source'
import { atOnce, part, readTogether } from '../../database/together'
import { beginMany } from '../../engine/begin-known'
import { calendarOfStep } from '../../engine/read-calendar'
import { tell } from '../../engine/tell'
import type { Actor } from '../../http/actor'
import { fairTurns, type Turns } from './fair-turns'
import { kind } from './kind'
import { readReceptions } from './record'
import { whoTakesTurns } from './stand-ins'

type Input = InputOf<typeof endpoint>
type Planned = OutputOf<typeof endpoint>['planned']

/** So far a roster reaches at a time. */
const farthestDays = 100

/**
 * Makes the roster of a station: each of its reception days that has none yet, moved off holidays, with whoever has had
 * the fewest turns in the last twelve months and is not away. Everybody on it is told once. A day for which nobody could
 * be found waits for the office. @throws Refusal `bad_input`
 */
export async function planReceptions(
  tx: Tx,
  { townId, person }: Actor,
  { stationId, from, to, each }: Input,
  now: Date,
): Promise<OutputOf<typeof endpoint>> {
  if (to < from) throw wrongField('to', '到的那天在开始以前，请核对。')
  if (daysBetween(from, to) > farthestDays)
    throw wrongField('to', `一次最多排 ${farthestDays} 天，请分几次排。`)
  const [found, people] = await atOnce(tx, () =>
    Promise.all([readRoster(tx, townId, stationId, { from, to }), whoTakesTurns(tx, townId, stationId)]),
  )
  const known = {
    ...{ ...found, people },
    turns: await readTurns(tx, townId, addMonths(from, -12)),
    away: await readAway(tx, townId, { from, to }),
  }
  const [station] = known.station
  if (!station) throw wrongField('stationId', '没有这个站点，请重新选择。')
  const rules = readReceptionDays(station.days ?? '')
  if (rules === undefined)
    throw wrongField('stationId', '这个站点还没有写接访日，请先在“代表之家和站点”里写上。')
  if (known.people.length === 0)
    throw wrongField('stationId', '这个站点还没有值守代表，请先在“代表之家和站点”里选好。')
  const calendar = await calendarOfStep(tx, townId)
  const days = receptionDaysBetween(rules, from, to, calendar)
    .map(({ on }) => on)
    .filter((on) => !known.there.some((one) => one.stationId === stationId && one.ruleOn === on))
  const cannot = (id: string, day: Day) =>
    known.away.some(({ personId, fromOn, untilOn }) => personId === id && fromOn <= day && day <= untilOn) ||
    known.turns.some(({ personId, heldOn }) => personId === id && heldOn === day)
  const rows = fairTurns(days, turnsOf(known), Number(each), cannot).map((one) => ({ id: newId(), ...one }))
  await keep(tx, { townId, stationId, personId: person?.id ?? null }, rows, calendar, now)
  await tellEach(tx, townId, station.name, rows, now)
  const planned: Planned = rows.map(({ id, on, sitters }) => ({
    ...{ id, heldOn: on },
    sitters: sitters.map(({ name }) => name),
  }))
  return { planned, short: rows.filter(({ sitters }) => sitters.length === 0).length }
}

interface Row {
  id: string
  on: Day
  sitters: readonly Turns[]
}

async function keep(
  tx: Tx,
  { townId, stationId, personId }: { townId: string; stationId: string; personId: string | null },
  rows: readonly Row[],
  calendar: Awaited<ReturnType<typeof calendarOfStep>>,
  now: Date,
) {
  if (rows.length === 0) return
  const nothing = { received: null, note: null, swapFromId: null, inReturnId: null }
  await insertMany(
    tx,
    Reception,
    rows.map(({ id, on }) => ({
      ...{ id, townId, liaisonStationId: stationId, heldOn: on, ruleOn: on },
      ...nothing,
    })),
  )
  const sitters = rows.flatMap(({ id, sitters: each }) =>
    each.map((one, position) => ({ receptionId: id, personId: one.id, position, sat: null })),
  )
  if (sitters.length > 0) await insertMany(tx, ReceptionSitter, sitters)
  const event = {
    ...{ action: 'start', party: 'congressOffice' as const, personId, note: null, publicLine: null },
    onDay: beijingDay(now),
  }
  await beginMany(
    tx,
    kind,
    townId,
    rows.map(({ id, sitters: each }) => ({
      ...{ id, state: each.length === 0 ? 'short' : 'planned', since: now, event },
    })),
    (ids) => readReceptions(tx, townId, ids),
    calendar,
    now,
  )
}

/** One message for all the days of one person. */
async function tellEach(tx: Tx, townId: string, station: string, rows: readonly Row[], now: Date) {
  const today = beijingDay(now)
  const people = new Set(rows.flatMap(({ sitters }) => sitters.map(({ id }) => id)))
  await tell(
    tx,
    [...people].map((recipientId) => {
      const own = rows.filter(({ sitters }) => sitters.some(({ id }) => id === recipientId))
      const days = own.map(({ on }) => spokenDate(on, today))
      return {
        ...{ townId, recipientId, recipientKind: 'person' as const, push: 'task' as const },
        text: onRoster(station, days).slice(0, 600),
        page: workPage(townId, { kind: kind.table.kind }),
        number: numberOf(own[0]?.id ?? ''),
      }
    }),
    now,
  )
}

interface Turn {
  personId: string
  heldOn: Day
}

/** Who sat or will sit where on which day: counted here, because a database sorts what it counts. */
const readTurns = (reader: Reader, townId: string, since: Day) =>
  reader.query<Turn[]>(
    `SELECT s.person_id AS personId, v.held_on AS heldOn FROM reception v
     JOIN matter m ON m.id = v.id AND m.state <> 'calledOff' JOIN reception_sitter s ON s.reception_id = v.id
     WHERE v.town_id = ? AND v.held_on >= ?`,
    [townId, since],
  )

const readAway = (reader: Reader, townId: string, { from, to }: Pick<Input, 'from' | 'to'>) =>
  reader.query<{ personId: string; fromOn: Day; untilOn: Day }[]>(
    `SELECT a.person_id AS personId, a.from_on AS fromOn, a.until_on AS untilOn FROM absence a
     WHERE a.town_id = ? AND a.until_on >= ? AND a.from_on <= ? AND a.ended_on IS NULL`,
    [townId, from, to],
  )

const turnsOf = ({ people, turns }: { turns: readonly Turn[]; people: readonly Named[] }): Turns[] =>
  people.map(({ id, name }) => {
    const own = turns.filter(({ personId }) => personId === id).map(({ heldOn }) => heldOn)
    return { id, name, count: own.length, last: own.sort().at(-1) ?? null }
  })

/** What a roster is made from: who takes turns, how often they did, who is away, what is planned already. */
const readRoster = (
  reader: Reader,
  townId: string,
  stationId: string,
  { from, to }: Pick<Input, 'from' | 'to'>,
) =>
  readTogether(reader, {
    station: part<{ name: string; days: string | null }>({
      columns: { name: 'st.name', days: 'st.reception_days' },
      from: 'FROM liaison_station st WHERE st.town_id = ? AND st.id = ? AND st.ended_on IS NULL',
      order: 'st.id',
      parameters: [townId, stationId],
    }),
    there: part<{ stationId: string; ruleOn: Day }>({
      columns: { stationId: 'v.liaison_station_id', ruleOn: 'v.rule_on' },
      from: 'FROM reception v WHERE v.liaison_station_id = ? AND v.rule_on BETWEEN ? AND ?',
      order: 'v.rule_on, v.id',
      parameters: [stationId, from, to],
    }),
  })
