import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import type { DeviceMark, keepMarks as endpoint, Roll } from '../../../shared/matters/meeting/roll-endpoints'
import { isVoting } from '../../../shared/matters/meeting/kinds'
import { meetingTable } from '../../../shared/matters/meeting/table'
import { notInOffice, suspendedNow } from '../../../shared/matters/meeting/words'
import { beijingDay } from '../../../shared/rules/days'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { Meeting } from '../../database/entities/matters/meeting'
import { RollMark } from '../../database/entities/matters/roll-mark'
import { insertMany } from '../../database/insert-many'
import type { Reader, Tx } from '../../database/source'
import { marks as placeholders } from '../../database/sql'
import { refresh } from '../../engine/refresh'
import type { Actor } from '../../http/actor'
import { saidBy } from './attending'
import { hallOf } from './hall'
import { type MeetingRecord, readMeeting } from './record'
import { titleOf } from './title'

const takesMarks = ({ meetingKind, state }: MeetingRecord) =>
  isVoting(meetingKind) && (state === 'convened' || state === 'open')

/** A group calls its roll with its own form. @throws Refusal `not_found` */
async function rollOf(reader: Reader, townId: string, id: string): Promise<MeetingRecord> {
  const record = await readMeeting(reader, townId, id)
  if (record === undefined || !isVoting(record.meetingKind)) throw new Refusal('not_found')
  return record
}

/** @throws Refusal `not_found` */
export const showRoll = async (reader: Reader, { townId }: Actor, id: string, now: Date): Promise<Roll> =>
  present(await rollOf(reader, townId, id), now)

function present(record: MeetingRecord, now: Date): Roll {
  const { inOffice, suspended, expected, rule, isPresidium, word } = hallOf(record, beijingDay(now))
  return {
    ...{ id: record.id, title: titleOf(record), rollNo: record.rollNo, isOpen: takesMarks(record) },
    hall: {
      ...{ inOffice, suspended, expected, rule, isPresidium: isPresidium ?? false, word: word ?? '' },
      ...{ open: record.state === 'open', observers: record.observers },
    },
    serverAt: now.getTime(),
    persons: record.members.map(({ id, name, groupName }) => ({
      ...{ id, name, group: groupName },
      onLeave: saidBy(record, id).standing === 'onLeave',
    })),
    marks: record.marks.flatMap(({ id = '', personId, mark, at, undoes }) =>
      // What the one convening it decides on is no mark of a device.
      mark === 'leave' || mark === 'asked' ? [] : { id, personId, mark, at, undoes: undoes ?? null },
    ),
  }
}

/**
 * 交点名: what stands here already is not written again, and nothing is stuck on a device because of one mark.
 * @throws Refusal `roll_closed`, `bad_input` where somebody is named who is not of the town
 */
export async function keepMarks(
  tx: Tx,
  { townId, person }: Actor,
  id: string,
  { rollNo, observers, marks }: InputOf<typeof endpoint>,
  now: Date,
): Promise<OutputOf<typeof endpoint>> {
  const record = await rollOf(tx, townId, id)
  if (!takesMarks(record) || record.rollNo !== rollNo) throw new Refusal('roll_closed')
  const known = await knownAmong(tx, marks)
  const fresh = [...new Map(marks.map((one) => [one.id, one])).values()].filter((one) => !known.has(one.id))
  await refuseStrangers(tx, townId, fresh)
  const refused = fresh.flatMap((one) => whyNot(record, one))
  const taken = fresh.filter((one) => !refused.some(({ id: no }) => no === one.id))
  await insertMany(
    tx,
    RollMark,
    taken.map(({ at, ...one }, no) => ({
      ...one,
      ...{ meetingId: id, rollNo, position: record.marks.length + no, reason: null },
      // No clock of a device runs ahead of ours.
      ...{ at: new Date(Math.min(at, now.getTime())), receivedAt: now, byPersonId: person?.id ?? null },
    })),
  )
  if (observers !== null && observers !== record.observers) await tx.update(Meeting, { id }, { observers })
  if (taken.length > 0) await refresh(tx, meetingTable.kind, townId, id, now)
  const roll = present(await rollOf(tx, townId, id), now)
  return { roll, kept: marks.length - refused.length, refused }
}

async function knownAmong(tx: Tx, marks: readonly DeviceMark[]): Promise<ReadonlySet<string>> {
  if (marks.length === 0) return new Set()
  const ids = marks.map((one) => one.id)
  const rows = await tx.query<{ id: string }[]>(
    `SELECT id FROM roll_mark WHERE id IN (${placeholders(ids)})`,
    ids,
  )
  return new Set(rows.map((row) => row.id))
}

/** @throws Refusal `bad_input` */
async function refuseStrangers(tx: Tx, townId: string, marks: readonly DeviceMark[]) {
  const ids = [...new Set(marks.map(({ personId }) => personId))]
  if (ids.length === 0) return
  const rows = await tx.query<{ id: string }[]>(
    `SELECT id FROM person WHERE town_id = ? AND id IN (${placeholders(ids)})`,
    [townId, ...ids],
  )
  if (rows.length !== ids.length) throw wrongField('marks', '有人不在本镇的名册里，请重新打开名单再点。')
}

/** Somebody who was on the list when it was fetched may not be expected any more. */
function whyNot({ members, seats }: MeetingRecord, { id, personId }: DeviceMark) {
  if (members.some((one) => one.id === personId)) return []
  const isSuspended = seats.some((one) => one.personId === personId && one.suspendedOn !== null)
  return [{ id, why: isSuspended ? suspendedNow : notInOffice }]
}
