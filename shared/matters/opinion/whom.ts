import * as z from 'zod/mini'
import { post } from '../../grammar/endpoint'
import { maybe, paragraph, picked } from '../../grammar/fields'

/** Why a message that named nobody went to whom it went; kept with it until somebody passes it on. */
export const whyTo = {
  topic: '他联系您这个村，办过相近的事。',
  village: '他联系您这个村。',
  group: '您这个村的代表还没有用上微信，先转给他们的小组组长。',
  office: '现在没有代表联系您这个村，镇人大办会找到合适的代表转过去。',
} as const
export type WhyTo = keyof typeof whyTo

/** What its writer reads, and is told, while the office looks for a deputy. */
export const findingDeputy = '您的话收到了，镇人大办正在找合适的代表，转过去以后再告诉您。'

export const whomView = z.strictObject({
  /** As sentences name them. */
  name: z.string(),
  why: z.string(),
})

/** Words go in the body: no address carries what somebody says. */
export const findWhom = post('/towns/:town/whom-to-tell', {
  who: 'writeOpinion',
  says: '不知道找谁时，这件事会转给谁，为什么',
  input: z.strictObject({
    villageId: maybe(picked('是哪个村的', 'village')),
    text: maybe(paragraph('想说的话', 1000)),
  }),
  output: whomView,
})
