import { listMyOpinions, showOpinion } from '../../../shared/matters/opinion/endpoints'
import { refresh } from '../../../server/engine/refresh'
import { bring } from '../../support/bring'
import { everythingPasses } from '../../support/checks'
import { createH5Driver } from '../../support/screens/h5-driver'
import { phoneFiles } from '../../support/screens/speak-flow'
import { sayThreeThings, tapsOfTheForm, writeThreeThings } from '../../support/screens/three-questions-flow'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestTown } from '../../support/town'

let town: TestTown
let server: Parameters<typeof createH5Driver>[0]

townForEachTest((begun) => ({ server, town } = begun))

const said = async () => {
  const { client } = town.villager
  const { items } = await client.call(listMyOpinions, { params: { town: town.id } })
  return Promise.all(items.map(({ id }) => client.call(showOpinion, { params: { town: town.id, id } })))
}

test('before it is sent one reads who will see what of it, and what goes on already, with why', async () => {
  const id = await bring(server, town, 'accepted')
  await everythingPasses(server)
  await server.database.transaction(async (tx) => {
    await tx.query('UPDATE suggestion SET village_id = ? WHERE id = ?', [town.village, id])
    await refresh(tx, 'suggestion', town.id, id, server.clock.now())
  })
  const villager = await createH5Driver(server, 'villager')
  await villager.open('/pages/write')
  await villager.type('想说的话', '西段的河堤又塌了，什么时候修复')
  await villager.pick('是哪个村的', '大郭西村')
  await villager.see('都说到“')
  await villager.see('地方都有“西段”')
  await villager.notSee('什么也看不到。')
  await villager.tap('送出以后，谁看到什么')
  for (const words of ['这位代表和镇人大办看到', '别的人看到', '什么也看不到。代表要是把这件事写成建议'])
    await villager.see(words)
  expect(await villager.text()).toContain('一位群众')
  await villager.close()
})

test('three questions, by voice with no more taps than the form, and by keys', async () => {
  const villager = await createH5Driver(server, 'villager')
  expect(await sayThreeThings(villager, (await phoneFiles()).voice)).toBeLessThanOrEqual(tapsOfTheForm)
  await writeThreeThings(villager)
  await villager.close()
  const all = await said()
  const written = all.find(({ messages: [first] }) => first?.voice === null)
  expect(all.filter(({ messages: [first] }) => first?.voice !== null)).toHaveLength(1)
  expect(written).toMatchObject({
    place: '村东头桥边',
    messages: [{ text: '桥栏断了两根。\n想这样办：先拉一条绳子。' }],
  })
})
