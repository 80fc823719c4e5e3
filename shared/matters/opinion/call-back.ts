import * as z from 'zod/mini'
import { day, maybe, nickname, paragraph, phone, picked, presetChoice, tick } from '../../grammar/fields'
import type { Day } from '../../rules/days'

/** When it suits whoever waits for the call. */
export const callTimes = { any: '什么时候都行', morning: '上午', noon: '中午', evening: '晚上' } as const
export type CallTime = keyof typeof callTimes

/** As sentences say it: `晚上方便`. */
export const spokenTime = (time: CallTime) => (time === 'any' ? '什么时候都' : callTimes[time])

/** From this hour of Beijing on the day itself a call counts as close, so that the reminder comes before it suits. */
export const remindedFrom: Readonly<Record<CallTime, number>> = { any: 8, morning: 8, noon: 11, evening: 17 }

const when = presetChoice('什么时候方便', callTimes, 'any')
const on = maybe(day('最晚哪天打', 'arranged', { help: '不选，就是两三个工作日之内。' }))
const away = maybe(tick('我在外地', { help: '上面没有选时间的，请代表晚上打。' }))

/** What a message that asks for a call says besides its words. */
export const callWish = z.strictObject({ when, on, away })
export type CallWish = z.output<typeof callWish>

/** Whoever is away works by day (field note M8). */
export const timeOfCall = ({ when: named, away: isAway }: Pick<CallWish, 'when' | 'away'>): CallTime =>
  named === 'any' && isAway === true ? 'evening' : named

/** “请代表给我回电话”: for whoever does not type (VOICE §3, M8, M11). It becomes a message, with the limit of one. */
export const callBackForm = z.strictObject({
  deputyId: picked('代表', 'deputy', { help: '请哪位代表打，本村的排在前面。' }),
  phone: phone('电话', { help: '只有这位代表和镇人大办看得到。' }),
  when,
  on,
  away,
  name: maybe(nickname('怎么称呼您', 20)),
  about: maybe(paragraph('什么事', 300, { help: '不写也行，电话里说。' })),
})
export type CallBack = z.output<typeof callBackForm>

/** What the deputy reads. */
export const callBackWords = (asked: Pick<CallBack, 'when' | 'away' | 'about'>) =>
  [
    asked.when === 'any'
      ? '请给我回个电话，什么时候都行。'
      : `请给我回个电话，${callTimes[asked.when]}方便。`,
    asked.away ? '我在外地。' : '',
    asked.about ?? '',
  ].join('')

/** How a call went. */
export const callOutcomes = { talked: '打通了', noAnswer: '没打通' } as const

/** What stands in the conversation after a call. */
export const saidByPhone = (said: string) => `打了电话：${said}`

/** To the deputy and to whoever asked, when the wish has arrived. */
export const callAskedOfDeputy = '有群众请您打个电话：请在{deadline}前打，{when}方便。'
export const callPromised = '{deputy}收到了，会在{deadline}前给您打电话，请留意来电。'

export const callView = z.strictObject({
  /** Null until it has come to a deputy, where its writer named no day. */
  on: z.nullable(z.iso.date()),
  time: z.enum(Object.keys(callTimes) as CallTime[]),
  /** How often it rang and nobody answered. */
  tries: z.int(),
})

/** What is kept of it with the message. */
export interface CallAsked {
  callOn: Day | null
  callTime: CallTime | null
  calledOn: Day | null
}

/** Nobody has called yet who was asked to. */
export const isCallOpen = ({ callTime, calledOn }: CallAsked) => callTime !== null && calledOn === null
