import type * as z from 'zod/mini'
import { summaryTable } from '../../../shared/matters/deliberation-summary/table'
import { needsAnswer, noteKinds } from '../../../shared/matters/deliberation-summary/words'
import type { MeetingView } from '../../../shared/matters/meeting/endpoints'
import type { meetingActions } from '../../../shared/matters/meeting/table'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { DeliberationNote } from '../../database/entities/matters/deliberation-note'
import { newId } from '../../database/id'
import { personIdOf } from '../../engine/begin'
import type { StepOf } from '../../engine/kind'
import { refresh } from '../../engine/refresh'
import { startSummary } from '../deliberation-summary/start'
import { itemOf } from './agenda-item'
import type { MeetingRecord } from './record'

type Step = StepOf<MeetingRecord>

/** What a clerk may type of one meeting; a session of a hundred with an opinion each has room. */
const mostNotes = 300

/**
 * 记一条审议发言: while it is held, and from the sheets of the groups afterwards, until the summary is handed over.
 * @throws Refusal `bad_input`, `notes_closed`
 */
export async function noteDeliberation(step: Step) {
  const { tx, record, form, asker, now } = step
  const { agendaItemId, noteKind, text, groupId, speakerId } = form as z.output<
    (typeof meetingActions)['noteDeliberation']['input']
  >
  const item = itemOf(record, agendaItemId)
  if (record.summary !== null && record.summary.state !== summaryTable.first)
    throw new Refusal('notes_closed')
  if (record.notes.length >= mostNotes) throw wrongField('text', `一次会最多记 ${mostNotes} 条，请合并一些。`)
  if (speakerId !== undefined && !record.members.some(({ id }) => id === speakerId))
    throw wrongField('speakerId', '这位不在应到的人里，请重新选择；列席的人说的不用选。')
  if (groupId !== undefined) await groupInTown(step, groupId)
  await tx.insert(DeliberationNote, {
    ...{ id: newId(), meetingId: record.id, position: record.notes.length, agendaItemId, noteKind, text },
    ...{ deputyGroupId: groupId ?? null, speakerId: speakerId ?? null, byPersonId: personIdOf(asker) },
    ...{ notedAt: now, summaryItemId: null, leftOut: null },
  })
  if (record.state === 'ended') {
    if (record.summary !== null) await refresh(tx, summaryTable.kind, record.townId, record.summary.id, now)
    else await summarise({ ...record, notes: [...record.notes, { noteKind }] }, step)
  }
  return { reason: [item.title, `${noteKinds[noteKind]}：${text}`].join('　') }
}

/** When it is over, and something was said that is to be answered. */
export async function summarise(
  { id: meetingId, townId, notes }: Pick<MeetingRecord, 'id' | 'townId'> & { notes: Noted },
  { tx, now }: Pick<Step, 'tx' | 'now'>,
) {
  if (notes.some(({ noteKind }) => needsAnswer(noteKind)))
    await startSummary(tx, { townId, meetingId, notes }, now)
}
type Noted = readonly Pick<MeetingRecord['notes'][number], 'noteKind'>[]

/** @throws Refusal `bad_input` */
async function groupInTown({ tx, record }: Step, groupId: string) {
  const [group] = await tx.query<{ id: string }[]>(
    'SELECT id FROM deputy_group WHERE town_id = ? AND id = ? AND ended_on IS NULL',
    [record.townId, groupId],
  )
  if (group === undefined) throw wrongField('groupId', '没有这个小组，请重新选择。')
}

/** Each group reads its own; whoever keeps the meeting, and the presidium, all. */
export const notesOf = (
  { notes }: MeetingRecord,
  readsAll: boolean,
  ownGroupId: string | null,
): MeetingView['notes'] =>
  notes
    .filter(({ groupId }) => readsAll || (groupId !== null && groupId === ownGroupId))
    .map(({ id, agendaItemId, groupName, noteKind, text, speaker }) => ({
      ...{ id, agendaItemId, group: groupName, kind: noteKind, text, speaker },
    }))

/** Everybody opens it from when the government has it. */
export const summaryOf = ({ summary }: MeetingRecord, readsAll: boolean): MeetingView['summary'] => {
  if (summary === null || (!readsAll && isWithin(summary.state))) return null
  return { id: summary.id, says: summaryTable.states[summary.state].label }
}
const isWithin = (state: string) => state === 'sorting' || state === 'withoutItems'
