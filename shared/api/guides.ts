import * as z from 'zod/mini'
import { type GuideReader, guideReaders } from '../words/guide-readers'
import { get } from '../grammar/endpoint'

export const showGuide = get('/towns/:town/guides', {
  who: 'anyone',
  says: '给群众、代表、镇人大办、承办单位、主席团的一页说明，天数按本镇的规则',
  query: z.strictObject({
    reader: z.enum(Object.keys(guideReaders) as GuideReader[], '请选是给谁看的。'),
  }),
  output: z.strictObject({
    title: z.string(),
    parts: z.array(z.strictObject({ head: z.string(), says: z.array(z.string()) })),
  }),
})
