import { dutyKinds } from '../../../shared/duty/kinds'
import type { InputOf } from '../../../shared/grammar/endpoint'
import {
  dutyRecordSteps,
  type DutyRecordView,
  showDutyRecord,
} from '../../../shared/matters/duty-record/endpoints'
import { dutyRecordTable } from '../../../shared/matters/duty-record/table'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import type { MatterParts } from './matter-parts'
import { today } from './words'

/** What a deputy recorded by hand, and whether the office has looked at it. */
export const dutyRecordMatter: MatterParts<DutyRecordView> = {
  table: dutyRecordTable,
  word: dutyRecordTable.word,
  load: (town, id) => ask(showDutyRecord, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(dutyRecordSteps[step as 'giveBack'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof dutyRecordSteps.giveBack>,
      key,
    }),
  head: ({ subject, plain, dutyKind }) => ({
    over: [dutyRecordTable.word, dutyKinds[dutyKind].word],
    title: subject,
    plain,
  }),
  eventWord: () => '补记',
  useForms: (_, { text, organiser }) => ({
    initial: (step) =>
      step === 'resubmit' ? { text: text ?? undefined, organiser: organiser ?? undefined } : {},
  }),
  facts: ({ deputy, doneOn, doneUntil, text, organiser, place, persons }) => [
    ['代表', deputy],
    [
      '日期',
      [doneOn, doneUntil].flatMap((day) => (day === null ? [] : [spokenDay(day, today())])).join('到'),
    ],
    ['做了什么', text],
    ['谁组织的', organiser],
    ['在哪里', place],
    ['人数', persons !== null && `${persons} 人`],
  ],
}
