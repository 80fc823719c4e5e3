import { contract } from '../../server/http/contract'
import * as z from 'zod/mini'
import { forms, line, maybe, nickname, paragraph, phone } from '../../shared/grammar/fields'
import { asLine, asName, asParagraph, asPhone } from '../../shared/grammar/written'

/** What people type and paste comes in as they see it. */
test.each([
  ['a space without width', '修\u200b路\ufeff灯', '修路灯'],
  ['marks that turn the line round', '\u202e试甲\u202c\u2066乙\u2069', '试甲乙'],
  ['a letter in two pieces', 'Cafe\u0301', 'Café'],
  ['control characters', '修水渠\u0001二\u0000组\u001b', '修水渠二组'],
  ['what is no character', '修水渠\uffff二组\ufdd0', '修水渠二组'],
  ['half a character', '修水渠\ud83d二组', '修水渠二组'],
  ['spaces of other widths', '东\u00a0\u2003西', '东  西'],
  ['a break in one line', '第一行\r\n  第二行\u2028第三行', '第一行 第二行 第三行'],
  ['a picture of several', '👨\u200d👩\u200d👧 好\u200d人', '👨\u200d👩\u200d👧 好人'],
  ['a rare character with its form', '葛\u{e0100}', '葛\u{e0100}'],
  ['a character of a far plane', '𠮷\u{1fffe}野', '𠮷野'],
  ['a sign of form after nothing', '\ufe0f路', '路'],
  ['a point of a list in Word', '\uf0b7修路', '•修路'],
  ['full-width signs, which are Chinese', '（一）修路：３００米，', '（一）修路：３００米，'],
])('%s', (_what, typed, kept) => {
  expect(asLine(typed)).toBe(kept)
  expect(asLine(kept)).toBe(kept)
})

test('a paragraph keeps its lines, without what hangs at their ends', () => {
  expect(asParagraph('\n一、修路。 \u3000\r\n二、修渠。\u0085三、种树。\u000b四\n\n\n\n\n五\t六\n')).toBe(
    '一、修路。\n二、修渠。\n三、种树。\n四\n\n\n五 六',
  )
})

test.each([
  ['李 勇', '李勇'],
  ['王　芳', '王芳'],
  ['欧 阳 娜', '欧阳娜'],
  ...['·', '•', '‧', '∙', '⋅', '･', '・', '．', '.', ' · '].map((dot) => [
    `阿依古丽${dot}买买提`,
    '阿依古丽·买买提',
  ]),
  ['J. Smith', 'J. Smith'],
  ['Mary  Ann', 'Mary Ann'],
  ['𠮷 野', '𠮷野'],
])('the name %s', (typed, kept) => expect(asName(typed)).toBe(kept))

test.each([
  ['139 0000 5555', '13900005555'],
  ['139-0000-5555', '13900005555'],
  ['+86 13900005555', '13900005555'],
  ['0086 139 0000 5555', '13900005555'],
  ['8613900005555', '13900005555'],
  ['１３９００００５５５５', '13900005555'],
  ['（0371）6789 1234', '037167891234'],
  ['0371—67891234', '037167891234'],
  ['+86 371 6789 1234', '037167891234'],
  ['67891234', '67891234'],
  ['400-100-1234', '4001001234'],
  ['\u200b13900005555\u202c', '13900005555'],
])('the number %s', (typed, kept) => {
  expect(asPhone(typed)).toBe(kept)
  expect(phone('电话').safeParse(typed)).toMatchObject({ success: true, data: kept })
})
test.each(['1390000555', '139000055555', '没有电话', '8613', '1390000abcd', '12345'])(
  '%s is no number of anybody, and stays to be mended',
  (typed) => {
    expect(asPhone(typed)).toBe(typed)
    expect(phone('电话').safeParse(typed).success).toBe(false)
  },
)

test.each(['\u200b', '\u2060\u2060', '\u3164', '\u00ad', '\u3000 \u2800', '\ufe0f'])(
  'what nobody sees is nothing: %j',
  (typed) => {
    for (const field of [line('事项', 40), paragraph('情况', 40), nickname('称呼', 20)])
      expect(field.safeParse(typed).success).toBe(false)
    expect(maybe(line('事项', 40)).parse(typed)).toBeUndefined()
  },
)

/** Each place of an input where text is taken, by its path. */
function texts(schema: z.ZodMiniType, path: string): [string, z.ZodMiniType][] {
  const { def } = schema._zod as unknown as { def: Record<string, unknown> & { type: string } }
  const inner = (key: string) => texts(def[key] as z.ZodMiniType, path)
  if (def.type === 'string') return [[path, schema]]
  if (def.type === 'object')
    return Object.entries(def.shape as Record<string, z.ZodMiniType>).flatMap(([name, field]) =>
      forms.get(field)?.kind === 'secret' ? [] : texts(field, `${path}.${name}`),
    )
  if (def.type === 'array') return texts(def.element as z.ZodMiniType, `${path}[]`)
  if (def.type === 'union') return (def.options as z.ZodMiniType[]).flatMap((one) => texts(one, path))
  if (def.type === 'pipe') return inner('out')
  if (def.type === 'record') return inner('valueType')
  return 'innerType' in def ? inner('innerType') : []
}

/** What is taken as it comes, and why: none of it is ever shown as somebody's words. */
const asItComes: Readonly<Record<string, string>> = {
  'checkHolidays.text': 'a list that is read word by word',
  'loadHolidays.text': 'a list that is read word by word',
  'reportConsents.tap': 'a mark that the phone made',
  'reportConsents.answers[].template': "WeChat's name of a template",
  'reportConsents.kept[].template': "WeChat's name of a template",
  'enterAsPersona.code': 'a code of the desk',
  'setPassword.ticket': 'signed by the server',
  'givePhone.code': 'a code of WeChat',
  'signIn.code': 'a code of WeChat',
  'listSimilar.subject': 'compared, not kept',
  'listSimilar.facts': 'compared, not kept',
}
const isCursor = (path: string) => path.endsWith('.cursor')

test('no input of any operation lets in what nobody sees', () => {
  const tried: string[] = []
  const letIn = [...contract].flatMap(([name, { input }]) =>
    input === undefined
      ? []
      : texts(input, name).flatMap(([path, schema]) => {
          tried.push(path)
          const dirty = z.safeParse(schema, '甲\u202e乙\u0001丙')
          return dirty.success && dirty.data !== '甲乙丙' ? [path] : []
        }),
  )
  expect(letIn.filter((path) => !isCursor(path)).sort()).toEqual(Object.keys(asItComes).sort())
  expect(tried.length).toBeGreaterThan(100)
})
