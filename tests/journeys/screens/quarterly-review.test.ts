import { createH5Driver, desk, phone } from '../../support/screens/h5-driver'
import {
  decideOfAll,
  endAndRead,
  groupWithOpinions,
  openTheMeeting,
} from '../../support/screens/quarterly-flow'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestTown } from '../../support/town'

/** 汇总: a leader in the meeting room with a phone, and the office that reads what came of it. */
let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun))

test('a leader convenes the meeting, calls the roll, decides of each opinion and reports, all on a phone', async () => {
  await groupWithOpinions(server, town)
  const leader = await createH5Driver(server, 'deputy', phone)
  await openTheMeeting(leader)
  await decideOfAll(leader)
  await endAndRead(leader)
  await leader.close()

  const office = await createH5Driver(server, 'office', desk)
  await office.open('/duty/meetings')
  await office.see('应到 2，到会 2')
  await office.shot('meetings-desk')
  await office.tap('第三代表小组2026年四季度意见汇总会')
  await office.see('纪要等下次会通过')
  await office.shot('meeting-desk')
  await office.close()
})
