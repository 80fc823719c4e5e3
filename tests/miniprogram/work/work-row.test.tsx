/** @jest-environment ./tests/support/pieces/browser-environment.ts */
import type { WorkRow } from '../../../shared/api/work'
import { saysNo } from '../../../shared/matters/suggestion/states'
import { WorkLine } from '../../../miniprogram/src/work/work-row'
import { draw } from '../../support/pieces/draw'

const row: WorkRow = {
  ...{ kind: 'suggestion', id: 'a'.repeat(26), version: 3, number: '2026-0001', title: '修复大郭西段河堤' },
  ...{ note: '2026 年重点 · 王建国代表', unit: '镇水利站', village: '大郭西村', state: 'handling' },
  ...{
    stateLabel: '办理中',
    saidNo: false,
    since: '2026-11-01T00:00:00.000Z',
    turn: 'leadUnit',
    turnLabel: '主办单位',
  },
  ...{ due: { on: '2020-01-05', urgency: 'overdue' }, lateFrom: '2020-01-05T16:00:00.000Z' },
  ...{ next: { step: 'reply', label: '答复' }, page: 'desk/matter?kind=suggestion' },
}
const line = (changed: Partial<WorkRow> = {}, mine = false, onOpen = jest.fn()) => (
  <WorkLine row={{ ...row, ...changed }} mine={mine} chosen={false} onOpen={onOpen} />
)

test('a row says what it is, whose, where it stands, and the one next step where it is my turn', () => {
  const { one, all, again } = draw(line({}, true))
  expect([one('.work-title').textContent, one('.work-facts').textContent, one('.tag').textContent]).toEqual([
    '修复大郭西段河堤',
    '2026 年重点 · 王建国代表 · 镇水利站 · 大郭西村 · 2026-0001',
    '办理中',
  ])
  expect([one('.work-next').textContent, one('.work-left').className, one('.work-gone').style.width]).toEqual(
    ['答复', 'work-left work-left-late', '100%'],
  )
  again(line({ next: null }, true))
  expect(one('.work-next').textContent).toBe('去办理')
  again(line({ next: null }))
  expect([one('.work-turn').textContent, all('.work-next')]).toEqual(['等主办单位', []])
  expect(one('.tag').className).toBe('tag tag-calm')
  again(line({ saidNo: true }))
  expect(one('.tag').className).toBe('tag tag-late')
})

test('what has ended waits for nobody and has no time left', () => {
  const { one, all } = draw(
    line({ turn: null, turnLabel: null, next: null, due: null, lateFrom: null, stateLabel: '已办结' }),
  )
  expect([one('.tag').className, all('.work-turn, .work-next, .work-bar, .work-left')]).toEqual([
    'tag tag-done',
    [],
  ])
})

test.each([
  ['evaluated', false],
  ['escalated', true],
] as const)('that a deputy said no in %s is seen whoever looks', (state, mine) => {
  expect(draw(line({ state, saidNo: saysNo(state) }, mine)).one('.tag').className).toBe('tag tag-late')
})

test('a unit that the title names is not said twice', () => {
  const { one } = draw(line({ title: '镇水利站 2026 年评先资格', note: null, village: null, number: null }))
  expect(one('.work-facts').textContent).toBe('')
})

test('it is opened by finger and by keyboard', () => {
  const open = jest.fn()
  const { tap, key } = draw(line({}, true, open))
  tap('.work')
  key('.work', 'Enter')
  expect(open.mock.calls.map(([opened]) => (opened as WorkRow).id)).toEqual([row.id, row.id])
})

test('on a home the next step is a button of its own, beside what leads to the matter', () => {
  const [open, act] = [jest.fn(), jest.fn()]
  const drawn = (changed: Partial<WorkRow>, mine: boolean) => (
    <WorkLine row={{ ...row, ...changed }} mine={mine} chosen={false} onOpen={open} onAct={act} />
  )
  const { one, tap, again } = draw(drawn({}, true))
  expect([one('.work-act .button').textContent, one('.work').getAttribute('role')]).toEqual(['答复', null])
  tap('.work-act .button')
  tap('.work-title')
  expect([open.mock.calls.length, act.mock.calls.length]).toEqual([1, 1])
  again(drawn({ next: null }, false))
  expect(one('.work-turn').textContent).toBe('等主办单位')
})
