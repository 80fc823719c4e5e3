import { levelOf } from '../../../shared/matters/award-standing/standing'
import type { AwardStandingState } from '../../../shared/matters/award-standing/states'
import { awardStandingTable } from '../../../shared/matters/award-standing/table'
import type { KeptRules } from '../../../shared/rules/rules'
import { AwardStanding } from '../../database/entities/matters/award-standing'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { instantText, isoInstant, marks, sqlInstant } from '../../database/sql'
import { atOnce, part, readTogether } from '../../database/together'
import { wake } from '../../database/waking'
import { beginKnown } from '../../engine/begin-known'
import { calendarOfStep } from '../../engine/read-calendar'
import { notDerived, refreshAll } from '../../engine/refresh'
import { townRules } from '../../features/rules/rule-set'
import { countOf, type Item } from './items'
import { kind } from './kind'
import { periodIn } from './period'
import { type AwardRecord, possibleItems } from './record'

interface Begun {
  id: string
  year: number
  no: number
  state: AwardStandingState
  version: number
  toldUntil: string | null
}

/** What is known of a unit before its standing is looked at. */
export interface KnownOfUnit {
  /** Undefined where the town has no such unit. */
  unit: string | undefined
  rules: KeptRules
  /** All of the unit, the last of a year before the others of it: a handful. */
  all: readonly Begun[]
}

export async function knownOfUnit(reader: Reader, townId: string, unitId: string): Promise<KnownOfUnit> {
  const { units, all, rules } = await readTogether(reader, {
    units: part<{ name: string }>({
      columns: { name: 'u.name' },
      from: 'FROM handling_unit u WHERE u.town_id = ? AND u.id = ?',
      order: 'u.id',
      parameters: [townId, unitId],
    }),
    all: part<Begun>({
      columns: {
        ...{ id: 'a.id', year: 'a.year', no: 'a.no', state: 'm.state', version: 'm.version' },
        toldUntil: instantText('a.told_until'),
      },
      from: `FROM award_standing a JOIN matter m ON m.id = a.id
        WHERE a.town_id = ? AND a.handling_unit_id = ?`,
      order: 'a.year DESC, a.no DESC',
      parameters: [townId, unitId],
    }),
    rules: townRules(townId),
  })
  const [own] = rules
  if (own === undefined) throw new Error(`no town ${townId}`)
  return { unit: units[0]?.name, all, rules: own }
}

/** The last of a unit for a year: one that was lifted is history, and may be followed by another. */
export const lastOf = ({ all }: KnownOfUnit, wanted: number) =>
  all.find(({ year }) => Number(year) === wanted)

/** Something may still be added to what it counts. */
const isCounting = (state: AwardStandingState) => ['clear', 'warned', 'over'].includes(state)

/** It begins without anything said of it, and the clock says what there is. @returns its id */
export async function beginStanding(
  tx: Tx,
  { townId, unitId, year, no }: { townId: string; unitId: string; year: number; no: number },
  { unit, rules, items: known }: Omit<KnownOfUnit, 'all'> & { items?: readonly Item[] },
  now: Date,
): Promise<string> {
  const id = newId()
  const [items, calendar] = await atOnce(tx, () =>
    Promise.all([known ?? possibleItems(tx, townId, unitId, year), calendarOfStep(tx, townId)]),
  )
  await tx.insert(AwardStanding, {
    ...{ id, townId, handlingUnitId: unitId, year, no, toldUntil: null },
    ...{ fromOn: null, toOn: null, decision: null, decidedAt: null },
    ...{ appeal: null, appealedAt: null, appealAnswer: null, answeredAt: null },
  })
  const record: AwardRecord = {
    ...{ id, townId, version: 0, state: awardStandingTable.first, stateSince: sqlInstant(now) },
    ...{ unitId, unit: unit ?? '', year, toldUntil: null, appealedAt: null, items },
    ...{ profileName: rules.profileName, overrides: rules.overrides },
  }
  const event = { action: 'start', party: 'system', personId: null } as const
  await beginKnown(tx, kind, [{ record, event }], calendar, now)
  return id
}

const states = Object.keys(awardStandingTable.states)

/** A rating has gone until there is a new one: nothing begins, and the clock looks anew at what there is of the unit. */
export async function lookAgainAtStanding(tx: Tx, townId: string, unitId: string) {
  wake(tx, 'clock')
  // By kind and state, as matters are found: MariaDB reads all of them through for an update that asks for their ids.
  await tx.query(
    `UPDATE matter SET next_at = ? WHERE kind = ? AND state IN (${marks(states)}) AND town_id = ? AND unit_id = ?`,
    [sqlInstant(notDerived), awardStandingTable.kind, ...states, townId, unitId],
  )
}

/**
 * Something was rated, excused or taken up again: what is counted for the unit may be more or less. Its standing is
 * looked at anew, and one begins where there are enough to speak of.
 */
export async function followStanding(tx: Tx, townId: string, unitId: string, now: Date) {
  const known = await knownOfUnit(tx, townId, unitId)
  const counting = known.all.filter(({ state }) => isCounting(state)).map(({ id }) => id)
  await refreshAll(tx, kind.table.kind, townId, counting, now)

  const { year, ...period } = periodIn(known.rules, undefined, now)
  const last = lastOf(known, year)
  if (last !== undefined && last.state !== 'lifted') return
  const items = await possibleItems(tx, townId, unitId, year)
  const inPeriod = items.filter(({ ratedOn }) => ratedOn >= period.from && ratedOn <= period.to)
  if (levelOf(countOf(inPeriod)) === 'clear') return
  const newest = inPeriod.find(({ standing }) => standing === 'counted')?.ratedAt
  if (newest !== undefined && last?.toldUntil && isoInstant(newest) <= isoInstant(last.toldUntil)) return
  await beginStanding(tx, { townId, unitId, year, no: (last?.no ?? 0) + 1 }, { ...known, items }, now)
}
