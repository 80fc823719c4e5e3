/** @jest-environment ./tests/support/pieces/browser-environment.ts */
import { Fold } from '../../../miniprogram/src/pieces/fold'
import { Table } from '../../../miniprogram/src/pieces/table'
import { TypeAhead } from '../../../miniprogram/src/pieces/type-ahead'
import { draw } from '../../support/pieces/draw'

test('what one looks for now and then is opened and closed by a key, and says which it is', () => {
  const { one, key } = draw(
    <Fold title="经过" note="12 步">
      <p>签收</p>
    </Fold>,
  )
  const said = () => [one('.fold').className, one('.fold-head').getAttribute('aria-expanded')]
  expect(said()).toEqual(['fold', 'false'])
  key('.fold-head', 'Enter')
  expect(said()).toEqual(['fold fold-open', 'true'])
  key('.fold-head', ' ')
  expect(said()).toEqual(['fold', 'false'])
})

test('rows that are compared are a table: it says what it holds, is sorted by a heading, and a row opens once', () => {
  const rows = [
    { id: 'a', name: '水利站', days: 3 as number | null },
    { id: 'b', name: '民政办', days: null },
    { id: 'c', name: '交通办', days: 12 },
  ]
  const opened = jest.fn()
  const sorted = jest.fn()
  const table = (by?: { by: string; down: boolean }) => (
    <Table
      said="各单位"
      columns={[
        { key: 'name', head: '单位', cell: ({ name }) => name },
        { key: 'days', head: '逾期', cell: ({ days }) => days ?? '—', order: ({ days }) => days },
      ]}
      rows={rows}
      keyOf={({ id }) => id}
      onOpen={opened}
      sorted={by}
      onSort={sorted}
    />
  )
  const { all, one, again, key } = draw(table())
  const names = () => all('.table-name').map(({ textContent }) => textContent)
  expect([one('table').tagName, one('caption').textContent, names()]).toEqual([
    'TABLE',
    '各单位',
    ['水利站', '民政办', '交通办'],
  ])
  key('#sort-days', 'Enter')
  expect(sorted.mock.calls).toEqual([[{ by: 'days', down: false }]])
  again(table({ by: 'days', down: true }))
  // Whoever has none comes last, whichever way.
  expect(names()).toEqual(['交通办', '水利站', '民政办'])
  expect(all('th').map((head) => head.getAttribute('aria-sort'))).toEqual([null, 'descending'])
  key('.table-name .table-value', 'Enter')
  expect(opened.mock.calls).toEqual([[rows[2]]])
})

test('a few characters or first letters find one of many, Enter takes it and goes on', () => {
  const options = [
    { id: 'w', name: '水利站', note: null, initials: 'slz' },
    { id: 'e', name: '供电所', note: null, initials: 'gds' },
  ]
  const [chosen, taken, other] = [jest.fn(), jest.fn(), jest.fn(() => false)]
  const ahead = (id?: string) => (
    <TypeAhead
      id="unit"
      label="主办单位"
      options={options}
      chosen={id}
      onChoose={chosen}
      onTaken={taken}
      onKey={other}
    />
  )
  const { all, one, type, key, text, again } = draw(ahead())
  type('#unit', 'gd')
  expect(all('[role=option]').map(({ textContent }) => textContent)).toEqual(['供电所'])
  expect(one('#unit').getAttribute('aria-expanded')).toBe('true')
  key('#unit', 'Enter')
  expect([chosen.mock.calls, taken.mock.calls]).toEqual([[['e']], [[]]])
  again(ahead('e'))
  expect((one('#unit') as HTMLInputElement).value).toBe('供电所')
  type('#unit', '学校')
  expect(text()).toContain('没有找到')
  key('#unit', 'Escape')
  expect((one('#unit') as HTMLInputElement).value).toBe('供电所')
  key('#unit', '=')
  expect(other).toHaveBeenCalledWith('=', true)
  type('#unit', '')
  expect(chosen).toHaveBeenLastCalledWith(undefined)
})
