import { congressSessions } from '../../../shared/registers/congress-sessions'
import { addGroup } from '../../support/group'
import { hallIn } from '../../support/hall'
import { staySignedIn } from '../../support/lived'
import { createH5Driver, desk, phone } from '../../support/screens/h5-driver'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestTown } from '../../support/town'

/** 该开会了, where meetings are looked for: what is late stands open on a desk and on a phone, and nothing is too wide. */
let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun), { at: '2026-05-20T01:00:00.000Z' })

test('office and presidium see which body is to meet, before anybody has to ask', async () => {
  await addGroup(server, town, [town.deputy])
  const session = { termNo: 19, sessionNo: 1, openedOn: '2026-05-12', closedOn: '2026-05-12' }
  const params = { town: town.id }
  await town.office.client.call(congressSessions.endpoints.add, { params, input: session })
  const hall = hallIn(server, town)
  const when = { startsAt: '9:00', place: '会议室', agenda: '听取汇报' }
  const held = await hall.plan('presidiumMeeting', '主席团第九次会议')
  await hall.step(held, 'conveneBody', { ...when, day: '2026-05-20' })
  await hall.mark(held, 'arrived', [town.presidium.id])
  await hall.step(held, 'open')
  const agendaItemId = (await hall.see(held)).agenda[0]?.id ?? ''
  await hall.step(held, 'endItem', { agendaItemId, outcome: 'noted' })
  await hall.step(held, 'end')
  server.clock.set('2026-11-27T01:00:00.000Z')
  await staySignedIn(server)
  const next = await hall.plan('presidiumMeeting', '主席团第十次会议')
  await hall.step(next, 'conveneBody', { ...when, day: '2026-12-05' })
  for (const [who, size] of [
    ['office', desk],
    ['presidium', phone],
  ] as const) {
    const driver = await createH5Driver(server, who, size)
    await driver.open('/duty/meetings')
    await driver.see('8月20日过了 99 天，已定 12月5日')
    await driver.see('12月31日前要开，还没有定日子')
    await driver.tap('按时的 1 个')
    await driver.see('第一代表小组')
    const [room, ...ends] = await driver.page.evaluate(() => [
      window.innerWidth,
      ...[...document.querySelectorAll('.tag')].map((one) => one.getBoundingClientRect().right),
    ])
    expect(ends.filter((end) => end > (room ?? 0))).toEqual([])
    await driver.shot(`meeting-lamps-${who}`)
    await driver.close()
  }
}, 120_000)
