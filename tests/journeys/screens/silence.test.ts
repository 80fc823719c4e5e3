import { addGroup } from '../../support/group'
import { inTheWay } from '../../support/screens/axe'
import { createH5Driver } from '../../support/screens/h5-driver'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import { fallSilent } from '../../support/silent-villages'
import type { TestTown } from '../../support/town'

/** Where nobody spoke (field note M2) is where the next visit may go: proposed, and never asked for. */
let server: TestServer
let town: TestTown
townForEachTest((begun) => ({ server, town } = begun), { readyWithinMs: 300_000 })

test('a deputy reads which village of the group may be next and why, and one tap begins the note of the visit', async () => {
  const villages = await fallSilent(server, town)
  await addGroup(server, town, [town.deputy])
  await server.database.transaction((tx) =>
    tx.query('UPDATE person SET village_id = ? WHERE id = ?', [villages.quiet, town.deputy.id]),
  )
  const deputy = await createH5Driver(server, 'deputy')
  await deputy.open('/duty/own-duties')
  await deputy.see('建议下次去走访')
  await deputy.see('半年一件留言也没有，按人口大约该有 8 件')
  await deputy.see('这不是任务，去不去、什么时候去，您定。')
  expect(await inTheWay(deputy.page)).toEqual([])
  await deputy.shot('visit-proposed')
  await deputy.tap('石桥村')
  await deputy.see('见了几位')
  await deputy.see('石桥村')
  await deputy.shot('visit-begun')
  await deputy.confirm()
  await deputy.see('走访群众')
  await deputy.open('/duty/own-duties')
  await deputy.see('还差什么')
  await deputy.notSee('建议下次去走访')
  await deputy.close()

  const other = await createH5Driver(server, 'cosigner')
  await other.open('/duty/own-duties')
  await other.see('还差什么')
  await other.notSee('建议下次去走访')
  await other.close()
})
