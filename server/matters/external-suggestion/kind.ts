import { externalTable } from '../../../shared/matters/external-suggestion/table'
import { externalPage } from '../../../shared/words/pages'
import { type Satisfaction, satisfactions } from '../../../shared/words/words'
import { person, post } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { noteProgress, noteReply, rate } from './effects'
import { readExternal } from './record'
import { wordsOf } from './words-of'

export const kind = kindOf(externalTable, {
  read: readExternal,
  head: ({ subject, externalNo, deputy }) => ({
    title: subject,
    number: externalNo,
    note: deputy,
    names: [deputy],
  }),
  holders: (_, { deputyId }) => ({
    congressOffice: [post('congressOffice')],
    carrier: [person(deputyId)],
  }),
  parties: {
    congressOffice: 'listed',
    carrier: 'listed',
    resident: 'told',
  },
  begunOn: ({ submittedOn }) => submittedOn,
  gates: ({ repliedOn }) => ({ answered: repliedOn !== null }),
  effects: { noteProgress, noteReply, rate },
  words: wordsOf,
  page: (_, townId, id) => externalPage(townId, id),
  note: ({ note, satisfaction, why }) =>
    typeof note === 'string'
      ? note
      : typeof why === 'string'
        ? why
        : typeof satisfaction === 'string'
          ? satisfactions[satisfaction as Satisfaction]
          : null,
})
