import * as z from 'zod/mini'
import { type PushKind, pushKinds } from '../words/messages'
import { done, get, post } from '../grammar/endpoint'

const templateId = z.string().check(z.minLength(1), z.maxLength(64))

/** What somebody answered in WeChat's question, told after the tap; nothing waits for it. */
export const reportConsents = post('/consents', {
  who: 'account',
  says: '记下在微信里同意或拒绝了哪些提醒',
  input: z.strictObject({
    /** The screen in whose tap it was asked. */
    tap: z.string().check(z.maxLength(60)),
    answers: z
      .array(
        z.strictObject({
          template: templateId,
          answer: z.enum(['accept', 'reject', 'ban', 'filter', 'acceptWithAudio', 'acceptWithAlert']),
        }),
      )
      .check(z.maxLength(5)),
    /** Choices that WeChat keeps (“总是保持以上选择”). */
    kept: z
      .array(z.strictObject({ template: templateId, choice: z.enum(['accept', 'reject', 'ban']) }))
      .check(z.maxLength(20)),
  }),
  output: done,
})

export const showConsents = get('/consents', {
  who: 'account',
  says: '我还能收到几条微信提醒，和微信替我记住的选择',
  output: z.strictObject({
    templates: z.array(
      z.strictObject({
        template: z.string(),
        /** What comes with it. */
        kinds: z.array(z.enum(Object.keys(pushKinds) as PushKind[])),
        /** As far as is known; null where it is granted for good. */
        remaining: z.nullable(z.int()),
        kept: z.nullable(z.enum(['accept', 'reject', 'ban'])),
      }),
    ),
  }),
})
