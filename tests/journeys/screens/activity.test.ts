import { announceActivity } from '../../../shared/matters/activity/endpoints'
import { createH5Driver, desk, phone } from '../../support/screens/h5-driver'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestTown } from '../../support/town'

/** 代表活动: a deputy says on a phone that he comes, and the office reads it on a desk. */
let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun))

test('a deputy comes with one tap, and the office sees who comes and who has not answered', async () => {
  await town.office.client.call(announceActivity, {
    params: { town: town.id },
    input: {
      ...{ activityKind: 'exchangeVisit', title: '看邻镇的联络站', day: '2026-12-07', meetAt: '8:30' },
      ...{ place: '镇政府门口', purpose: '看看人家怎么值守。', openTo: 'all' },
    },
  })
  const deputy = await createH5Driver(server, 'deputy', phone)
  await deputy.open('/duty/activities')
  await deputy.tap('看邻镇的联络站')
  await deputy.see('发了通知')
  await deputy.tap('参加')
  await deputy.confirm()
  await deputy.see('参加 1 位：王建国')
  await deputy.shot('activity-phone')
  await deputy.close()

  const office = await createH5Driver(server, 'office', desk)
  await office.open('/duty/activities')
  await office.see('1 位参加')
  await office.tap('看邻镇的联络站')
  await office.see('还没回话')
  await office.shot('activity-desk')
  await office.close()
})
