import { groupLamp, presidiumLamp, sessionLamp } from '../../shared/rules/cadence'

/** 该开会了: for a body, before the day, in words that name nobody. */
const none = { held: [], convened: [] }

test('the presidium: three months after the last one, close fifteen days before, past the day after', () => {
  const since = { held: ['2025-12-01', '2026-03-10'], convened: [] }
  const on = (today: string, convened: string[] = []) => presidiumLamp({ ...since, convened }, null, today)
  expect(on('2026-05-25')).toEqual({ tone: 'calm', says: '下一次在6月10日前' })
  expect(on('2026-05-26')).toEqual({ tone: 'soon', says: '6月10日前要开，还没有定日子' })
  expect(on('2026-05-26', ['2026-06-05'])).toEqual({ tone: 'calm', says: '已定 6月5日' })
  expect(on('2026-05-26', ['2026-06-20'])).toEqual({
    tone: 'soon',
    says: '6月10日前要开，已定 6月20日，晚了',
  })
  expect(on('2026-06-11')).toEqual({ tone: 'late', says: '6月10日过了 1 天' })
  expect(on('2026-06-12', ['2026-06-20'])).toEqual({ tone: 'late', says: '6月10日过了 2 天，已定 6月20日' })
  const winter = { held: ['2026-11-30'], convened: [] }
  expect(presidiumLamp(winter, null, '2026-12-01')?.says).toBe('下一次在2027年2月28日前')
  expect(presidiumLamp(none, '2026-10-24', '2026-12-01')?.says).toBe('下一次在2027年1月24日前')
  expect(presidiumLamp(none, null, '2026-12-01')).toBeNull()
})

test('what was never written down here is not called late', () => {
  const on = (convened: string[]) => presidiumLamp({ held: [], convened }, '2025-10-24', '2026-12-01')
  expect(on([])).toEqual({ tone: 'soon', says: '这里还没有记过，每三个月要开一次' })
  expect(on(['2026-12-09'])).toEqual({ tone: 'calm', says: '已定 12月9日' })
})

test('a group: once a calendar quarter, and a new one begins afresh', () => {
  expect(groupLamp(none, '2026-06-14')).toEqual({ tone: 'calm', says: '下一次在6月30日前' })
  expect(groupLamp(none, '2026-06-15').tone).toBe('soon')
  expect(groupLamp({ held: [], convened: ['2026-06-11'] }, '2026-06-01').says).toBe('已定 6月11日')
  expect(groupLamp({ held: ['2026-06-11'], convened: [] }, '2026-06-20').says).toBe('这个季度已开')
  expect(groupLamp({ held: ['2026-06-11'], convened: [] }, '2026-07-01')).toEqual({
    ...{ tone: 'calm', says: '下一次在9月30日前' },
  })
})

test('the congress: twice a year', () => {
  expect(sessionLamp(none, '2026-05-01').tone).toBe('soon')
  expect(sessionLamp(none, '2026-04-30')).toEqual({ tone: 'calm', says: '下一次在6月30日前' })
  expect(sessionLamp(none, '2026-07-01')).toEqual({ tone: 'soon', says: '上半年没有开，还没有定日子' })
  expect(sessionLamp({ held: ['2026-05-21'], convened: [] }, '2026-07-01').says).toBe('下一次在12月31日前')
  expect(sessionLamp({ held: ['2026-03-01', '2026-09-01'], convened: [] }, '2026-12-01').says).toBe(
    '今年开了 2 次',
  )
})
