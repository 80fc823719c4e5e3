import { groupQuestionTable } from '../../../shared/matters/group-question/table'
import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { matterPage } from '../../../shared/words/pages'
import { group, person, post } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { readQuestion, unansweredIn } from './record'

/** A row of a list has no room for more. */
const titleSigns = 100

/** One question to all groups, until each of them has answered. */
export const kind = kindOf(groupQuestionTable, {
  read: readQuestion,
  head: ({ question }) => ({ title: question.slice(0, titleSigns), number: null, note: null }),
  holders: (_, record) => {
    const open = new Set(unansweredIn(record).map(({ id }) => id))
    return {
      congressOffice: [post('congressOffice')],
      presidium: [post('presidiumMember')],
      groupLeader: record.leaders.filter(({ groupId }) => open.has(groupId)).map(({ id }) => person(id)),
      groupMember: record.groups.map(({ id }) => group(id)),
    }
  },
  parties: { congressOffice: 'listed', presidium: 'aside', groupLeader: 'listed', groupMember: 'aside' },
  gates: () => ({}),
  effects,
  words: (record, now) => ({
    subject: record.question,
    deadline: spokenDay(record.until, beijingDay(now)),
    whose: unansweredIn(record)
      .map(({ name }) => name)
      .join('、'),
  }),
  page: (_, townId, id) => matterPage(groupQuestionTable.kind, townId, id),
  /** With the last group it is complete. */
  follows: (_, record, { action }) =>
    Promise.resolve(
      (action === 'answer' || action === 'answerForGroup') && unansweredIn(record).length === 0
        ? [{ id: record.id, action: 'complete' }]
        : [],
    ),
})
