import { levelOf } from '../../../shared/matters/award-standing/standing'
import type { AwardStandingState } from '../../../shared/matters/award-standing/states'
import { AwardStanding } from '../../database/entities/matters/award-standing'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { isoInstant } from '../../database/sql'
import { begin } from '../../engine/begin'
import { refresh } from '../../engine/refresh'
import { countOf, readItems } from './items'
import { kind } from './kind'
import { periodOf } from './period'

interface Begun {
  id: string
  year: number
  no: number
  state: AwardStandingState
  version: number
  toldUntil: string | null
}

/** The last of a unit for a year: one that was lifted is history, and may be followed by another. */
export async function lastStanding(
  reader: Reader,
  townId: string,
  unitId: string,
  year: number,
): Promise<Begun | undefined> {
  return (await standingsOf(reader, townId, unitId)).find((one) => Number(one.year) === year)
}

/** All of a unit, the last of a year before the others of it: a handful. */
const standingsOf = (reader: Reader, townId: string, unitId: string) =>
  reader.query<Begun[]>(
    `SELECT a.id, a.year, a.no, m.state, m.version, a.told_until AS toldUntil
     FROM award_standing a JOIN matter m ON m.id = a.id
     WHERE a.town_id = ? AND a.handling_unit_id = ? ORDER BY a.year DESC, a.no DESC`,
    [townId, unitId],
  )

/** Something may still be added to what it counts. */
const isCounting = (state: AwardStandingState) => ['clear', 'warned', 'over'].includes(state)

/** @returns its id; it begins without anything said of it, and the clock says what there is */
export async function beginStanding(
  tx: Tx,
  { townId, unitId, year, no }: { townId: string; unitId: string; year: number; no: number },
  now: Date,
): Promise<string> {
  const id = newId()
  await tx.insert(AwardStanding, {
    ...{ id, townId, handlingUnitId: unitId, year, no, toldUntil: null },
    ...{ fromOn: null, toOn: null, decision: null, decidedAt: null },
    ...{ appeal: null, appealedAt: null, appealAnswer: null, answeredAt: null },
  })
  await begin(tx, kind, { id, townId }, { party: 'system', personId: null }, now)
  return id
}

/**
 * Something was rated, excused or taken up again: what is counted for the unit may be more or less. Its standing is
 * looked at anew, and one begins where there are enough to speak of.
 */
export async function followStanding(tx: Tx, townId: string, unitId: string, now: Date) {
  const all = await standingsOf(tx, townId, unitId)
  for (const { id, state } of all) if (isCounting(state)) await refresh(tx, kind.table.kind, townId, id, now)

  const period = await periodOf(tx, townId, undefined, now)
  const last = all.find(({ year }) => Number(year) === period.year)
  if (last !== undefined && last.state !== 'lifted') return
  const items = await readItems(tx, townId, { ...period, unitId })
  if (levelOf(countOf(items)) === 'clear') return
  const newest = items.find(({ standing }) => standing === 'counted')?.ratedAt
  if (newest !== undefined && last?.toldUntil && isoInstant(newest) <= isoInstant(last.toldUntil)) return
  await beginStanding(tx, { townId, unitId, year: period.year, no: (last?.no ?? 0) + 1 }, now)
}
