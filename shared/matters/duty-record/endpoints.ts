import * as z from 'zod/mini'
import { dutyKinds, handKinds } from '../../duty/kinds'
import { get, post } from '../../grammar/endpoint'
import { amount, choice, day, line, maybe, paragraph, picked, tick } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { spokenWays } from '../../words/words'
import { dutyRecordActions, dutyRecordFolder as folder, dutyRecordTable } from './table'

export const dutyRecordView = z.strictObject({
  ...matterView(dutyRecordTable),
  deputy: z.string(),
  dutyKind: z.enum(handKinds),
  doneOn: z.iso.date(),
  doneUntil: z.nullable(z.iso.date()),
  subject: z.string(),
  text: z.nullable(z.string()),
  organiser: z.nullable(z.string()),
  place: z.nullable(z.string()),
  persons: z.nullable(z.int()),
})
export type DutyRecordView = z.output<typeof dutyRecordView>

/** What was done. A photo, a place on a map and a proof are asked of nobody. */
const whatWasDone = {
  dutyKind: choice(
    '哪一类',
    Object.fromEntries(handKinds.map((kind) => [kind, dutyKinds[kind].word])) as Record<
      (typeof handKinds)[number],
      string
    >,
  ),
  doneOn: day('哪天', 'happened'),
  doneUntil: maybe(day('哪天结束', 'happened', { help: '只有一天的不用填。' })),
  subject: line('什么事', 40, { help: '例如“县里的代表培训班”。' }),
  text: maybe(paragraph('做了什么', 500, { help: '可不写。不写群众的姓名和电话。' })),
  organiser: maybe(line('谁组织的', 40)),
  place: maybe(line('在哪里', 40)),
  persons: maybe(amount('多少人参加或受益', 999)),
  again: maybe(tick('不是同一件事，照样记', { onceAsked: true })),
}

export const recordDuty = post(folder, {
  who: 'followOwnDuties',
  says: '补记自己做过、别处没有记的一件事，镇人大办核实以后记入履职档案',
  input: z.strictObject(whatWasDone),
  output: dutyRecordView,
})

export const recordDutyFor = post(`${folder}-by-word`, {
  who: 'keepAllRecords',
  says: '代没有手机的代表记一件，当时就记入履职档案，并告诉本人',
  input: z.strictObject({
    deputyId: picked('哪位代表', 'deputy'),
    spokeHow: choice('怎么说的', spokenWays),
    ...whatWasDone,
  }),
  output: dutyRecordView,
})

export const showDutyRecord = get(`${folder}/:id`, {
  who: 'followWork',
  says: '一件补记和它的经过；本人和镇人大办看得到',
  output: dutyRecordView,
})

/** One for each row of the table. */
export const dutyRecordSteps = stepEndpoints(dutyRecordActions, folder, 'followWork', dutyRecordView)
