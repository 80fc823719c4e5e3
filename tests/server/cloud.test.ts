import { createWechat } from '../../server/gateways/wechat/wechat'
import { type HostedServices, hostServices } from '../support/cloud'
import { startServer, type TestServer } from '../support/server'
import { addUser, callsOf, control } from '../support/simulator'

const openid = 'o' + 'c'.repeat(27)
const stranger = 'o' + 'f'.repeat(27)
let server: TestServer
let hosted: HostedServices

beforeEach(async () => {
  server = await startServer()
  await addUser(server, { openid })
})
afterEach(async () => {
  await hosted.stop()
  await server.stop()
})

/** The app as a service of 微信云托管. */
async function host({ trusts, isPublic }: { trusts: boolean; isPublic: boolean }) {
  hosted = await hostServices(server, [{ name: 'server', trusts, isPublic }])
}

const signIn = (more: object = {}) =>
  control<{ statusCode: number; data: { token?: string; code?: string } }>(server, '/call', {
    openid,
    service: 'server',
    method: 'POST',
    path: '/api/sign-in',
    data: { code: 'no-code-of-wechat' },
    ...more,
  })
const forged = { 'X-WX-OPENID': stranger, 'X-WX-SOURCE': 'wx_client' }
const known = async () =>
  (await server.database.reader.query<{ openid: string }[]>('SELECT openid FROM account')).map(
    (account) => account.openid,
  )

test('inside the cloud whoever calls is signed in by the header, and WeChat is not asked', async () => {
  await host({ trusts: true, isPublic: false })
  expect(await signIn()).toMatchObject({ statusCode: 200, data: { token: expect.any(String) as string } })
  expect(await known()).toEqual([openid])
  expect(hosted.counted).toEqual([openid])
  expect(await callsOf(server, '/sns/jscode2session')).toEqual([])
})

test('under 资源复用 the FROM header counts for the configured mini-program', async () => {
  await host({ trusts: true, isPublic: false })
  await control(server, '/named-faults/cloudFromOnly', {})
  expect((await signIn()).statusCode).toBe(200)
  expect(await known()).toEqual([openid])
})

test('the FROM header of another mini-program is nobody', async () => {
  await host({ trusts: true, isPublic: false })
  const answer = await fetch(`${hosted.urls[0]}/api/sign-in`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-wx-from-openid': stranger,
      'x-wx-from-appid': 'wxffffffffffffffff',
    },
    body: JSON.stringify({ code: 'x' }),
  })
  expect([answer.status, await known()]).toEqual([401, []])
})

test('a call without an openid is signed in by its code or not at all', async () => {
  await host({ trusts: true, isPublic: false })
  await control(server, '/named-faults/cloudWithoutOpenid', {})
  expect(await signIn()).toMatchObject({ statusCode: 401, data: { code: 'sign_in_code_bad' } })
  expect(await known()).toEqual([])
})

test('forged headers on the public route are not believed', async () => {
  await host({ trusts: false, isPublic: true })
  expect(await signIn({ via: 'public', header: forged })).toMatchObject({
    statusCode: 401,
    data: { code: 'sign_in_code_bad' },
  })
  expect(hosted.counted).toEqual([expect.stringMatching(/127\.0\.0\.1$/)])
  await control(server, '/named-faults/cloudForgedHeaders', {})
  expect((await signIn()).statusCode).toBe(401)
  expect(await known()).toEqual([])
})

test('forged headers do not come through where public access is closed as the setting states', async () => {
  await host({ trusts: true, isPublic: false })
  expect((await signIn({ via: 'public', header: forged })).statusCode).toBe(404)
  expect(await known()).toEqual([])
})

test('through the open interface a push goes out without a token', async () => {
  await host({ trusts: true, isPublic: false })
  const path = '/cgi-bin/message/subscribe/send'
  await control(server, '/cloud/open-interface', { isOn: true, paths: [path] })
  await control(server, '/cloud/rebuild', {})
  await control(server, `/users/${openid}/subscribe`, { tmplIds: ['sim-template-task'] })
  const wechat = createWechat(
    { ...server.env.wechat, openInterface: server.simulator.openInterfaceUrl },
    server.clock.now,
  )
  const push = {
    openid,
    kind: 'task',
    number: 'A1',
    time: '2026年11月23日 09:00',
    page: 'pages/matter',
  } as const
  expect(await wechat.sendPush(push)).toMatchObject({ end: 'sent' })
  const [call] = await callsOf(server, path)
  expect(call?.query).toEqual({})
  expect(await callsOf(server, '/cgi-bin/stable_token')).toEqual([])
})
