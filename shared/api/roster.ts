import * as z from 'zod/mini'
import { id, line } from '../grammar/fields'
import { cursor, get, pageOf, post } from '../grammar/endpoint'
import { spreadsheet } from '../grammar/register'
import { asLine } from '../grammar/written'
import { importRow } from './imports'

const place = { sheet: line('工作表', 20), row: z.int().check(z.minimum(1)) }
const most = 500

/** How a file is read: beside the file itself go the answers that somebody gave on the page. */
const howToRead = z.strictObject({
  fileName: line('文件名', 120),
  /** Hidden rows and sheets as well. */
  withHidden: z.boolean(),
  /** Cells that were typed anew. */
  mends: z
    .array(
      z.strictObject({
        ...place,
        heading: line('列名', 20),
        /** Empty where nothing is to stand there. */
        text: z.string().check(z.overwrite(asLine), z.maxLength(200, '一格最多 200 个字，请删减。')),
      }),
    )
    .check(z.maxLength(most, `在这里最多改 ${most} 格，请在表格里改好再选。`)),
  /** Rows that are not wanted. */
  leaves: z.array(z.strictObject(place)).check(z.maxLength(most, `最多去掉 ${most} 行。`)),
  /** Who is meant in a row: somebody of the register of this town, or, without an id, another one of that name. */
  answers: z
    .array(z.strictObject({ ...place, personId: z.nullable(line('这一位', 26)) }))
    .check(z.maxLength(most, `最多回答 ${most} 处。`)),
  /** How much was done when it was only looked at: by it the progress is told. */
  work: z.int().check(z.minimum(0)),
})
export type HowToRead = z.output<typeof howToRead>

const rosterProblem = z.strictObject({
  sheet: z.string(),
  row: z.nullable(z.int()),
  heading: z.nullable(z.string()),
  /** Whole, as the command line says it too. */
  sentence: z.string(),
  /** Who or what the row is about, and what stands in the cell. */
  title: z.string(),
  text: z.string(),
  /** Those of the register who may be meant. */
  alike: z.array(z.strictObject({ id: id(), says: z.string() })),
})
export type RosterProblem = z.output<typeof rosterProblem>

const rosterReport = z.strictObject({
  problems: z.array(rosterProblem),
  /** How many there are in all. */
  wrong: z.int(),
  notices: z.array(z.string()),
  /** Sentences about what is hidden and was not read. */
  hidden: z.array(z.string()),
  counts: z.strictObject({ added: z.int(), changed: z.int(), left: z.int() }),
  /** What is added and changed, the first few hundred. */
  lines: z.array(
    z.strictObject({
      fate: z.enum(['added', 'changed']),
      word: z.string(),
      title: z.string(),
      changes: z.array(
        z.strictObject({ label: z.string(), from: z.nullable(z.string()), to: z.nullable(z.string()) }),
      ),
    }),
  ),
  /** Who stands in the register and not in the file, with what they hold. */
  missing: z.array(z.strictObject({ id: id(), name: z.string(), holds: z.array(z.string()) })),
  work: z.int(),
  written: z.boolean(),
})
export type RosterReport = z.output<typeof rosterReport>

const table = { who: 'importRoster', input: howToRead, output: rosterReport } as const
const file = { file: 'table', fileType: spreadsheet } as const

export const checkRoster = post('/towns/:town/roster/check', {
  says: '看看导入这份名册会怎样：新增、修改、不变、要改正、说不准的；不写入',
  ...table,
  ...file,
})

export const bringRoster = post('/towns/:town/roster', {
  says: '导入名册：有一处不对就都不写入',
  ...table,
  ...file,
})

export const showProgress = get('/towns/:town/roster/progress', {
  who: 'importRoster',
  says: '正在写入的名册写到哪里了',
  /** The key under which it was sent. */
  query: z.strictObject({ sending: z.string().check(z.regex(/^[\w-]{8,64}$/)) }),
  output: z.strictObject({ done: z.int(), of: z.int() }),
})

export const takeTemplate = get('/towns/:town/roster/template', {
  who: 'importRoster',
  says: '名册的空表和填写说明，电子表格',
  mediaType: spreadsheet,
  output: z.unknown(),
})

export const listImports = get('/towns/:town/roster/imports', {
  who: 'importRoster',
  says: '导入过的名册：谁、什么时候、哪个文件、写了多少',
  query: z.strictObject({ cursor }),
  output: pageOf(importRow),
})

export const takeBackRoster = post('/towns/:town/roster/imports/:id/take-back', {
  who: 'importRoster',
  says: '把一次名册导入整个撤回，后来没有用到它的时候',
  output: importRow,
})
