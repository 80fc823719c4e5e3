/** @jest-environment ./tests/support/pieces/browser-environment.ts */
import { Fold } from '../../../miniprogram/src/pieces/fold'
import { type Column, Table } from '../../../miniprogram/src/pieces/table'
import { optionsFor, TypeAhead } from '../../../miniprogram/src/pieces/type-ahead'
import { initialsOf } from '../../../shared/words/initials'
import { draw } from '../../support/pieces/draw'

interface Apple {
  name: string
  weight: number | null
}
const apples: Apple[] = [
  { name: '红', weight: 9 },
  { name: '青', weight: null },
  { name: '黄', weight: 10 },
]
const columns: Column<Apple>[] = [
  { key: 'name', head: '名字', cell: ({ name }) => name },
  { key: 'weight', head: '几克', cell: ({ weight }) => weight ?? '—', order: ({ weight }) => weight },
]

test('a table is one: its heads are heads, its order is said, and who has no number comes last either way', () => {
  const sort = jest.fn()
  const shown = (sorted?: { by: string; down: boolean }) => (
    <Table
      said="苹果"
      columns={columns}
      rows={apples}
      keyOf={({ name }) => name}
      sorted={sorted}
      onSort={sort}
    />
  )
  const { all, one, key, again } = draw(shown())
  const names = () => all('tbody tr').map((row) => row.querySelector('.table-value')?.textContent)
  expect([one('table caption').textContent, all('th').length, names()]).toEqual([
    '苹果',
    2,
    ['红', '青', '黄'],
  ])
  key('#sort-weight', 'Enter')
  expect(sort).toHaveBeenLastCalledWith({ by: 'weight', down: false })
  again(shown({ by: 'weight', down: false }))
  expect([names(), all('th')[1]?.getAttribute('aria-sort')]).toEqual([['红', '黄', '青'], 'ascending'])
  key('#sort-weight', 'Enter')
  expect(sort).toHaveBeenLastCalledWith({ by: 'weight', down: true })
  again(shown({ by: 'weight', down: true }))
  expect(names()).toEqual(['黄', '红', '青'])
})

test('a row is opened once, by a tap anywhere in it and by the key of its name', () => {
  const open = jest.fn()
  const { tap, key } = draw(
    <Table said="苹果" columns={columns} rows={apples} keyOf={({ name }) => name} onOpen={open} />,
  )
  tap('tbody tr:nth-child(2) td:last-child')
  expect(open.mock.calls).toEqual([[apples[1]]])
  key('tbody tr:nth-child(1) [role="link"]', 'Enter')
  expect(open.mock.calls).toEqual([[apples[1]], [apples[0]]])
})

test('what is folded says so and opens by a key', () => {
  const { one, key } = draw(<Fold title="原文">很长的一段</Fold>)
  expect(one('.fold-head').getAttribute('aria-expanded')).toBe('false')
  key('.fold-head', 'Enter')
  expect([one('.fold-head').getAttribute('aria-expanded'), one('.fold').className]).toEqual([
    'true',
    'fold fold-open',
  ])
})

const options = ['镇水利站', '镇财政所', '供电所', '中心小学'].map((name, index) => ({
  id: String(index),
  name,
  initials: initialsOf(name),
}))

test('some characters find it, and so do the first letters of its syllables; what begins so comes first', () => {
  const found = (typed: string) => optionsFor(typed, options).map(({ name }) => name)
  expect([found('sl'), found('所'), found('Z'), found('xyz')]).toEqual([
    ['镇水利站'],
    ['供电所', '镇财政所'],
    ['镇水利站', '镇财政所', '中心小学'],
    [],
  ])
  expect(initialsOf('县移动公司 3 号基站')).toBe('xydgs3hjz')
})

test('up and down choose, Enter takes, Escape leaves what was chosen; a key of its own means something only in an empty field', () => {
  const [choose, taken, other] = [jest.fn(), jest.fn(), jest.fn(() => true)]
  const { one, all, type, key, text } = draw(
    <TypeAhead
      id="unit"
      label="哪一个"
      options={options}
      chosen={undefined}
      onChoose={choose}
      onTaken={taken}
      onKey={other}
    />,
  )
  type('#unit', 'z')
  expect(all('[role="option"]').map(({ textContent }) => textContent)).toHaveLength(3)
  key('#unit', 'ArrowDown')
  expect(one('[aria-selected="true"]').textContent).toBe('镇财政所')
  key('#unit', 'Enter')
  expect([choose.mock.calls, taken.mock.calls.length]).toEqual([[['1']], 1])
  type('#unit', '没有的')
  expect(text()).toContain('没有找到')
  key('#unit', 'Escape')
  expect(text()).not.toContain('没有找到')
  key('#unit', '=')
  expect(other.mock.calls).toEqual([['=', true]])
})
