import type * as z from 'zod/mini'
import { contract } from '../../server/http/contract'
import { daysBefore, unlikelyDays } from '../../shared/grammar/days-in'
import { type FieldForm, forms } from '../../shared/grammar/fields'
import { beyondReach } from '../../shared/rules/day-reach'
import { matterTables } from '../../shared/workflow'

/** Every day field of every step, register, setting and other form refuses what nobody means, with the day that would do. */
const today = '2026-11-23'

interface Found {
  path: readonly string[]
  form: FieldForm
}

/** Every form of the kind `day` beneath a schema, however it is wrapped: what the check itself must not miss. */
function dayFields(schema: z.core.$ZodType, at: readonly string[] = []): Found[] {
  const form = forms.get(schema as z.ZodMiniType)
  if (form?.kind === 'day') return [{ path: at, form }]
  return Object.entries(schema._zod.def).flatMap(([name, inside]) =>
    name === 'shape'
      ? Object.entries(inside as Record<string, z.core.$ZodType>).flatMap(([field, one]) =>
          dayFields(one, [...at, field]),
        )
      : (Array.isArray(inside) ? inside : [inside]).flatMap((one: unknown) =>
          isSchema(one) ? dayFields(one, name === 'element' ? [...at, '0'] : at) : [],
        ),
  )
}
const isSchema = (value: unknown): value is z.core.$ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value

/** What a form would hold with this day in this place. */
const filled = ([name, ...rest]: readonly string[], day: string): unknown =>
  name === undefined ? day : name === '0' ? [filled(rest, day)] : { [name]: filled(rest, day) }

const all = [...contract.values()].flatMap(({ method, path, input: body, query }) =>
  [body, query].flatMap((input) =>
    dayFields(input).map((found) => ({ ...found, input, name: `${method} ${path} ${found.path.join('.')}` })),
  ),
)

test('there are day fields in steps, registers and settings', () => {
  const has = (part: string) => all.some(({ name }) => name.includes(part))
  expect([
    has('/suggestions/'),
    has('/registers/'),
    has('/calendar/'),
    has('/site-reviews'),
    has('/figures from'),
    all.length > 20,
  ]).toEqual([true, true, true, true, true, true])
})

test.each(all.map((one) => [one.name, one] as const))('%s', (_, { input, path, form }) => {
  const said = (day: string) => unlikelyDays(input, filled(path, day), today)
  expect(form.reach).toBeDefined()
  for (const day of ['9999-12-31', '2206-12-01']) {
    expect(said(day)).toEqual([
      { path, message: expect.stringMatching(/最迟填(今天（|到)20[23]\d年\d+月\d+日/) as string },
    ])
  }
  for (const day of ['0001-01-01', '1026-11-23']) {
    expect(said(day)).toEqual([
      { path, message: expect.stringMatching(/最早填(今天（|明天（|到)\d{4}年\d+月\d+日/) as string },
    ])
  }
})

test('the first and the last day that make sense are taken, those beside them are not', () => {
  const at = (reach: Parameters<typeof beyondReach>[0], day: string) =>
    beyondReach(reach, '日期', day, '2028-02-29')
  expect([
    at('happened', '2028-02-29'),
    at('happened', '2028-03-01'),
    at('arranged', '2028-02-29'),
    at('arranged', '2028-02-28'),
    at('promised', '2028-02-29'),
    at('promised', '2033-02-28'),
    at('promised', '2033-03-01'),
  ]).toEqual([
    undefined,
    '日期还没有到，最迟填今天（2028年2月29日）。',
    undefined,
    '日期已经过去，最早填今天（2028年2月29日）。',
    '日期要在今天以后，最早填明天（2028年3月1日）。',
    undefined,
    '日期最迟填到2033年2月28日，请核对年份。',
  ])
})

test('no step says of what has been that it was before the matter began', () => {
  const before = Object.values(matterTables).flatMap(({ actions }) =>
    Object.entries(actions as Readonly<Record<string, { input: z.ZodMiniType }>>).flatMap(
      ([name, { input }]) =>
        dayFields(input)
          .filter(({ form }) => form.reach === 'happened')
          .map(({ path }) => [
            name,
            daysBefore(input, filled(path, '2026-11-19'), '2026-11-20'),
            daysBefore(input, filled(path, '2026-11-20'), '2026-11-20'),
          ]),
    ),
  )
  expect(before.length).toBeGreaterThan(3)
  expect(
    before.filter(
      ([, wrong, right]) => Object.keys(wrong ?? {}).length !== 1 || Object.keys(right ?? {}).length,
    ),
  ).toEqual([])
})
