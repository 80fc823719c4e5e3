import type { OutputOf } from '../../../shared/grammar/endpoint'
import {
  allLookReasons,
  type lookAtResident,
  type LookReason,
  type lookReasons,
} from '../../../shared/matters/opinion/looks'
import { addDays, beijingDay, startOfDay } from '../../../shared/rules/days'
import { deputyNamed, numberOf } from '../../../shared/words/messages'
import { parties } from '../../../shared/words/parties'
import { Refusal } from '../../../shared/words/refusals'
import { ResidentLook } from '../../database/entities/opinion/resident-look'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { instantText, isoInstant, marks, sqlInstant } from '../../database/sql'
import { part } from '../../database/together'
import { standingOf } from '../../engine/standing'
import { traceView } from '../../features/audit-log/trace-view'
import type { Actor } from '../../http/actor'
import { kind } from './kind'
import type { OpinionRecord } from './record'

/** As what somebody may open it: the deputy whom it was written to, and the office. @throws Refusal `not_found` */
async function mayLook(reader: Reader, actor: Actor, id: string, now: Date) {
  const { record, parties: mine } = await standingOf(reader, kind, actor, id, now)
  const party = mine.has('congressOffice') ? 'congressOffice' : mine.has('deputy') ? 'deputy' : undefined
  if (party === undefined || actor.person === null) throw new Refusal('not_found')
  return { record, party, personId: actor.person.id } as const
}

/** Keeps who opened it and why, for the log and for whoever it is about; only then it is shown. */
export async function keepLook(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: keyof typeof lookReasons,
  now: Date,
): Promise<{ id: string }> {
  const { party, personId } = await mayLook(tx, actor, id, now)
  await tx.insert(ResidentLook, {
    ...{ id: newId(), townId: actor.townId, residentOpinionId: id },
    ...{ party, personId, reason, at: now },
  })
  const what = `看了群众留言里的姓名和电话：${allLookReasons[reason]}`
  await traceView(tx, actor, { what, about: [numberOf(id)] }, now)
  return { id }
}

export async function showResident(
  reader: Reader,
  actor: Actor,
  id: string,
  now: Date,
): Promise<OutputOf<typeof lookAtResident>> {
  const { record } = await mayLook(reader, actor, id, now)
  return { name: record.residentName, phone: record.residentPhone }
}

/** Of a list that shows several at once, once a day: whoever goes through it opens each no more often by turning a page. */
export async function keepLooksOfDay(
  tx: Tx,
  { townId, person }: Actor,
  opinionIds: readonly string[],
  reason: LookReason,
  now: Date,
) {
  const personId = person?.id
  if (personId === undefined || opinionIds.length === 0) return
  const today = beijingDay(now)
  const known = await tx.query<{ id: string }[]>(
    `SELECT x.resident_opinion_id AS id FROM resident_look x
     WHERE x.town_id = ? AND x.resident_opinion_id IN (${marks(opinionIds)}) AND x.person_id = ? AND x.reason = ?
       AND x.at >= ? AND x.at < ?`,
    [
      ...[townId, ...opinionIds, personId, reason],
      ...[sqlInstant(startOfDay(today)), sqlInstant(startOfDay(addDays(today, 1)))],
    ],
  )
  const seen = new Set(known.map(({ id }) => id))
  const others = [...new Set(opinionIds)].filter((id) => !seen.has(id))
  if (others.length === 0) return
  await tx.insert(
    ResidentLook,
    others.map((residentOpinionId) => ({
      ...{ id: newId(), townId, residentOpinionId, personId },
      ...{ party: 'congressOffice' as const, reason, at: now },
    })),
  )
}

/** So many of the last openings are read out. */
const mostLooks = 50

interface LookRow {
  party: 'deputy' | 'congressOffice'
  name: string
  reason: LookReason
  at: string
}

export const looksPart = ({ id }: OpinionRecord) =>
  part<LookRow>({
    columns: { party: 'x.party', name: 'xp.name', reason: 'x.reason', at: instantText('x.at') },
    from: `FROM (SELECT l.id FROM resident_look l WHERE l.resident_opinion_id = ? ORDER BY l.at DESC LIMIT ${mostLooks}) AS n
      JOIN resident_look x ON x.id = n.id JOIN person xp ON xp.id = x.person_id`,
    order: 'x.at, x.id',
    parameters: [id],
  })

export const presentLooks = (rows: readonly LookRow[]) =>
  rows.map(({ party, name, reason, at }) => ({
    by: party === 'deputy' ? deputyNamed(name) : parties.congressOffice,
    at: isoInstant(at),
    reason,
  }))
