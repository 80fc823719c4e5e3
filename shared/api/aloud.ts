import * as z from 'zod/mini'
import { get, post } from '../grammar/endpoint'
import { choice, day, maybe, personName, picked } from '../grammar/fields'
import { type ReadingWay, readingWays } from '../words/aloud'

const aloud = z.strictObject({
  item: z.string(),
  unit: z.nullable(z.string()),
  plain: z.string(),
  sentence: z.nullable(z.string()),
  /** Of its code, where one is in force. */
  scene: z.nullable(z.string()),
  /** For the microphone, and how long it reads; null as long as what is public of it is looked at or was taken back. */
  spoken: z.nullable(z.string()),
  seconds: z.int(),
  /** That it was read out or hung up: the last one first. */
  readings: z.array(
    z.strictObject({
      how: z.enum(Object.keys(readingWays) as ReadingWay[]),
      on: z.iso.date(),
      by: z.string(),
      village: z.nullable(z.string()),
    }),
  ),
})
export type Aloud = z.output<typeof aloud>

export const showAloud = get('/towns/:town/aloud/:id', {
  who: 'readAloud',
  says: '一件公开的建议怎么念、怎么贴：不超过 60 秒的广播稿和 A4 公告，谁哪天在哪个村念过、贴过',
  output: aloud,
})

export const noteReading = post('/towns/:town/aloud/:id/readings', {
  who: 'readAloud',
  says: '记下念过了、贴过了',
  input: z.strictObject({
    how: choice('怎么说的', readingWays),
    readOn: day('哪天', 'happened'),
    by: personName('谁念的、谁贴的', 20),
    villageId: maybe(picked('在哪个村', 'village', { help: '不选就是全镇。' })),
  }),
  output: aloud,
})
