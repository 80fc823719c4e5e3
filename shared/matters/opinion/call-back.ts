import * as z from 'zod/mini'
import { maybe, nickname, paragraph, phone, picked, presetChoice, tick } from '../../grammar/fields'

/** When it suits whoever waits for the call; those who are away work by day. */
export const callTimes = { any: '什么时候都行', morning: '上午', noon: '中午', evening: '晚上' } as const

/** “请代表给我回电话”: for whoever does not type (VOICE §3, M8, M11). It becomes a message, with the limit of one. */
export const callBackForm = z.strictObject({
  deputyId: picked('代表', 'deputy', { help: '请哪位代表打，本村的排在前面。' }),
  phone: phone('电话', { help: '只有这位代表和镇人大办看得到。' }),
  when: presetChoice('什么时候方便', callTimes, 'any'),
  away: maybe(tick('我在外地')),
  name: maybe(nickname('怎么称呼您', 20)),
  about: maybe(paragraph('什么事', 300, { help: '不写也行，电话里说。' })),
})
export type CallBack = z.output<typeof callBackForm>

/** What the deputy reads. */
export const callBackWords = ({ when, away, about }: Pick<CallBack, 'when' | 'away' | 'about'>) =>
  [
    when === 'any' ? '请给我回个电话，什么时候都行。' : `请给我回个电话，${callTimes[when]}方便。`,
    away ? '我在外地。' : '',
    about ?? '',
  ].join('')
