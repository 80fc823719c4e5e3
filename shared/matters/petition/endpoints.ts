import * as z from 'zod/mini'
import { evidence } from '../../grammar/by-word'
import { get, named, post } from '../../grammar/endpoint'
import { choice, day, line, maybe, nickname, paragraph, phone, tick } from '../../grammar/fields'
import { matterView } from '../../grammar/matter-view'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { spokenWays } from '../../words/words'
import { lookReasons, lookView } from '../opinion/looks'
import { petitionActions, petitionFolder as folder, petitionTable } from './table'
import { type PetitionKind, petitionKinds, type PetitionOffice, petitionOffices } from './words'

const hiddenWhen = { field: 'unnamed', is: true } as const
const said = {
  kind: choice('是哪一类', petitionKinds),
  text: paragraph('什么事', 2000, { help: '照实说。不公开，也不给被反映的单位看。' }),
  about: maybe(line('说的是哪个单位、哪个人', 60)),
  aboutOffice: maybe(tick('说的是镇人大办的工作人员', { help: '打了勾，镇人大办的人看不到，由主席团办。' })),
  unnamed: maybe(tick('不留姓名')),
  name: maybe(nickname('怎么称呼', 20, { hiddenWhen })),
  phone: maybe(phone('电话', { help: '好告知您结果，只有经办的人说明原因才能打开。', hiddenWhen })),
}
/** What stands on the receipt. */
const receipt = z.strictObject({ id: z.string(), no: z.string(), noticeBy: z.iso.date() })
export type PetitionReceipt = z.output<typeof receipt>

export const writePetition = post(folder, {
  who: 'writeOpinion',
  says: '信访、举报、打官司的事：登记下来，告诉您该由哪里办，不公开，不给被反映的单位看',
  input: z.strictObject(said),
  output: receipt,
})

export const recordPetition = post(`${folder}/recorded`, {
  who: 'recordVoice',
  says: '代当面、打电话、写信来的群众登记信访、举报、打官司的事',
  input: z.strictObject({
    ...said,
    spokeHow: choice('怎么说的', spokenWays),
    spokeOn: day('哪天说的', 'handedIn'),
    evidence,
  }),
  output: receipt,
})

export const petitionView = z.strictObject({
  ...matterView(petitionTable),
  no: z.string(),
  kind: z.enum(Object.keys(petitionKinds) as PetitionKind[]),
  /** For whoever handles it and whoever wrote it. */
  text: z.nullable(z.string()),
  about: z.nullable(z.string()),
  /** What came along from the message that it was before. */
  attachments: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['photo', 'voice', 'paper']),
      /** Of a recording. */
      seconds: z.nullable(z.int()),
      /** Of a paper: what it is called when it is taken away. */
      name: z.nullable(z.string()),
    }),
  ),
  author: z.nullable(z.strictObject({ named: z.boolean(), hasPhone: z.boolean() })),
  office: z.nullable(z.enum(Object.keys(petitionOffices) as PetitionOffice[])),
  where: z.nullable(z.string()),
  theirReceipt: z.nullable(z.string()),
  /** Until when whoever it was passed on to may send it back; for whoever handles it. */
  sentBackBy: z.nullable(z.iso.date()),
  unit: z.nullable(named),
  summary: z.nullable(z.string()),
  noticedOn: z.nullable(z.iso.date()),
  looks: z.array(lookView),
})
export type PetitionView = z.output<typeof petitionView>

export const showPetition = get(`${folder}/:id`, {
  who: 'person',
  says: '一件信访登记：由哪里办、告知了没有；只有本人和经办的人看得到',
  output: petitionView,
})

export const listMyPetitions = get('/towns/:town/my-petitions', {
  who: 'writeOpinion',
  says: '我登记的信访事项，新的在前',
  query: z.strictObject({}),
  output: z.strictObject({
    items: z.array(z.strictObject({ id: z.string(), no: z.string(), plain: z.string(), on: z.iso.date() })),
  }),
})

/** Whoever shows the receipt hears where it stands and who opened their name; the words are not in it. */
export const showReceipt = post('/towns/:town/petition-receipts', {
  who: 'recordVoice',
  says: '凭信访回执号看由哪里办、谁看过姓名和电话，说给来问的群众听',
  input: z.strictObject({ code: line('回执号', 12, { help: '回执上的 8 个数字。' }) }),
  output: petitionView,
})

export const lookAtAuthor = post(`${folder}/:id/looks`, {
  who: 'person',
  says: '打开信访人的姓名和电话：写明为什么，本人看得到',
  input: z.strictObject({ reason: choice('为什么看', lookReasons) }),
  output: z.strictObject({ name: z.nullable(z.string()), phone: z.nullable(z.string()) }),
})

/** One for each row of the table. */
export const petitionSteps = stepEndpoints(petitionActions, folder, 'person', petitionView)
