/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { unshownOfSuggestion } from '../../../shared/matters/content-check/endpoints'
import { listMyOpinions } from '../../../shared/matters/opinion/endpoints'
import { replyTemplates } from '../../../shared/registers/reply-templates'
import { bring } from '../../support/bring'
import { pdf } from '../../support/files'
import { picture } from '../../support/photos'
import { patienceMs } from '../../support/screens/driver'
import { ensureBuilt } from '../../support/screens/built'
import { tellMainLine } from '../../support/screens/main-line-flow'
import { readWithoutNetwork, writeAndGoOn, writeWithoutNetwork } from '../../support/screens/offline-flow'
import { setStage } from '../../support/screens/stage'
import { createWeappDriver, type WeappDriver } from '../../support/screens/weapp-driver'
import { startServer, type TestServer } from '../../support/server'
import { forms, start, text } from '../../support/suggestion'
import { buildTown, signedIn, type TestTown } from '../../support/town'

/** All that the output asks WeChat for. A new name here is a new thing to look up in WeChat's documents. */
const declared = [
  'chooseImage',
  'downloadFile',
  'getSetting',
  'getAppBaseInfo',
  'getUserCryptoManager',
  'getStorageInfoSync',
  'getStorageSync',
  'login',
  'navigateTo',
  'offNetworkStatusChange',
  'onNeedPrivacyAuthorization',
  'onNetworkStatusChange',
  'onPageNotFound',
  'pageScrollTo',
  'previewImage',
  'reLaunch',
  'redirectTo',
  'removeStorageSync',
  'request',
  'requestSubscribeMessage',
  'setNavigationBarTitle',
  'setTabBarBadge',
  'removeTabBarBadge',
  'setStorageSync',
  'stopPullDownRefresh',
  'switchTab',
  'uploadFile',
]
/** Names that Taro looks for before it does without them. */
const probed = ['cloud', 'env', 'webpackJsonp']

let server: TestServer
let town: TestTown

beforeAll(() => ensureBuilt('weapp'), 180_000)
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

test('the main line, on the untouched weapp output', async () => {
  const drivers: WeappDriver[] = []
  const stage = await setStage(server, town, (person) => {
    const driver = createWeappDriver(server, town[person].openid)
    drivers.push(driver)
    return Promise.resolve(driver)
  })
  await tellMainLine(stage)
  for (const driver of drivers) {
    const { called, missing, setData } = driver.phone().host.record
    expect(declared).toEqual(expect.arrayContaining([...called]))
    expect(probed).toEqual(expect.arrayContaining([...missing]))
    expect(setData.largest).toBeLessThan(64 * 1024)
    await driver.close()
  }
})

test('a card of an earlier release opens the matter, and an inbox of that time still leads to it', async () => {
  const id = await bring(server, town, 'submitted')
  const old = `office/suggestion?town=${town.id}&id=${id}`
  await server.database.transaction((tx) =>
    tx.query('UPDATE inbox_message SET page = ? WHERE recipient_id = ?', [old, town.office.id]),
  )
  const office = createWeappDriver(server, town.office.openid)
  await office.open('/pages/home')
  await office.see('三关审查、交办、催办')
  expect([...office.phone().host.record.badges]).toEqual([[3, '1']])
  await office.open(`/${old}`)
  await office.see(text.facts)
  await office.open('/pages/inbox')
  await office.tap(`王建国代表提交了建议《${text.subject}》，请审查。`)
  await office.see(text.facts)
  await office.open('/deputy/nothing')
  await office.see('没有这个页面')
  await office.close()
})

test('what is passed on of a public page is a card without anybody in it, and opens for whoever gets it', async () => {
  const id = await bring(server, town, 'assigned')
  const villager = createWeappDriver(server, town.villager.openid)
  const friend = createWeappDriver(server, (await signedIn(server)).openid)
  const passOn = () => villager.phone().host.passOn()
  const opens = async (see: string) => {
    const { card, all } = passOn()
    expect(fs.existsSync(`miniprogram/dist/weapp${card?.imageUrl ?? '-'}`)).toBe(true)
    await friend.open(card?.path ?? '')
    await friend.see(see)
    return [card?.title, all?.title]
  }
  await villager.open('/pages/board')
  await villager.see('镇水利站')
  expect(await opens('镇水利站')).toEqual(Array(2).fill('禾丰坝镇代表建议办理公开栏'))
  await villager.open(`/pages/suggestion?town=${town.id}&id=${id}`)
  await villager.see('办理经过')
  expect(await opens('办理经过')).toEqual(Array(2).fill(`修复大郭西段河堤：11月23日 已交办`))
  await villager.open(`/pages/station?town=${town.id}&id=${town.station}`)
  await villager.see('在这里值守的代表')
  expect(await opens('在这里值守的代表')).toEqual(Array(2).fill('大郭西人大代表活动室：说给代表听'))
  // Whoever is not signed in can not write: this card goes to one person, and the deputy is the one of the address.
  await villager.open(`/pages/write?town=${town.id}&deputy=${town.deputy.id}`)
  await villager.see('想说的话')
  await villager.type('想说的话', '只告诉您。')
  expect(await opens('想说的话')).toEqual(['王建国 代表：有事跟我说', undefined])
  await friend.notSee('只告诉您。')
  await villager.open('/pages/matters')
  expect(passOn()).toEqual({})
  await villager.close()
  await friend.close()
})

test('a file picked from a talk hangs on the draft, and who reads it opens it', async () => {
  const id = await start(town)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'talk-'))
  const contract = path.join(folder, '清淤合同.pdf')
  fs.writeFileSync(contract, pdf())
  const page = `/desk/matter?kind=suggestion&town=${town.id}&id=${id}`
  const deputy = createWeappDriver(server, town.deputy.openid)
  await deputy.open(page)
  await deputy.tapId('action-edit')
  await deputy.tap('从聊天里选文件')
  await deputy.notSee('清淤合同')
  deputy.phone().host.layFileReady(contract)
  await deputy.tap('从聊天里选文件')
  await deputy.see('清淤合同.pdf')
  await deputy.notSee('正在上传…')
  await deputy.confirm()
  await deputy.see('清淤合同.pdf（PDF，1 KB）')
  await deputy.tapId('action-submit')
  await deputy.confirm()
  await deputy.see('待审查')
  await deputy.close()
  fs.rmSync(folder, { recursive: true })

  const office = createWeappDriver(server, town.office.openid)
  await office.open(page)
  await office.tap('清淤合同.pdf（PDF，1 KB）')
  const { opened } = office.phone().host.record
  for (const end = performance.now() + patienceMs; opened.length === 0 && performance.now() < end;)
    await new Promise((wake) => setTimeout(wake, 10))
  expect(opened.map(({ fileType, bytes }) => [fileType, Buffer.from(bytes ?? [])])).toEqual([['pdf', pdf()]])
  await office.close()
})

test('a unit begins with a template and blurs a photo before it sends it; the office blurs it anew, and takes that away', async () => {
  const id = await bring(server, town, 'handling')
  for (const [name, outcome, text] of [
    ['办好了的', 'solved', '____ 日已经修好，请去看。'],
    ['办不了的', 'cannotSolve', '眼下办不了，因为____。'],
  ] as const)
    await town.office.client.call(replyTemplates.endpoints.add, {
      params: { town: town.id },
      input: { name, outcome, text },
    })
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'album-'))
  const taken = path.join(folder, 'after.jpg')
  fs.writeFileSync(taken, await picture())
  const { reply } = forms(town)
  const unit = createWeappDriver(server, town.unit.openid)
  await unit.open(`/desk/matter?kind=suggestion&town=${town.id}&id=${id}`)
  await unit.tapId('action-reply')
  await unit.choose('办理结果', '已经解决')
  await unit.tap('挑一份范文照着改（1 份）')
  await unit.tap('办好了的')
  const answer = () => unit.phone().host.pages.top()?.element.querySelector('#field-text wx-textarea')
  for (let tries = 0; tries < 100 && !answer()?.getAttribute('value'); tries += 1)
    await new Promise((wake) => setTimeout(wake, 50))
  expect(answer()?.getAttribute('value')).toBe('____ 日已经修好，请去看。')
  await unit.type('答复文号', reply.documentNo)
  await unit.type('答复内容', reply.text)
  await unit.type('公开的一句话结果', reply.publicResult)
  await unit.type('去哪里、能看到什么', reply.toSee)
  await unit.type('签发人', reply.signer)
  // One that is picked without a network waits on the phone and goes with the form.
  await unit.setOnline(false)
  unit.phone().host.layPictureReady(taken)
  await unit.tapId('field-photosBefore .photos-add')
  await unit.see('有网再传')
  await unit.setOnline(true)
  unit.phone().host.layPictureReady(taken)
  await unit.tapId('field-photosAfter .photos-add')
  await unit.see('打码')
  await unit.tap('打码')
  await unit.tap('加一个框')
  // The frame is measured from the page, which sees into no component.
  const find = () => unit.phone().host.pages.top()?.element.querySelector('#blur-frame .blur-area')
  for (let tries = 0; tries < 100 && !find(); tries += 1) await new Promise((wake) => setTimeout(wake, 50))
  const frame = find()?.closest('#blur-frame')
  expect([frame?.querySelectorAll('.blur-area').length, frame?.closest('comp')]).toEqual([1, null])
  await unit.tap('打码看看')
  await unit.see('外面看到的是这样')
  await unit.tapId('cover-done')
  await unit.confirm()
  await unit.see('答复 禾水〔2026〕12 号')
  await unit.close()
  fs.rmSync(folder, { recursive: true })

  const params = { town: town.id, id }
  const { items } = await town.office.client.call(unshownOfSuggestion, { params })
  expect(items.filter(({ kind }) => kind === 'photo')).toHaveLength(2)
  const check = items.find(({ kind, blurred }) => kind === 'photo' && blurred !== null)
  expect(check?.blurred).toMatch(/^[0-9a-z]{26}$/)
  const office = createWeappDriver(server, town.office.openid)
  await office.open(`/desk/matter?kind=contentCheck&town=${town.id}&id=${check?.id}`)
  await office.see('打了码，外面看到的')
  await office.tapId('action-showWhole')
  await office.confirm()
  await office.notSee('打了码，外面看到的')
  await office.tapId('action-blur')
  await office.tap('打码看看')
  await office.see('请先在照片上框出要遮住的地方，再打码。')
  await office.tap('加一个框')
  await office.tap('打码看看')
  await office.see('外面看到的是这样')
  await office.confirm()
  await office.see('打了码，外面看到的')
  await office.close()
})

test('what is written without a network is sent once when it is back, whatever page is open then', async () => {
  const villager = createWeappDriver(server, town.villager.openid)
  await writeWithoutNetwork(villager)
  await writeAndGoOn(villager)
  await readWithoutNetwork(villager)
  await villager.close()
  const mine = await town.villager.client.call(listMyOpinions, { params: { town: town.id } })
  expect(mine.items).toHaveLength(2)
})
