import { summaryTable } from '../../../shared/matters/deliberation-summary/table'
import { summaryTitle, theGovernment } from '../../../shared/matters/deliberation-summary/words'
import { meetingKinds } from '../../../shared/matters/meeting/kinds'
import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { matterPage } from '../../../shared/words/pages'
import { person, post, unit } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { isPrivate, openIn, readSummary, unusedIn } from './record'

/** What was said at one meeting, until the presidium has heard the answers to it. */
export const kind = kindOf(summaryTable, {
  read: readSummary,
  head: ({ meeting, meetingKind, unitId }) => ({
    ...{ title: summaryTitle(meeting), number: null, note: meetingKinds[meetingKind].word, unitId },
  }),
  holders: (_, record) => ({
    congressOffice: [post('congressOffice')],
    presidium: [post('presidiumMember')],
    governmentUnit: record.unitId === null ? [] : [unit(record.unitId)],
    expected: isPrivate(record) ? [] : record.deputies.map(person),
  }),
  parties: { congressOffice: 'listed', presidium: 'listed', governmentUnit: 'listed', expected: 'aside' },
  gates: (record) => ({
    notesFree: record.notes.some(({ itemId }) => itemId === null),
    everyNoteUsed: unusedIn(record).length === 0,
    itemsThere: record.items.length > 0,
    noItems: record.items.length === 0,
    askedOnce: !record.isSentBack,
  }),
  facts: (record) => ({ count: `${unusedIn(record).length}` }),
  effects,
  words: (record, now) => ({
    subject: summaryTitle(record.meeting),
    count: `${openIn(record).length}`,
    whose: record.unit ?? theGovernment,
    ...(record.dueOn === null ? {} : { deadline: spokenDay(record.dueOn, beijingDay(now)) }),
  }),
  page: (_, townId, id) => matterPage(summaryTable.kind, townId, id),
  /** With the last answer the presidium is asked to hear them. */
  follows: (_, record, { action }) =>
    Promise.resolve(
      (action === 'answer' || action === 'answerByWord') && openIn(record).length === 0
        ? [{ id: record.id, action: 'complete' }]
        : [],
    ),
})
