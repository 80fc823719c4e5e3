import type { MeetingState } from '../../../shared/matters/meeting/table'
import { type SuggestionAction, suggestionActions } from '../../../shared/matters/suggestion/table'
import { fieldForms } from '../../../shared/grammar/fields'
import { wrongField } from '../../../shared/words/refusals'
import { PresidiumDecision } from '../../database/entities/matters/presidium-decision'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { atOnce, part, readTogether } from '../../database/together'
import type { StepOf } from '../../engine/kind'
import { decidersOf, refuseUndecided } from '../../features/people/presidium-decides'
import { concernedOf } from './deciders'
import { proposersOf } from './gates'
import type { SuggestionRecord } from './record'

const ofPresidium: ReadonlySet<string> = new Set(
  Object.entries(suggestionActions).flatMap(([name, { input }]) =>
    fieldForms(input).some(([, { kind }]) => kind === 'presidiumMeeting') ? name : [],
  ),
)

/** A decision of the presidium, which says at which meeting it was made, or how else. */
export const isOfPresidium = (action: string): action is SuggestionAction => ofPresidium.has(action)

/** While its minutes are not approved yet, so that what names it stands in them. */
const writtenIn: readonly MeetingState[] = ['open', 'ended', 'drafted']

/**
 * Keeps at which meeting it was decided, so that the minutes of that say it by themselves.
 * @throws Refusal `bad_input` where it says neither a meeting nor in words how it was decided
 */
export async function decidedAt(step: StepOf<SuggestionRecord>): Promise<{ decidedHow: string } | void> {
  const { tx, record, action, form, now } = step
  const { presidiumMeetingId: meetingId, decidedHow } = form
  const aside = { concerned: concernedOf(record), own: proposersOf(record), unitId: record.leadUnitId }
  if (typeof meetingId !== 'string') {
    if (typeof decidedHow !== 'string') throw wrongField('decidedHow', '请填写怎么决定的。')
    await refuseUndecided(tx, record.townId, decidedHow, aside)
    return
  }
  const [[meeting], deciders] = await atOnce(tx, () =>
    Promise.all([readMeeting(tx, record.townId, meetingId), decidersOf(tx, record.townId, aside)]),
  )
  if (meeting === undefined) throw wrongField('presidiumMeetingId', '没有这次主席团会议，请重新选择。')
  if (!writtenIn.includes(meeting.state))
    throw wrongField(
      'presidiumMeetingId',
      meeting.state === 'approved'
        ? '这次会的纪要已经通过，不再写进去：请不选会议，在“怎么决定的”里写是哪一次。'
        : '这次会还没有开，请选开过的，或者在“怎么决定的”里写。',
    )
  // Whom it concerns decides nothing, at a meeting either.
  const how = [meeting.title, decidedHow].filter(Boolean).join('，')
  deciders.refuse('主席团会议')
  await tx.insert(PresidiumDecision, {
    ...{ id: newId(), townId: record.townId, meetingId, suggestionId: record.id, action, decidedAt: now },
  })
  return { decidedHow: how }
}

async function readMeeting(tx: Tx, townId: string, meetingId: string) {
  const { meetings } = await readTogether(tx, {
    meetings: part<{ id: string; title: string | null; state: MeetingState }>({
      columns: { id: 'v.id', title: 'v.title', state: 'm.state' },
      from: `FROM meeting v JOIN matter m ON m.id = v.id
        WHERE v.town_id = ? AND v.id = ? AND v.meeting_kind = 'presidiumMeeting'`,
      order: 'v.id',
      parameters: [townId, meetingId],
    }),
  })
  return meetings
}
