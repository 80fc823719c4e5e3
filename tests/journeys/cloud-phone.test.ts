/** @apart because WeChat stands in the place of Taro. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { listMyOpinions, writeOpinion } from '../../shared/matters/opinion/endpoints'
import { showMe } from '../../shared/api/sign-in'
import { showSuggestion } from '../../shared/matters/suggestion/endpoints'
import { refusals } from '../../shared/words/refusals'
import { type HostedServices, hostServices } from '../support/cloud'
import { type CloudPhone, openCloudPhone } from '../support/cloud-phone'
import { picture } from '../support/photos'
import { startServer, type TestServer } from '../support/server'
import { callsOf, control } from '../support/simulator'
import { buildTown, type TestTown } from '../support/town'

const env = 'prod-0a1b2c3d4e'
let server: TestServer
let town: TestTown
let services: HostedServices

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  services = await hostServices(server, [
    { name: 'phones', trusts: true, isPublic: false },
    { name: 'desks', trusts: false, isPublic: true },
  ])
})
afterEach(async () => {
  await services.stop()
  await server.stop()
})

const open = (openid = town.villager.openid) => openCloudPhone(server, openid, { env, service: 'phones' })
const opinion = (text: string) => ({
  deputyId: town.deputy.id,
  kind: 'report' as const,
  forWhom: 'self' as const,
  text,
})
const write = (phone: CloudPhone, text: string) =>
  phone.ask(writeOpinion, { params: { town: town.id }, input: opinion(text) })

test('all that the phone says goes inside WeChat, and the header tells who it is', async () => {
  const phone = await open()
  await phone.ask(showMe, {})
  await write(phone, '河堤冲垮了。')
  const mine = await phone.ask(listMyOpinions, { params: { town: town.id } })
  expect(mine.items).toHaveLength(1)
  const own = await town.villager.client.call(listMyOpinions, { params: { town: town.id } })
  expect(own.items).toHaveLength(1)
  expect(phone.inits).toEqual([{ env }])
  expect(phone.calls.map(({ method, path: to }) => `${method} ${to}`)).toEqual([
    'POST /api/sign-in',
    'GET /api/me',
    `POST /api/towns/${town.id}/opinions`,
    `GET /api/towns/${town.id}/my-opinions`,
  ])
  expect(await callsOf(server, '/sns/jscode2session')).toEqual([])
})

test('a refusal arrives with the sentence of the server', async () => {
  const phone = await open()
  const asking = phone.ask(showSuggestion, { params: { town: town.id, id: '0'.repeat(26) } })
  await expect(asking).rejects.toMatchObject({ code: 'not_allowed', message: refusals.not_allowed[1] })
})

test('what is more than WeChat carries is refused before it is sent, with what to do', async () => {
  const phone = await open()
  await phone.ask(showMe, {})
  const sent = phone.calls.length
  const tooLong = '汉'.repeat(33_000)
  await expect(write(phone, tooLong)).rejects.toMatchObject({
    code: 'too_large',
    message: expect.stringMatching(/请删短，或分几次提交/) as string,
  })
  expect(phone.calls).toHaveLength(sent)
  // WeChat itself would have refused more than 100 KiB without a word for people.
  const raw = await control<{ errMsg: string }>(server, '/call', {
    openid: town.villager.openid,
    service: 'phones',
    path: '/api/sign-in',
    method: 'POST',
    data: opinion('汉'.repeat(34_200)),
  })
  expect(raw.errMsg).toMatch(/^cloud\.callContainer:fail data exceeds/)
})

test('what WeChat still carries is sent, and the server says what it thinks of it', async () => {
  const phone = await open()
  await expect(write(phone, '汉'.repeat(32_600))).rejects.toMatchObject({ code: 'bad_input' })
})

test('a container that does not answer is a bad network: nothing that was typed is lost', async () => {
  const phone = await open()
  await services.stop()
  await expect(phone.ask(showMe, {})).rejects.toBeInstanceOf(phone.Offline)
})

test('a WeChat that is too old says so', async () => {
  const phone = await open()
  phone.beOld()
  await expect(phone.ask(showMe, {})).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/请把微信更新到最新版/) as string,
  })
})

test('pictures go by HTTPS to the service of the desks, with the token that came through WeChat', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloud-phone-'))
  const file = path.join(folder, 'picture.jpg')
  fs.writeFileSync(file, await picture())
  const phone = await open(town.unit.openid)
  const id = await phone.sendPhoto(town.id, file)
  expect(await phone.downloadPhoto(town.id, id)).toMatch(/^wxfile:/)
  expect([...phone.downloaded().subarray(0, 2)]).toEqual([0xff, 0xd8])
  expect(phone.uploaded).toEqual([`${server.simulator.publicUrl}/api/towns/${town.id}/photos`])
  expect(phone.calls.map((call) => call.path)).toEqual(['/api/sign-in'])
  // A token that has ended is made anew, for pictures as for words.
  const end = () => phone.storage.set('token', 'x'.repeat(43))
  end()
  expect(await phone.downloadPhoto(town.id, id)).toMatch(/^wxfile:/)
  end()
  expect(await phone.sendPhoto(town.id, file)).not.toBe(id)
  expect(phone.calls.map((call) => call.path)).toEqual(['/api/sign-in', '/api/sign-in', '/api/sign-in'])
  fs.rmSync(folder, { recursive: true })
  const neighbour = await open(town.coUnit.openid)
  await expect(neighbour.downloadPhoto(town.id, id)).rejects.toMatchObject({ code: 'not_found' })
})
