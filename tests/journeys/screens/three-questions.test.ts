import { listMyOpinions, showOpinion, writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { areas } from '../../../shared/registers/areas'
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

test('whoever has said which village is theirs may say which part of it, with the question where it is', async () => {
  const { client } = town.villager
  const params = { town: town.id }
  const area = { villageId: town.village, areaKind: 'naturalVillage' as const, name: '大坝口' }
  const { id } = await town.office.client.call(areas.endpoints.add, { params, input: area })
  const before = { deputyId: town.deputy.id, kind: 'report' as const, text: '井盖丢了一个。' }
  await client.call(writeOpinion, { params, input: { ...before, villageId: town.village } })
  const villager = await createH5Driver(server, 'villager')
  await villager.open('/voice/say')
  await villager.pick('哪个自然村、小组', '大坝口')
  await villager.shot('three-questions-where')
  await villager.tapId('next')
  await villager.notSee('哪个自然村、小组')
  await villager.type('怎么了', '桥栏断了两根。')
  await villager.tapId('next')
  await villager.tap('送出以后，谁看到什么')
  await villager.see('大郭西村大坝口')
  await villager.tapId('send')
  await villager.see('送到了。')
  await villager.close()
  const kept = await server.database.reader.query<{ areaId: string | null }[]>(
    'SELECT area_id AS areaId FROM resident_opinion WHERE town_id = ? AND area_id IS NOT NULL',
    [town.id],
  )
  expect(kept).toEqual([{ areaId: id }])
})
