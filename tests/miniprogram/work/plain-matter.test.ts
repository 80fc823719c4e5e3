import { titleOf } from '../../../miniprogram/src/work/matter-kinds'
import { plainMatter } from '../../../miniprogram/src/work/plain-matter'
import type { Endpoint } from '../../../shared/grammar/endpoint'
import type { AnyTable } from '../../../shared/grammar/matter'
import { siteReviewTable } from '../../../shared/matters/site-review/table'
import { kindNames } from '../../../shared/matters/kinds'

/** A kind of matter needs nothing on the phone but its rows. */
const asked: [method: string, path: string, sent: unknown][] = []
jest.mock('../../../miniprogram/src/client/ask', () => ({
  ask: ({ method, path }: Endpoint, sent: unknown) => {
    asked.push([method, path, sent])
    return Promise.resolve({ id: 'a' })
  },
}))
// They are found by the bundler, of which there is none here.
jest.mock('../../../miniprogram/src/work/registers', () => ({}))

test('every kind has a page', () => {
  const nothing = titleOf('nothing')
  expect([nothing, kindNames.filter((kind) => titleOf(kind) === nothing)]).toEqual(['没有这一件', []])
})

test('a kind that brings none has one whose steps lie below its folder', async () => {
  const table = { ...(siteReviewTable as AnyTable), folder: '/towns/:town/visits' } as const
  const parts = plainMatter(table)
  const [step = ''] = Object.keys(table.actions)
  const view = { id: 'a', version: 3 } as Parameters<NonNullable<typeof parts>['take']>[1]
  await parts?.take('t', view, step, { reason: '下雨' }, 'key')
  expect(asked).toEqual([
    [
      'POST',
      `/towns/:town/visits/:id/${step}`,
      { params: { town: 't', id: 'a' }, input: { version: 3, form: { reason: '下雨' } }, key: 'key' },
    ],
    ['GET', '/towns/:town/matters/:kind/:id', { params: { town: 't', kind: table.kind, id: 'a' } }],
  ])
  expect([parts?.word, plainMatter({ ...table, folder: undefined })]).toEqual([table.word, undefined])
})
