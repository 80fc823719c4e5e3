import { appFeedbackTable } from '../../../shared/matters/app-feedback/table'
import { feedbackAbouts, keeperNamed } from '../../../shared/matters/app-feedback/words'
import { matterPage } from '../../../shared/words/pages'
import { person, post, resident } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { type AppFeedbackRecord, readAppFeedback } from './record'

/** What somebody has against the app itself. */
export const kind = kindOf(appFeedbackTable, {
  read: readAppFeedback,
  // What is written is read on its page alone: a list says what it is about.
  head: ({ about }) => ({
    title: `${appFeedbackTable.word}：${feedbackAbouts[about]}`,
    ...{ number: null, unsought: true },
  }),
  holders: (_, record) => ({
    appUser: writerOf(record),
    appKeeper: [post(record.countyId === null ? 'congressOffice' : 'countyStaff')],
  }),
  parties: { appUser: 'listed', appKeeper: 'listed' },
  gates: () => ({}),
  effects,
  words: ({ about, countyName }) => ({
    ...{ subject: feedbackAbouts[about], route: keeperNamed(countyName) },
  }),
  page: (_, townId, id) => matterPage(appFeedbackTable.kind, townId, id),
})

function writerOf({ personId, residentId }: AppFeedbackRecord) {
  if (personId !== null) return [person(personId)]
  return residentId === null ? [] : [resident(residentId)]
}
