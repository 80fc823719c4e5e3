/** @jest-environment ./tests/support/pieces/browser-environment.ts */
const answers = new Map<string, (query: Record<string, string>) => unknown>()
const kept = new Map<string, unknown>()
let params: Record<string, string> = {}

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  useRouter: () => ({ params }),
  useDidShow: () => undefined,
  useReachBottom: () => undefined,
  useShareAppMessage: () => undefined,
  useShareTimeline: () => undefined,
  default: {
    getStorageSync: (name: string) => kept.get(name) ?? '',
    getStorageInfoSync: () => ({ keys: [] }),
    getAppBaseInfo: () => ({}),
    setNavigationBarTitle: () => Promise.resolve(),
    eventCenter: { on: () => undefined, off: () => undefined, trigger: () => undefined },
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
  },
}))
jest.mock('../../../miniprogram/src/client/ask', () => ({
  ask: ({ path }: { path: string }, asking: { query?: Record<string, string> }) =>
    Promise.resolve(answers.get(path)?.(asking.query ?? {})),
}))
jest.mock('../../../miniprogram/src/client/town', () => ({
  currentTown: () => Promise.resolve('t'),
  Unsettled: class extends Error {},
}))

import { listAgeing } from '../../../shared/api/figures'
import { listPromises, type PromiseRow } from '../../../shared/api/promises'
import { showStation } from '../../../shared/api/stations'
import { noteEndSeen, type OpinionView, showOpinion } from '../../../shared/matters/opinion/endpoints'
import { AgeingPanel } from '../../../miniprogram/src/office/ageing-panel'
import Matter from '../../../miniprogram/src/pages/matter'
import Promises from '../../../miniprogram/src/pages/promises'
import Station from '../../../miniprogram/src/pages/station'
import { draw } from '../../support/pieces/draw'

beforeEach(() => {
  params = {}
  kept.clear()
})

const asked = {
  ...{
    id: 'a'.repeat(26),
    version: 4,
    state: 'closed',
    plain: '王建国代表已经把结果告诉您。',
    step: 'collect',
  },
  ...{ summary: '医保在哪里交', deputy: '王建国', waitsFor: null, due: null, actions: [], gated: [] },
  ...{ timeline: [], resident: null, village: null, station: null, papers: [], unseen: null },
  ...{ told: null, looks: [] },
  ...{ explanation: '到镇便民服务中心三号窗口交。', referredTo: null, rating: null, suggestion: null },
  messages: [{ by: 'resident', deputy: null, text: '医保在哪里交？', at: '2026-11-20T01:00:00.000Z' }],
} as unknown as OpinionView
const disclosures = {
  ...{ id: 'b'.repeat(26), item: '修好河堤', unit: '镇水利站', deadline: null, satisfaction: null },
  result: {
    state: 'closed',
    outcome: 'solved',
    sentence: '河堤修好了。',
    mark: null,
    confirmed: true,
    promise: null,
  },
  residents: null,
}

test('of a question that became no suggestion there are no six steps; of a suggestion what came of it is said first', async () => {
  answers.set(showOpinion.path, () => asked)
  const question = draw(<Matter />)
  await question.arrive()
  expect([question.one('.heading-large, .title').textContent, question.all('.steps, .steps-line')]).toEqual([
    '医保在哪里交',
    [],
  ])
  // Whoever it is about reads how they were told, and who opened their number and why.
  const told = { id: 'c'.repeat(26), version: 1, state: 'told', how: 'phone', toldOn: '2026-11-03' }
  const looks = [{ by: '镇人大办', at: '2026-11-03T01:00:00.000Z', reason: 'tellResult' }]
  answers.set(showOpinion.path, () => ({
    ...asked,
    told: { ...told, toldBy: '刘芳', inWords: 'asWritten', said: null, because: null },
    looks,
  }))
  const read = draw(<Matter />)
  await read.arrive()
  expect(read.one('.page').textContent).toContain('告诉了：电话 · 11月3日 · 刘芳 · 照上面写的说的')
  expect(read.one('.fold').textContent).toMatch(/谁看过姓名和电话1 次镇人大办 · 11月3日.*打电话告知结果/)
  const suggestion = {
    ...{ id: 'b'.repeat(26), subject: '修堤', plain: '办好了。', timeline: [] },
    disclosures,
  }
  answers.set(showOpinion.path, () => ({ ...asked, summary: '河堤塌了', suggestion }))
  const solved = draw(<Matter />)
  await solved.arrive()
  const words = solved.text() ?? ''
  expect([words.indexOf('河堤修好了') < words.indexOf('办好了。'), solved.all('.step').length]).toEqual([
    true,
    6,
  ])
  // In large type they are one line, so that the first act is on the first screen.
  kept.set('elder', 'on')
  const large = draw(<Matter />)
  await large.arrive()
  expect([large.one('.steps-line').textContent, large.all('.step')]).toEqual([
    expect.stringMatching(/^第 \d 步，共 6 步：/),
    [],
  ])
})

test('that the end stands there for whoever wrote is said once the page shows it, and only of an end that nobody told yet', async () => {
  let said = 0
  answers.set(noteEndSeen.path, () => void (said += 1))
  const standing = async (opinion: object) => {
    answers.set(showOpinion.path, () => ({ ...asked, ...opinion }))
    const page = draw(<Matter />)
    expect(said).toBe(0)
    await page.arrive()
    const count = said
    said = 0
    return count
  }
  const owed = { id: 'c'.repeat(26), version: 0, state: 'owed', how: null }
  expect(await standing({ told: owed })).toBe(1)
  expect(await standing({ told: { ...owed, state: 'told', how: 'opened', toldOn: '2026-11-03' } })).toBe(0)
  expect(await standing({ state: 'received', told: null })).toBe(0)
})

test('what lies still says that a reminder of the clock moves nothing', async () => {
  answers.set(listAgeing.path, () => ({ items: [], next: null }))
  const { text, arrive } = draw(<AgeingPanel town="t" />)
  await arrive()
  expect(text()).toContain('人催办算一步，自动提醒不算')
})

test('a promise is called by what was promised, its matter stands below, and what is late comes first', async () => {
  const row = (promise: string, standing: PromiseRow['standing'], promisedOn: string): PromiseRow => ({
    ...{ id: 'c'.repeat(26), item: `关于${promise}的建议`, unit: '镇水利站', promise, promisedOn, standing },
    ...{ dueOn: '2026-10-01', result: null, percent: null, carriedOver: null },
  })
  const late = row('清淤', 'late', '2026-03-01')
  answers.set(listPromises.path, ({ standing }) => ({
    items: standing === 'late' ? [late] : [row('换闸门', 'open', '2026-09-01'), late],
    next: null,
  }))
  const { all, arrive } = draw(<Promises />)
  await arrive()
  expect(
    all('.board-subject').map((one) => [
      one.firstChild?.textContent,
      one.querySelector('.note')?.textContent,
    ]),
  ).toEqual([
    ['清淤', '关于清淤的建议'],
    ['换闸门', '关于换闸门的建议'],
  ])
})

test('a station has its one act inside its head, which is not filled with red beside a red head', async () => {
  const deputy = {
    ...{ id: 'd'.repeat(26), name: '王建国', levels: ['township'], group: null, district: null },
    ...{ occupation: null, portrait: null },
  }
  answers.set(showStation.path, () => ({
    ...{ id: 'e'.repeat(26), townId: 't', townName: '禾丰坝镇', name: '大郭西活动室', kind: 'room' },
    ...{ village: null, address: null, photo: null, mapPlace: null, manager: null, openingHours: null },
    ...{
      onDuty: deputy,
      deputies: [deputy],
      nextReceptionDay: null,
      inHand: [],
      box: null,
      poster: null,
      inHandCount: 0,
    },
    confirmedCount: 0,
  }))
  params = { town: 't', id: 'e'.repeat(26) }
  const { all, arrive } = draw(<Station />)
  await arrive()
  expect(all('.door .button').map(({ textContent }) => textContent)).toEqual(['说给代表听'])
  expect(all('.button-primary')).toEqual([])
})
