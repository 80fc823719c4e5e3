import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { createH5Driver } from '../../support/screens/h5-driver'
import { townForAllTests } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForAllTests((begun) => ({ server, town } = begun))

test('whom WeChat does not reach, the office calls; whom the phone does not reach, the wall tells', async () => {
  await town.villager.client.call(writeOpinion, {
    params: { town: town.id },
    input: {
      deputyId: town.deputy.id,
      kind: 'report',
      text: '大郭西河堤塌了一段。',
      villageId: town.village,
    },
  })
  await server.run('checkOpinions')
  await server.run('deliver')
  const office = await createH5Driver(server, 'office')
  await office.open('/office/deliveries')
  await office.see('一位群众')
  await office.see('王建国')
  await office.shot('deliveries-filled')
  // Both were told at the same moment, so either may stand first.
  const ofDeputy = office.page
    .locator('.card')
    .filter({ has: office.page.locator('.board-subject', { hasText: '王建国' }) })
  await ofDeputy.getByText('已当面说', { exact: true }).tap()
  await office.see('已当面告知')
  await office.open('/office/village-notices')
  await office.see('大郭西村：请下列留言的群众来看结果')
  await office.shot('village-notices-filled')
  await office.tap('已张贴')
  await office.see('没有要张贴的。')
  await office.close()
})

test('whoever has a number is sent a text message: neutral words and a link, ready to be copied', async () => {
  await town.villager.client.call(writeOpinion, {
    params: { town: town.id },
    input: {
      deputyId: town.deputy.id,
      kind: 'report',
      text: '路灯不亮。',
      name: '老李',
      phone: '13800000001',
    },
  })
  await server.run('checkOpinions')
  await server.run('deliver')
  const office = await createH5Driver(server, 'office')
  await office.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await office.open('/office/deliveries')
  await office.tap('写短信')
  await office.see('【禾丰坝镇人大】您关心的事有新进展（编号 ')
  await office.see('https://wxaurl.cn/')
  const shown = await office.page.locator('.delivery-sms').innerText()
  expect(shown).not.toMatch(/老李|路灯|138/)
  await office.tap('复制短信')
  await office.see('复制好了')
  await office.shot('deliveries-sms')
  await office.tap('已发短信')
  await office.see('已发短信告知')
  await office.close()
})
