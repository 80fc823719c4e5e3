import * as z from 'zod/mini'
import { stateNames } from '../../shared/grammar/decide'
import { suggestionTable } from '../../shared/matters/suggestion/table'
import type { ActionRow } from '../../shared/grammar/matter'
import type { Party } from '../../shared/words/parties'
import { matterTables } from '../../shared/workflow'

test('every state of the glossary is in the table, and no other', () => {
  const glossary =
    'draft submitted underReview revisionRequested notAccepted merged withdrawn accepted assigned returnRequested received handling extensionRequested replied evaluated reHandling tracking escalated closed archived'
  expect([...stateNames(suggestionTable)].sort()).toEqual(glossary.split(' ').sort())
})

const rows = Object.entries(matterTables).flatMap(([kind, { actions }]) =>
  Object.entries<ActionRow<string, Party, string>>(actions).map(([name, row]) => ({ ...row, name, kind })),
)

test('whatever writes down that people met has the gate of its day', () => {
  // A telephone call is of now; an answer by post has its own day; the leader's notes and papers are no meeting.
  const noMeeting =
    'recordReminder recordUpwardAnswer reportKeyProgress noteProgress noteReply rate noteFinding'
  const recorded = rows.filter(({ label }) => label.startsWith('登记'))
  expect(recorded.length).toBeGreaterThan(7)
  expect(
    recorded
      .filter(({ name, meeting }) => meeting === undefined && !noMeeting.split(' ').includes(name))
      .map(({ name }) => name),
  ).toEqual([])
  // Whatever is fixed for a day ahead is written down by a step that waits for that day.
  expect(
    rows.flatMap(({ name, meeting, needs }) =>
      meeting && 'gate' in meeting && !needs.includes(meeting.gate) ? [name] : [],
    ),
  ).toEqual([])
})

test('what many may be taken through after one look asks for nothing', () => {
  const together = rows.filter(({ manyAtOnce }) => manyAtOnce)
  expect(together.map(({ name }) => name)).toEqual(['startReview', 'archive', 'printNext'])
  expect(together.filter(({ input }) => !z.safeParse(input, {}).success)).toEqual([])
})

test('whatever disputes or corrects says what becomes of the public line it speaks of', () => {
  const undoing = rows.filter(
    ({ name, kind }) => kind === 'suggestion' && /^(dispute|correct|takeBack)/.test(name),
  )
  expect(undoing.map(({ name, takesBack }) => [name, Object.keys(takesBack ?? {})])).toEqual([
    ['disputeConsultation', ['consult']],
    ['correctReply', ['reply', 'correctReply']],
    ['correctRatedReply', ['evaluate', 'evaluateByWord', 'reply', 'correctReply']],
    ['takeBackExtension', ['requestExtension']],
    ['disputeConsultationByWord', ['consult']],
    // It is told with the one it is handled with.
    ['correctMerged', []],
  ])
})
