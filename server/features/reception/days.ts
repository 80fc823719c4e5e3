import { daysAhead, type ReceptionDayRow } from '../../../shared/api/reception'
import { addDays, type Day } from '../../../shared/rules/days'
import { type ReceptionDay, receptionDaysBetween } from '../../../shared/rules/reception-days'
import { readReceptionDays as rulesFrom } from '../../../shared/rules/reception-rules'
import type { ReceptionWord } from '../../../shared/words/reception'
import type { Reader } from '../../database/source'
import { readCalendar } from '../../engine/read-calendar'

interface StationRow {
  id: string
  name: string
  days: string
  time: string | null
  word: ReceptionWord | null
  place: string | null
}

/** A day of it as the calendar keeps it. */
export interface KeptDay extends ReceptionDayRow {
  /** The day of the rule, whatever day it was moved to. */
  ruleOn: Day
  /** How often it was moved or called off. */
  changes: number
  calledOff: boolean
}

/** The days ahead on which deputies receive whoever comes, of all stations or of one; of one that is not there none. */
export async function readReceptionDaysAhead(
  reader: Reader,
  townId: string,
  stationId: string | undefined,
  today: Day,
): Promise<ReceptionDayRow[]> {
  const days = await readReceptionDays(reader, townId, stationId, {
    from: today,
    to: addDays(today, daysAhead - 1),
  })
  return days
    .filter(({ calledOff }) => !calledOff)
    .map(({ ruleOn: _, changes: _changes, calledOff: _off, ...shown }) => shown)
}

/** Those between two days, with those that were called off. */
export async function readReceptionDays(
  reader: Reader,
  townId: string,
  stationId: string | undefined,
  { from, to }: { from: Day; to: Day },
): Promise<KeptDay[]> {
  const stations = await reader.query<StationRow[]>(
    `SELECT st.id, st.name, st.reception_days AS days, st.reception_time AS time, st.reception_word AS word,
       st.reception_place AS place
     FROM liaison_station st WHERE st.town_id = ? AND st.ended_on IS NULL
       ${stationId === undefined ? 'AND st.reception_days IS NOT NULL' : 'AND st.id = ?'}
     ORDER BY st.position, st.id`,
    [townId, ...(stationId === undefined ? [] : [stationId])],
  )
  const calendar = await readCalendar(reader, townId)
  const planned = await readPlanned(reader, townId, from, to)
  const rows = stations.flatMap(({ id, name, days, time, word, place }) => {
    const own = planned.filter((one) => one.stationId === id)
    const byRule = receptionDaysBetween(rulesFrom(days ?? '') ?? [], from, to, calendar)
    const all = [
      // What was moved stands on its new day.
      ...byRule
        .filter(({ on }) => !own.some(({ ruleOn }) => ruleOn === on))
        .map((one) => ({ ...one, ruleOn: one.on, changes: 0, calledOff: false })),
      ...own.map((one) => dayOf(one, byRule)),
    ]
    return all.map((day) => ({
      ...{ sitters: [], ...day, time: time ?? '', word: word ?? ('reception' as const), place },
      station: { id, name },
    }))
  })
  return rows
    .filter(({ on }) => on >= from && on <= to)
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

interface Planned {
  stationId: string
  heldOn: Day
  ruleOn: Day
  state: string
  changes: number
  sitters: string[]
}

const dayOf = ({ heldOn, ruleOn, state, changes, sitters }: Planned, byRule: readonly ReceptionDay[]) => {
  const rule = byRule.find(({ on }) => on === ruleOn)
  const moved = heldOn === ruleOn ? (rule?.movedFrom ?? null) : ruleOn
  const lunar = heldOn === ruleOn ? (rule?.lunar ?? null) : null
  return {
    ...{ on: heldOn, ruleOn, movedFrom: moved, lunar, sitters },
    ...{ changes: Number(changes), calledOff: state === 'calledOff' },
  }
}

/** Receptions that are or would have been on these days, with who sits there. */
async function readPlanned(reader: Reader, townId: string, from: Day, to: Day): Promise<Planned[]> {
  const rows = await reader.query<
    {
      id: string
      stationId: string
      heldOn: Day
      ruleOn: Day
      state: string
      changes: number
      sitter: string | null
      turn: number | null
    }[]
  >(
    `SELECT v.id, v.liaison_station_id AS stationId, v.held_on AS heldOn, v.rule_on AS ruleOn, m.state,
       (SELECT COUNT(*) FROM matter_event e WHERE e.matter_id = v.id AND e.kind = 'reception'
         AND e.action IN ('move', 'callOff')) AS changes,
       p.name AS sitter, s.position AS turn
     FROM reception v JOIN matter m ON m.id = v.id
     LEFT JOIN reception_sitter s ON s.reception_id = v.id LEFT JOIN person p ON p.id = s.person_id
     WHERE v.town_id = ? AND (v.held_on BETWEEN ? AND ? OR v.rule_on BETWEEN ? AND ?)`,
    [townId, from, to, from, to],
  )
  const found = new Map<string, Planned>()
  // A few dozen: put in order here, where no index is asked for it.
  const inOrder = [...rows].sort(
    (one, other) =>
      one.heldOn.localeCompare(other.heldOn) ||
      one.id.localeCompare(other.id) ||
      Number(one.turn) - Number(other.turn),
  )
  for (const { id, sitter, turn: _, ...row } of inOrder) {
    const one = found.get(id) ?? { ...row, sitters: [] }
    found.set(id, { ...one, sitters: sitter === null ? one.sitters : [...one.sitters, sitter] })
  }
  return [...found.values()]
}
