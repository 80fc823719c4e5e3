import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { replyTemplates } from '../../../shared/registers/reply-templates'
import { bring } from '../../support/bring'
import { createH5Driver } from '../../support/screens/h5-driver'
import { townForEachTest } from '../../support/screens/town-in-browser'
import { everythingPasses } from '../../support/checks'
import { pdf } from '../../support/files'
import type { TestServer } from '../../support/server'
import { forms } from '../../support/suggestion'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun))

async function pictureFile(name: string, background: string) {
  const file = path.resolve(`tests/.output/${name}.jpg`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  await sharp({ create: { width: 1200, height: 900, channels: 3, background } })
    .jpeg()
    .toFile(file)
  return file
}

test('a unit begins with a template and adds photos and a file in the reply form; the deputy and everybody else see them', async () => {
  const id = await bring(server, town, 'handling')
  const before = await pictureFile('before', '#8c6a4a')
  const after = await pictureFile('after', '#4f8a5b')
  const paper = path.resolve('tests/.output/no-photo.svg')
  fs.writeFileSync(
    paper,
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20"/></svg>',
  )
  const { reply } = forms(town)
  for (const [name, outcome, text, kind] of [
    ['办好了的', 'solved', '____ 日已经修好，请去看。'],
    ['办不了的', 'cannotSolve', '眼下办不了，因为____。'],
    ['只答批评的', 'cannotSolve', '您批评得对。', 'criticism'],
  ] as const)
    await town.office.client.call(replyTemplates.endpoints.add, {
      params: { town: town.id },
      input: { name, outcome, text, ...(kind ? { kind } : {}) },
    })

  const unit = await createH5Driver(server, 'unit')
  await unit.open(`/desk/matter?kind=suggestion&town=${town.id}&id=${id}`)
  await unit.tapId('action-reply')
  const add = async (field: string, file: string) => {
    const chooser = unit.page.waitForEvent('filechooser')
    await unit.page.locator(`#field-${field} .photos-add`).tap()
    await (await chooser).setFiles(file)
  }
  await unit.notSee('范文')
  await unit.choose('办理结果', '暂时不能解决，已说明原因')
  // One more goes with this outcome, but not with this kind.
  await unit.see('挑一份范文照着改（1 份）')
  await unit.choose('办理结果', '已经解决')
  await unit.type('答复内容', '王代表：')
  await unit.tap('挑一份范文照着改（1 份）')
  await unit.see('办好了的')
  await unit.tap('办好了的')
  const answer = unit.page.locator('#field-text textarea')
  expect(await answer.inputValue()).toBe('王代表：\n____ 日已经修好，请去看。')
  await unit.type('去哪里、能看到什么', reply.toSee)
  await add('photosBefore', paper)
  await unit.see('这张照片打不开，请换一张 JPEG、PNG 或 WebP 格式的照片。')
  await unit.shot('photos-refused')
  await add('photosBefore', before)
  await unit.notSee('这张照片打不开')
  // It has arrived: only then can a part of it be covered.
  await unit.page.locator('#field-photosBefore .photos-cover').waitFor({ timeout: 20_000 })
  await unit.notSee('正在上传…')
  await unit.setOnline(false)
  await add('photosAfter', after)
  // It waits on the device, and goes with the form.
  await unit.see('有网再传')
  await unit.shot('photos-offline')
  await unit.setOnline(true)
  await add('photosAfter', before)
  await unit.notSee('正在上传…')
  await unit.page.locator('#field-photosBefore .photos-cover').tap()
  await unit.tap('加一个框')
  await unit.tap('打码看看')
  await unit.see('外面看到的是这样')
  await unit.shot('photos-cover')
  await unit.tapId('cover-done')
  await unit.notSee('外面看到的是这样')
  await unit.page.locator('#field-photosAfter .photos-remove').last().tap()
  const chooser = unit.page.waitForEvent('filechooser')
  await unit.page.locator('#field-files .files-add').tap()
  const contract = path.resolve('tests/.output/清淤合同.pdf')
  fs.writeFileSync(contract, pdf())
  await (await chooser).setFiles(contract)
  await unit.see('清淤合同.pdf')
  await unit.notSee('正在上传…')
  await unit.shot('photos-field')
  await unit.type('答复文号', reply.documentNo)
  await unit.type('答复内容', reply.text)
  await unit.type('公开的一句话结果', reply.publicResult)
  await unit.type('签发人', reply.signer)
  await unit.confirm()
  await unit.see('答复 禾水〔2026〕12 号')
  await unit.see('办理后')
  await unit.see('清淤合同.pdf（PDF，1 KB）')
  await unit.close()

  const deputy = await createH5Driver(server, 'deputy')
  await deputy.open(`/desk/matter?kind=suggestion&town=${town.id}&id=${id}`)
  await deputy.see('办理前')
  await deputy.page.waitForFunction(() => document.querySelectorAll('.photos-picture img').length === 2)
  await deputy.page.getByText('办理后', { exact: true }).last().scrollIntoViewIfNeeded()
  await deputy.shot('photos-deputy')
  const arriving = deputy.page.waitForEvent('download')
  await deputy.tap('清淤合同.pdf（PDF，1 KB）')
  const taken = await arriving
  expect([taken.suggestedFilename(), fs.readFileSync(await taken.path())]).toEqual(['清淤合同.pdf', pdf()])
  await deputy.close()

  const early = await createH5Driver(server, undefined)
  await early.open(`/pages/suggestion?town=${town.id}&id=${id}`)
  await early.see('办理后')
  await early.see('核对中')
  await early.shot('photos-being-checked')
  await early.close()
  await everythingPasses(server)
  server.clock.advance({ seconds: 2 })
  const visitor = await createH5Driver(server, undefined)
  await visitor.open(`/pages/suggestion?town=${town.id}&id=${id}`)
  await visitor.page.waitForFunction(() => document.querySelectorAll('.pair-picture img').length === 2)
  await visitor.shot('photos-public')
  await visitor.page.locator('.pair-one').first().tap()
  const shown = visitor.page.locator('.large img')
  await visitor.page.waitForFunction(() => document.querySelector<HTMLImageElement>('.large img')?.complete)
  await visitor.shot('photos-large')
  const first = (await shown.getAttribute('src')) ?? ''
  await visitor.tap('下一张')
  await visitor.see('2 / 2')
  await visitor.page.waitForFunction(
    (before) => document.querySelector('.large img')?.getAttribute('src') !== before,
    first,
  )
  await visitor.page.keyboard.press('ArrowLeft')
  await visitor.see('1 / 2')
  const whole = (await shown.boundingBox())?.width ?? 0
  await shown.tap()
  await visitor.page.waitForFunction(
    (least) => (document.querySelector('.large img')?.getBoundingClientRect().width ?? 0) > least,
    whole * 2,
  )
  await visitor.page.keyboard.press('Escape')
  await shown.waitFor({ state: 'detached' })
  await visitor.close()
}, 120_000)
