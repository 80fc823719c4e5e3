import * as z from 'zod/mini'
import { get, named } from '../grammar/endpoint'
import { id } from '../grammar/fields'
import { ruleSubjects } from '../registers/congress-rules'
import { spreadsheet } from '../grammar/register'
import { structureParts } from '../rules/deputy-bands'

/** How a congress is made up: counts alone, nobody is named. */
export const deputyStructure = z.strictObject({
  total: z.int(),
  parts: z.array(
    z.strictObject({
      part: z.enum(structureParts),
      word: z.string(),
      rows: z.array(z.strictObject({ key: z.string(), name: z.string(), count: z.int() })),
    }),
  ),
})
export type DeputyStructure = z.output<typeof deputyStructure>

export const showDeputyStructure = get('/towns/:town/deputy-structure', {
  who: 'followFigures',
  says: '镇代表结构：年龄、政治面貌、职业、性别、学历各多少人',
  output: deputyStructure,
})

export const takeDeputyStructure = get('/towns/:town/deputy-structure/table', {
  who: 'followFigures',
  says: '镇代表结构，电子表格',
  mediaType: spreadsheet,
  output: z.unknown(),
})

/** 人大干部队伍 (catalogue 5): who holds the posts of chair and vice-chair, by town; nobody is named. */
export const showCountyStaff = get('/counties/:county/congress-staff', {
  who: 'account',
  says: '全县人大干部队伍：每镇主席、副主席几名，专职几名，兼几项工作；全县合起来的性别、政治面貌、学历',
  output: z.strictObject({
    /** All of them together by gender, party and education; null of fewer than five. */
    madeUp: z.nullable(deputyStructure),
    towns: z.array(
      z.strictObject({
        ...named.shape,
        chairs: z.int(),
        viceChairs: z.int(),
        fullTime: z.int(),
        concurrent: z.int(),
        /** The most that one of them does besides; null where nobody has said. */
        mostDuties: z.nullable(z.int()),
      }),
    ),
  }),
})
export type TownStaff = z.output<typeof showCountyStaff.output>['towns'][number]

const ruleHead = {
  id: id(),
  name: z.string(),
  subject: z.enum(Object.keys(ruleSubjects) as (keyof typeof ruleSubjects)[]),
  adoptedBy: z.nullable(z.string()),
  adoptedOn: z.nullable(z.iso.date()),
}

export const showAbout = get('/towns/:town/about', {
  who: 'anyone',
  says: '本镇和镇人大：多少村、多少人，历年大事，现行制度',
  output: z.strictObject({
    villages: z.int(),
    naturalVillages: z.int(),
    groups: z.int(),
    households: z.int(),
    population: z.int(),
    deputies: z.int(),
    events: z.array(z.strictObject({ year: z.int(), month: z.nullable(z.int()), text: z.string() })),
    rules: z.array(z.strictObject(ruleHead)),
  }),
})
export type About = z.output<typeof showAbout.output>

export const showCongressRule = get('/towns/:town/congress-rules/:id', {
  who: 'anyone',
  says: '一项现行制度的全文，可以打印上墙',
  output: z.strictObject({ ...ruleHead, text: z.string() }),
})
