import { listAuditLog } from '../../shared/api/audit-log'
import { addLocalDay, removeLocalDay } from '../../shared/api/calendar'
import { bring } from '../support/bring'
import { startInNovemberForEachTest } from '../support/calendar'
import type { TestServer } from '../support/server'
import type { TestTown } from '../support/town'
import { seenCalendar } from '../support/settings'

let server: TestServer
let town: TestTown
let params: { town: string }

const { office, lastDeadline, eventsOf } = startInNovemberForEachTest(
  (begun) => ({ server, town, params } = begun),
)

describe('days that the town sets itself', () => {
  const set = async (day: string, kind: string) =>
    office().call(addLocalDay, {
      params,
      input: { version: await seenCalendar(town), day, kind, reason: '三月三庙会' },
    })

  test('a deadline on a local day off moves on, with its reason, and back when the day is taken back', async () => {
    const id = await bring(server, town, 'handling')
    await set('2027-02-09', 'holiday')
    const moved = await lastDeadline(id)
    await office().call(removeLocalDay, {
      params,
      input: { version: 1, day: '2027-02-09', reason: '庙会不办了' },
    })
    expect([moved?.on, (await lastDeadline(id))?.on]).toEqual(['2027-02-10', '2027-02-09'])
    expect((await eventsOf(id)).slice(-2).map(({ note }) => note)).toEqual([
      '镇里 2027年2月9日 周二放假（三月三庙会），期限由2027年2月9日改为2027年2月10日。',
      '镇里取消了 2027年2月9日 周二的放假（庙会不办了），期限由2027年2月10日改为2027年2月9日。',
    ])
  })

  test('they are shown with their reason, and the log keeps both changes', async () => {
    const { localDays } = await set('2027-03-03', 'holiday')
    await office().call(removeLocalDay, { params, input: { version: 1, day: '2027-03-03', reason: '取消' } })
    const { items } = await office().call(listAuditLog, { params })
    expect([localDays, items.map(({ what }) => what)]).toEqual([
      [{ day: '2027-03-03', kind: 'holiday', reason: '三月三庙会' }],
      ['本地日子 2027年3月3日 周三', '本地日子 2027年3月3日 周三'],
    ])
  })

  test.each([
    ['2027-02-09', 'workday', '这一天本来就上班，不用另外设。'],
    ['2026-11-14', 'holiday', '这一天本来就放假，不用另外设。'],
    ['2026-11-09', 'holiday', '日期要在今天以后，最早填明天（2026年11月10日）。'],
    ['9999-12-31', 'holiday', '日期最迟填到2028年11月9日，请核对年份。'],
    ['2026-02-30', 'holiday', '日期要写成“2026-12-03”这样的日期。'],
  ])('%s as a %s is refused', async (day, kind, sentence) => {
    const answer = await office().refused(addLocalDay, {
      params,
      input: { version: 0, day, kind, reason: '庙会' },
    })
    expect(answer.code && answer.fields.day).toBe(sentence)
  })

  test('whoever comes second to the same calendar is told what the first one set', async () => {
    await set('2027-03-03', 'holiday')
    const input = { version: 0, day: '2027-03-04', kind: 'holiday', reason: '庙会' }
    const refused = await town.presidium.client.refused(addLocalDay, { params, input })
    expect(refused.code).toBe('stale')
    expect(refused.message).toContain('陈静改过（本地日子 2027年3月3日 周三：放假；理由：三月三庙会）')
    const { localDays } = await town.presidium.client.call(addLocalDay, {
      params,
      input: { ...input, version: 1 },
    })
    expect(localDays.map(({ day }) => day)).toEqual(['2027-03-03', '2027-03-04'])
  })
})
