import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import * as z from 'zod/mini'
import { contract } from '../server/http/contract'
import { fieldForms } from '../shared/grammar/fields'

/**
 * What software that counts people's acts must never do (国办函〔2026〕12号; 个人信息保护法 6, 24, 28; 代表法 10, 26): nobody's
 * log-ins are counted, nobody gets points, persons are not put in order by a number, and no photo, place or check-in is
 * demanded. A text, a field or a column that trips this is not excused; it is reworded or dropped.
 */
const root = path.resolve(__dirname, '..')
const listed = (...folders: string[]) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && fs.existsSync(path.join(root, file)))
const textOf = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')

/** Every Chinese text that people may read, from both builds, both ends and the demo. */
function textsIn(file: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    const isText =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node) ||
      ts.isJsxText(node)
    if (isText && /\p{Script=Han}/u.test(node.text)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true, scriptKind(file)))
  return found
}
const scriptKind = (file: string) => (file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)

/** Said of persons they are wrong; that something is *not* done may be said. */
const wrongWords = [
  '登录次数|登录率|活跃度|在线时长|最近登录|使用率|安装率|阅读时长|已读率',
  '积分|得分|分值|加分|扣分|星级|活力值|履职指数',
  '排名|名次|排行|榜单|光荣榜|红黑榜|第一名|倒数|末位|名列前茅|垫底',
  '打卡|签到率|定位签到|轨迹',
  '建议罢免|罢免该代表|自动警示|系统评定',
].map((words) => new RegExp(`(?<!不|不是|没有)(${words})`))

test('no text counts log-ins, gives points, puts persons in order, demands a check-in, or judges by machine', () => {
  const texts = listed('shared', 'miniprogram/src', 'server', 'scripts/demo').flatMap((file) =>
    textsIn(file).map((text) => `${file}: ${text}`),
  )
  expect(texts.length).toBeGreaterThan(3000)
  expect(texts.filter((text) => wrongWords.some((words) => words.test(text)))).toEqual([])
  // That the words are found where they stand.
  expect(wrongWords.filter((words) => words.test('本月积分排名，打卡十次'))).toHaveLength(3)
})

const wrongNames = [
  /log_?ins?_?count|last_?seen|last_?active|active_?days|online|dwell|(open|read|install)_?rate/,
  /(^|_)(points?|score|credit|weight|grade|star|badge|medal)s?($|_)/,
  /(^|_)(rank|placing|percentile|quartile|top\d*|bottom)s?($|_)|(above|below)_(median|average)/,
]
const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
const isWrong = (name: string) => wrongNames.some((pattern) => pattern.test(snake(name)))

interface Def {
  shape?: Readonly<Record<string, z.core.$ZodType>>
  [part: string]: unknown
}
const defOf = (schema: z.core.$ZodType) => schema._zod.def as unknown as Def
const isSchema = (part: unknown): part is z.core.$ZodType =>
  typeof part === 'object' && part !== null && '_zod' in part

/** The names of all fields below a schema. */
function namesIn(schema: z.core.$ZodType, seen = new Set<unknown>()): string[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const { shape = {}, ...parts } = defOf(schema)
  const own = Object.entries(shape).flatMap(([name, field]) => [name, ...namesIn(field, seen)])
  const below = Object.values(parts).flatMap((part) =>
    (Array.isArray(part) ? part : [part]).filter(isSchema).flatMap((one) => namesIn(one, seen)),
  )
  return [...own, ...below]
}

test('no field of the contract and no column of the database holds such a number', () => {
  const fields = [...contract].flatMap(([name, { input, output, query }]) =>
    [input, output, query].flatMap((schema) => namesIn(schema).map((field) => `${name}.${field}`)),
  )
  expect(fields.length).toBeGreaterThan(2000)
  expect(fields.filter((field) => isWrong(field.split('.').at(-1) ?? ''))).toEqual([])
  const columns = listed('server/database/entities').flatMap((file) =>
    [...textOf(file).matchAll(/^ {2}(\w+)!:/gm)].map(([, column = '']) => `${file} ${column}`),
  )
  expect(columns.length).toBeGreaterThan(500)
  expect(columns.filter((column) => isWrong(column.split(' ').at(-1) ?? ''))).toEqual([])
  expect(['dutyScore', 'lastSeenAt', 'rank', 'loginCount'].filter(isWrong)).toHaveLength(4)
})

test('no form demands a photo, and nothing asks a phone where it is', () => {
  const demanding = [...contract].flatMap(([name, { input }]) =>
    [...fieldForms(input), ...stepForm(input)].flatMap(([field, { kind }]) =>
      kind === 'photos' && !takesNone(input, field) ? [`${name}.${field}`] : [],
    ),
  )
  expect(demanding).toEqual([])
  const photos = [...contract].flatMap(([, { input }]) =>
    [...fieldForms(input), ...stepForm(input)].filter(([, { kind }]) => kind === 'photos'),
  )
  expect(photos.length).toBeGreaterThan(2)
  const asking = listed('miniprogram/src').filter((file) =>
    /getLocation|chooseLocation|startLocationUpdate|getWeRunData/.test(textOf(file)),
  )
  expect(asking).toEqual([])
})

/** Of a step the form stands below its version. */
const formOfStep = (input: z.core.$ZodType) => defOf(input).shape?.form
const stepForm = (input: z.core.$ZodType) => {
  const form = formOfStep(input)
  return form === undefined ? [] : fieldForms(form as z.ZodMiniType)
}
function takesNone(input: z.core.$ZodType, field: string) {
  const form = formOfStep(input)
  const schema = defOf(input).shape?.[field] ?? (form && defOf(form).shape?.[field])
  return schema !== undefined && [undefined, []].some((none) => z.safeParse(schema, none).success)
}
