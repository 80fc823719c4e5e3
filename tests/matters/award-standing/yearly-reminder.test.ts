import { showCalendar } from '../../../shared/api/calendar'
import { showHealthDetails } from '../../../shared/api/health'
import { startInNovemberForEachTest } from '../../support/calendar'
import type { TestServer } from '../../support/server'
import { toldTo } from '../../support/told'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
let params: { town: string }

const { office, load } = startInNovemberForEachTest((begun) => ({ server, town, params } = begun))

describe('the yearly reminder', () => {
  const page = () => office().call(showCalendar, { params })
  const health = async () => (await office().call(showHealthDetails, {})).holidaysToLoad
  const told = async () => (await toldTo(server, town.office)).filter((text) => text.includes('放假安排'))

  test('before November nobody is troubled', async () => {
    server.clock.set('2026-10-31T01:00:00Z')
    await server.run('askForHolidays')
    expect([(await page()).yearToLoad, await health(), await told()]).toEqual([null, null, []])
  })

  test('from November on the office sees it in the settings, once in the inbox, and the operator in health', async () => {
    for (const _ of [1, 2]) await server.run('askForHolidays')
    expect([(await page()).yearToLoad, await health(), await told()]).toEqual([
      2027,
      2027,
      ['请载入 2027 年放假安排：国务院办公厅一般十一月公布。没有载入以前，落在 2027 年的期限是暂定的。'],
    ])
  })

  test('without its list a year shows the days of the law, and says that they are 暂定', async () => {
    const [, next] = (await page()).years
    expect(next).toMatchObject({ year: 2027, from: 'nowhere', tentative: true, holidays: 13, workdays: 0 })
    expect(next?.days.filter(({ why }) => why === '除夕' || why === '中秋节')).toEqual([
      { day: '2027-02-05', kind: 'holiday', by: 'law', why: '除夕' },
      { day: '2027-09-15', kind: 'holiday', by: 'law', why: '中秋节' },
    ])
  })

  test('it ends when the list is there', async () => {
    const { yearToLoad, years } = await load()
    await server.run('askForHolidays')
    expect([yearToLoad, await health(), await told(), years]).toEqual([
      null,
      null,
      [],
      [
        expect.objectContaining({ year: 2026, from: 'program', tentative: false, holidays: 33, workdays: 6 }),
        expect.objectContaining({ year: 2027, from: 'loaded', tentative: false, holidays: 27, workdays: 3 }),
      ],
    ])
  })
})
