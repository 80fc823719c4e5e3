/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { ensureBuilt } from '../../support/screens/built'
import { openMe } from '../../support/screens/open-me'
import { startServer, type TestServer } from '../../support/server'
import { control } from '../../support/simulator'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(() => ensureBuilt('weapp'), 300_000)
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

test('a deputy sees how many reminders are left, and asks for more, one for a tap', async () => {
  const deputy = await openMe(server, town, town.deputy)
  await deputy.see('新留言、待确认、待办理')
  await deputy.see('没有剩下的次数了。')
  await deputy.tap('再要几次')
  await deputy.see('还能提醒 1 次。')
  await deputy.tap('再要几次')
  await deputy.see('还能提醒 2 次。')
  await deputy.notSee('去设置')
  await deputy.close()
})

test('who once chose “always no” reads it, and finds the way to take it back', async () => {
  const templates = ['sim-template-task', 'sim-template-progress']
  const always = async (answer: 'accept' | 'reject') => {
    await control(server, `/users/${town.deputy.openid}/unsubscribe`, { tmplIds: templates })
    await control(server, `/users/${town.deputy.openid}/subscribe`, {
      tmplIds: templates,
      answers: Object.fromEntries(templates.map((template) => [template, answer])),
      keep: true,
    })
  }
  await always('reject')
  const deputy = await openMe(server, town, town.deputy)
  await deputy.tap('再要几次')
  await deputy.see('您选过“总是拒绝”，不会提醒。')
  await always('accept')
  await deputy.tap('去设置')
  await deputy.notSee('您选过“总是拒绝”，不会提醒。')
  await deputy.tap('再要几次')
  await deputy.see('还能提醒 1 次。')
  await deputy.close()
})
