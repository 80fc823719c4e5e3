import * as z from 'zod/mini'
import { actionNames } from '../../grammar/decide'
import { choice, id, line, maybe, nickname, phone, picked, presetChoice, tick } from '../../grammar/fields'
import { pickedArea } from '../../grammar/picked-area'
import { lookView } from './looks'
import { opinionActions, type OpinionState, opinionTable } from './table'
import { type Party, parties } from '../../words/parties'
import { callView, callWish } from './call-back'
import { carriedView, saysSomething, spokenOrWritten } from './attachments'
import * as words from '../../words/words'
import { fileView } from '../../files'
import { timelineStep, fiveDisclosures } from '../../api/board'
import { cursor, done, get, named, pageOf, post } from '../../grammar/endpoint'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { due } from '../../grammar/due-fields'
import { type ToldHowState, toldHowTable } from '../told-how/table'
import { allToldHows, type ToldHow, toldWords, untoldReasons } from '../told-how/words'
import { matterView } from '../../grammar/matter-view'

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]
const action = z.enum(actionNames(opinionTable))
const state = z.enum(keys<OpinionState>(opinionTable.states))
const party = z.enum(keys<Party>(parties))

const hiddenWhen = { field: 'unnamed', is: true } as const

/** What stands with one message for good: nothing left empty here is taken from the profile. */
export const opinionForm = z
  .strictObject({
    deputyId: maybe(picked('代表', 'deputy', { instead: true, hiddenWhen: { field: 'unsure', is: true } })),
    unsure: maybe(tick('不知道找谁，请帮我转给合适的代表')),
    stationId: z.optional(id()),
    kind: choice('是哪一种事', words.opinionKinds),
    ...spokenOrWritten('想说的话', '什么地方、什么事，想到哪说到哪。'),
    forWhom: presetChoice('是谁的事', words.forWhom, 'self'),
    unnamed: maybe(tick('不留姓名', { help: '代表和镇人大办看到的是“一位群众”。' })),
    name: maybe(nickname('怎么称呼', 20, { hiddenWhen })),
    phone: maybe(phone('电话', { help: '代表好给您回话，只有代表和镇人大办看得到。', hiddenWhen })),
    villageId: maybe(picked('是哪个村的', 'village')),
    areaId: maybe(pickedArea('是哪个小组的')),
    place: maybe(line('在什么地方', 60, { help: '例如“村东头桥边”，不写也行。' })),
    /** The deputy shall call: by when, and at which time of the day. */
    call: z.optional(callWish),
    /** The same words were sent a moment ago, and this is meant as another message. */
    again: z.optional(z.literal(true)),
  })
  .check(
    saysSomething('想说的话'),
    z.refine(({ deputyId, unsure }) => deputyId !== undefined || unsure === true, {
      error: '请选择代表。不知道找谁，就勾上“不知道找谁”。',
      path: ['deputyId'],
    }),
    z.refine(({ call, phone: number, unnamed }) => call === undefined || (number !== undefined && !unnamed), {
      error: '请填写电话，代表才能打给您。',
      path: ['phone'],
    }),
  )

export const opinionRow = z.strictObject({
  id: id(),
  version: z.int(),
  kind: z.enum(keys(words.opinionKinds)),
  /** The first words of the opinion. */
  summary: z.string(),
  state,
  plain: z.string(),
  deputy: z.string(),
  /** Whom one talks with, as sentences name them: where no deputy is there for it, the office. */
  to: z.string(),
  /** For the sender alone: whom it was written for, where that is somebody else. */
  writtenFor: z.nullable(z.string()),
  waitsFor: z.nullable(party),
  due: z.nullable(due),
  changedAt: z.iso.datetime(),
  actions: z.array(action),
})
export type OpinionRow = z.output<typeof opinionRow>

/** That whoever it is about heard how it ended, or why they could not. */
const told = z.strictObject({
  id: id(),
  version: z.int(),
  state: z.enum(keys<ToldHowState>(toldHowTable.states)),
  how: z.nullable(z.enum(keys<ToldHow>(allToldHows))),
  toldOn: z.nullable(z.iso.date()),
  toldBy: z.nullable(z.string()),
  inWords: z.nullable(z.enum(keys(toldWords))),
  said: z.nullable(z.string()),
  because: z.nullable(z.enum(keys(untoldReasons))),
})

export const opinionView = z.strictObject({
  ...opinionRow.shape,
  ...matterView(opinionTable),
  /** Only for the deputy and the congress office; null for the resident himself. */
  resident: z.nullable(
    z.strictObject({
      /** Name and number are opened with a reason: `looks.ts`. */
      named: z.boolean(),
      hasPhone: z.boolean(),
      writtenByAnother: z.boolean(),
      /** Somebody without a phone: the code of the slip that they took with them. */
      slip: z.nullable(z.string()),
    }),
  ),
  /** Who opened the name and the number, oldest first. */
  looks: z.array(lookView),
  village: z.nullable(named),
  /** The part of that village, as `大坝口 三组`. */
  area: z.nullable(z.string()),
  station: z.nullable(z.string()),
  /** Where it is, in the words of whoever wrote. */
  place: z.nullable(z.string()),
  /** Why it went there, where its writer knew nobody. */
  whyTo: z.nullable(z.string()),
  messages: z.array(
    z.strictObject({
      by: z.enum(['resident', 'deputy']),
      /** Which deputy said it; another than now where it was passed on. */
      deputy: z.nullable(z.string()),
      text: z.string(),
      at: z.iso.datetime(),
      ...carriedView,
      /** The resident does not see it: not checked yet, or sent back to be written again. */
      withheld: z.boolean(),
    }),
  ),
  /** The call that whoever wrote has asked for, as long as nobody has made it. */
  call: z.nullable(callView),
  /** How the last end of it was told; null as long as it has not ended. */
  told: z.nullable(told),
  /** Of what was typed for somebody; none of it is shown to the resident. */
  papers: z.array(z.strictObject({ at: z.iso.datetime(), files: z.array(fileView) })),
  explanation: z.nullable(z.string()),
  referredTo: z.nullable(z.enum(keys(words.referrals))),
  /** Of the deputy's last words while the resident is not shown them; null for the resident himself. */
  unseen: z.nullable(
    z.strictObject({
      standing: z.enum(keys(words.unseenStandings)),
      reason: z.nullable(z.string()),
    }),
  ),
  rating: z.nullable(z.enum(keys(words.satisfactions))),
  ratingComment: z.nullable(z.string()),
  /** Where the suggestion stands that came of it, in the words of the public page. */
  suggestion: z.nullable(
    z.strictObject({
      id: id(),
      subject: z.string(),
      plain: z.string(),
      disclosures: z.nullable(fiveDisclosures),
      timeline: z.array(timelineStep),
    }),
  ),
})
export type OpinionView = z.output<typeof opinionView>

export const writeOpinion = post('/towns/:town/opinions', {
  who: 'writeOpinion',
  says: '给代表留言',
  input: opinionForm,
  output: opinionView,
})

export const listMyOpinions = get('/towns/:town/my-opinions', {
  who: 'person',
  says: '我反映的事',
  query: z.strictObject({ cursor }),
  output: pageOf(opinionRow),
})

export const showOpinion = get('/towns/:town/opinions/:id', {
  who: 'person',
  says: '一件留言：对话、办到哪一步、我能做什么',
  output: opinionView,
})

/** Asked once the page of it has been shown: whoever wrote has read how it ended. */
export const noteEndSeen = post('/towns/:town/opinions/:id/end-seen', {
  who: 'person',
  says: '办结的结果我看到了',
  input: z.strictObject({}),
  output: done,
})

export const opinionSteps = stepEndpoints(opinionActions, '/towns/:town/opinions', 'person', opinionView)
