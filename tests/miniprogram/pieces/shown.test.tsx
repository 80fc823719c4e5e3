/** @jest-environment ./tests/support/pieces/browser-environment.ts */
import fs from 'node:fs'
import path from 'node:path'
import { Bars } from '../../../miniprogram/src/pieces/bars'
import { CountLine } from '../../../miniprogram/src/pieces/count-line'
import { FigureCards } from '../../../miniprogram/src/pieces/figure-cards'
import { Empty } from '../../../miniprogram/src/pieces/empty'
import { Guarded } from '../../../miniprogram/src/pieces/guarded'
import { Heading } from '../../../miniprogram/src/pieces/heading'
import { LeftNotice } from '../../../miniprogram/src/pieces/left-notice'
import { Loaded } from '../../../miniprogram/src/pieces/loaded'
import { MorePages } from '../../../miniprogram/src/pieces/more-pages'
import { Notice, TroubleNotice } from '../../../miniprogram/src/pieces/notice'
import { Page } from '../../../miniprogram/src/pieces/page'
import { Part } from '../../../miniprogram/src/pieces/part'
import { PhotoPair } from '../../../miniprogram/src/pieces/photo-pair'
import { PhotoRow } from '../../../miniprogram/src/pieces/photos'
import { PrintButton } from '../../../miniprogram/src/pieces/print-button'
import { ReadAloud } from '../../../miniprogram/src/pieces/read-aloud'
import { Skeleton } from '../../../miniprogram/src/pieces/skeleton'
import { Surroundings } from '../../../miniprogram/src/pieces/surroundings'
import { Tag } from '../../../miniprogram/src/pieces/tag'
import { Timeline } from '../../../miniprogram/src/pieces/timeline'
import { WechatButton } from '../../../miniprogram/src/pieces/wechat-button'
import { YearGlance } from '../../../miniprogram/src/pieces/year-glance'
import { usePages } from '../../../miniprogram/src/hooks/use-pages'
import { draw } from '../../support/pieces/draw'
import Taro, { called } from '../../support/pieces/taro'

const around = {
  sendPhoto: jest.fn(),
  fetchPhoto: jest.fn(),
  blurPhoto: jest.fn(),
  chooseFiles: jest.fn(),
  choosePhotosAsFiles: jest.fn(),
  sendFile: jest.fn(),
  signIn: jest.fn(),
  beginAnew: jest.fn(),
  whoAmI: jest.fn(),
  head: null,
  settling: null,
  over: <b id="over" />,
}

test('a state is word, shape and colour together', () => {
  const { one, text } = draw(<Tag tone="late">逾期</Tag>)
  expect([one('.tag').className, text(), one('.tag-shape').tagName]).toEqual(['tag tag-late', '逾期', 'DIV'])
})

test('numbers stand beside their words; what is late shows only where there is any', () => {
  const { all, again } = draw(<CountLine counts={{ 在办: 2, 逾期: 1 }} late="逾期" />)
  expect(all('.figure').map(({ textContent }) => textContent)).toEqual(['2在办', '1逾期'])
  expect(all('.figure-late')).toHaveLength(1)
  again(<CountLine counts={{ 在办: 2, 逾期: 0 }} late="逾期" />)
  expect(all('.figure-late')).toHaveLength(0)
})

test('what happened stands newest first', () => {
  const entries = [
    { when: '11月1日', line: '收到' },
    { when: '11月2日', line: '答复', note: '一句话' },
  ]
  const { all } = draw(<Timeline entries={entries} />)
  expect(all('.moment-line').map(({ textContent }) => textContent)).toEqual(['答复', '收到'])
  expect(all('.moment-last .moment-note').map(({ textContent }) => textContent)).toEqual(['一句话'])
})

test('what follows has a name that a reader jumps to, large or small', () => {
  const { all } = draw(
    <>
      <Heading large>公开栏</Heading>
      <Heading>最近的建议</Heading>
    </>,
  )
  const said = all('[role=heading]').map((one) => [one.className, one.getAttribute('aria-level')])
  expect(said).toEqual([
    ['title', '2'],
    ['heading', '2'],
  ])
})

test('nothing here is said kindly, with what one could do next', () => {
  const next = jest.fn()
  const { text, key, again, all } = draw(
    <Empty next="写一件" onNext={next}>
      还没有。
    </Empty>,
  )
  expect(text()).toBe('还没有。写一件')
  key('.button', 'Enter')
  expect(next).toHaveBeenCalledTimes(1)
  again(<Empty>还没有。</Empty>)
  expect(all('.button')).toEqual([])
})

const state = { value: undefined, trouble: undefined, reload: jest.fn(), put: () => undefined }
const drawLoaded = (of: object) => (
  <Surroundings.Provider value={around}>
    <Loaded state={{ ...state, ...of }}>{(value: string) => <i>{value}</i>}</Loaded>
  </Surroundings.Provider>
)
const trouble = (kind: 'offline' | 'refused' | 'signedOut') => ({ trouble: { kind, sentence: '没有连上。' } })

test('what comes from the server has four looks: coming, refused or offline, old beside the trouble, and here', () => {
  const { all, again, text, tap } = draw(drawLoaded({}))
  expect(all('.skeleton')).toHaveLength(2)
  again(drawLoaded(trouble('offline')))
  expect([all('.notice-soon').length, text()]).toEqual([1, '没有连上。再试一次'])
  tap('.button')
  expect(state.reload).toHaveBeenCalledTimes(1)
  again(drawLoaded(trouble('refused')))
  expect(all('.notice-late')).toHaveLength(1)
  again(drawLoaded({ value: '旧的', ...trouble('offline') }))
  expect(text()).toBe('没有连上。再试一次旧的')
  again(drawLoaded({ value: '旧的', asOf: Date.UTC(2026, 10, 28, 1) }))
  expect(text()).toMatch(/^网络不好，下面是 .*11月28日.* 09:00 看到的，有网会自动换成新的。再试一次旧的$/)
  again(drawLoaded({ value: '新的' }))
  expect([text(), all('.notice').length]).toEqual(['新的', 0])
})

test('whoever is signed out is led to where one signs in', () => {
  const { tap, text } = draw(drawLoaded(trouble('signedOut')))
  expect(text()).toBe('没有连上。登录')
  tap('.button')
  expect(around.signIn).toHaveBeenCalledTimes(1)
})

test('a sentence has at most two ways on', () => {
  const [see, next] = [jest.fn(), jest.fn()]
  const { all, tap } = draw(
    <Notice tone="done" see={see} next={{ label: '下一步', onTap: next }}>
      好了。
    </Notice>,
  )
  expect(all('.button').map(({ textContent }) => textContent)).toEqual(['看最新情况', '下一步'])
  tap('.button')
  expect([see.mock.calls.length, next.mock.calls.length]).toEqual([1, 0])
  expect(draw(<TroubleNotice trouble={trouble('refused').trouble} />).text()).toBe('没有连上。')
})

test('the foot of a list has a way to more of it, a look while it comes, and an end', () => {
  const pages = { hasMore: true, busy: false, more: jest.fn(), moreTrouble: undefined }
  const { tap, again, all, text } = draw(<MorePages pages={pages} />)
  tap('.button')
  expect(pages.more).toHaveBeenCalledTimes(1)
  again(<MorePages pages={{ ...pages, busy: true, ...{ moreTrouble: trouble('offline').trouble } }} />)
  expect([all('.button-busy').length, all('.notice').length]).toEqual([1, 1])
  again(<MorePages pages={{ ...pages, hasMore: false }} />)
  expect(text()).toBe('没有更多了')
})

test('a page bears its title, and what may come over any page', () => {
  const { one, text } = draw(
    <Surroundings.Provider value={around}>
      <Page title="标题" bare>
        内容
      </Page>
    </Surroundings.Provider>,
  )
  expect([one('.page').className, text(), one('#over').tagName]).toEqual(['page page-bare', '内容', 'B'])
  expect(called).toContainEqual(['setNavigationBarTitle', { title: '标题' }])
})

test('what cannot be drawn leaves a sentence and a way home', () => {
  const Broken = (): never => {
    throw new Error('不是这个样子的数据')
  }
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const { text, tap } = draw(
    <Surroundings.Provider value={around}>
      <Guarded>
        <Broken />
      </Guarded>
    </Surroundings.Provider>,
  )
  expect(text()).toContain('这一页没有显示出来')
  expect(quiet).toHaveBeenCalled()
  quiet.mockRestore()
  tap('.button')
  expect(around.beginAnew).toHaveBeenCalledTimes(1)
})

test('a form that was left is gone on with, and thrown away only at the second word', () => {
  const anew = jest.fn()
  const { text, tap } = draw(<LeftNotice at={Date.UTC(2026, 10, 28, 1)} onAnew={anew} />)
  expect(text()).toMatch(/^这是您上次没写完的（.*11月28日.* 09:00），接着写就行。/)
  tap('.button')
  expect([text(), anew.mock.calls]).toEqual(['上次写的就没有了，找不回来。真的不要了', []])
  tap('.button')
  expect(anew).toHaveBeenCalledTimes(1)
})

test('pictures are shown large at a press; of what is not checked yet there is the place', () => {
  const { key, one, all, again } = draw(<PhotoRow label="照片" sources={['/a', '/b']} beingChecked={1} />)
  expect(all('.photos-one')).toHaveLength(3)
  key('.photos-one', 'Enter')
  expect(one('.large').getAttribute('aria-label')).toBe('照片，第 1 张，共 2 张')
  again(<PhotoRow sources={[]} />)
  expect(all('.photos')).toEqual([])
})

test('before and after stand side by side, each says what it shows, and a press shows all of them large', () => {
  const { all, key, one, text } = draw(
    <PhotoPair
      of="修复河堤"
      sides={[
        { word: '办理前', sources: ['/before'] },
        { word: '办理后', sources: ['/after', '/later'], beingChecked: 1 },
      ]}
    />,
  )
  expect(all('.pair-picture').map((one) => one.getAttribute('alt'))).toEqual([
    '办理前：修复河堤，点开看大图',
    '办理后：修复河堤，第 1 张，点开看大图',
    '办理后：修复河堤，第 2 张，点开看大图',
  ])
  expect(text()).toBe('办理前核对中办理后')
  key('.pair-one', 'Enter')
  expect([one('.large-picture').getAttribute('src'), one('.large-nth').textContent]).toEqual([
    '/before',
    '1 / 3',
  ])
})

test('bars are as long as what they stand for, the late part first, and each says it in words', () => {
  const open = jest.fn()
  const rows = [
    { key: 'a', name: '大郭西村', whole: 8, late: 2, words: '在办 8 件，逾期 2 件' },
    { key: 'b', name: '柳树坪村', whole: 4, late: 0, words: '在办 4 件' },
  ]
  const { all, key, text } = draw(<Bars rows={rows} onOpen={open} />)
  const widths = (name: string) => all(name).map((one) => one.style.width)
  expect([widths('.bars-late'), widths('.bars-rest')]).toEqual([
    ['25%', '0%'],
    ['75%', '50%'],
  ])
  expect(text()).toContain('在办 8 件，逾期 2 件')
  key('.bars-row', 'Enter')
  expect(open).toHaveBeenCalledWith('a')
})

test('a figure says what it was, and opens what it counts', () => {
  const open = jest.fn()
  const { one, key, text } = draw(
    <FigureCards cards={[{ word: '逾期', figure: '4', note: '一个月里新增 2', late: true, onOpen: open }]} />,
  )
  expect([text(), one('.figure-card').className]).toEqual([
    '逾期4一个月里新增 2',
    'figure-card figure-card-late',
  ])
  key('.figure-card', 'Enter')
  expect(open).toHaveBeenCalledTimes(1)
})

test('a figure of what is nobody’s to read opens nothing', () => {
  const { one } = draw(<FigureCards cards={[{ word: '群众等回复', figure: '2', note: '没有逾期的' }]} />)
  expect(one('.figure-card').getAttribute('role')).toBeNull()
})

test('a printer stands beside a desk only', () => {
  const print = jest.fn()
  Object.assign(window, { innerWidth: 390 })
  expect(draw(<PrintButton onTap={print} />).all('.button')).toEqual([])
  Object.assign(window, { innerWidth: 1280 })
  draw(<PrintButton onTap={print} />).tap('.button')
  expect(print).toHaveBeenCalledTimes(1)
})

test('a labelled text, the shape of what is coming, and a button that WeChat answers', () => {
  expect(draw(<Part label="结果">修好了</Part>).text()).toBe('结果修好了')
  expect(draw(<Skeleton lines={2} cards={3} />).all('.skeleton-line')).toHaveLength(6)
  const { one } = draw(
    <WechatButton asks="getPhoneNumber" id="give" busy onAnswer={() => undefined}>
      给号码
    </WechatButton>,
  )
  expect([one('#give').className, one('#give').hasAttribute('disabled')]).toEqual([
    'button button-quiet button-busy',
    true,
  ])
})

test('a year shows each of its days with a word where it is another one, and those ahead can be picked', () => {
  const picked = jest.fn()
  const marks = new Map([
    ['2028-02-29', { tone: 'own', sign: '本休', word: '本镇自己设的，放假，庙会' } as const],
  ])
  const { all, one, key } = draw(<YearGlance year={2028} marks={marks} today="2028-02-28" onPick={picked} />)
  expect([all('.glance-month').length, all('.glance-day').length]).toEqual([12, 366])
  expect([one('#day-2028-02-29').textContent, one('#day-2028-02-28').textContent]).toEqual([
    '29本休',
    '28今天',
  ])
  expect(one('#day-2028-02-29').getAttribute('aria-label')).toBe('29 本休，2月29日，本镇自己设的，放假，庙会')
  key('#day-2028-02-29', 'Enter')
  expect([picked.mock.calls, one('#day-2028-02-28').getAttribute('role')]).toEqual([[['2028-02-29']], null])
})

test('every piece is drawn by one of these tests', () => {
  const pieces = fs
    .readdirSync(path.resolve(__dirname, '../../../miniprogram/src/pieces'))
    .filter((name) => name.endsWith('.tsx'))
  const tests = fs
    .readdirSync(__dirname)
    .map((name) => fs.readFileSync(path.join(__dirname, name), 'utf8'))
    .join('\n')
  expect(pieces.filter((name) => !tests.includes(`src/pieces/${name.replace('.tsx', '')}'`))).toEqual([])
})

test('in large type a text is read aloud and stopped again; where nothing can read there is no button', () => {
  const { one, all, tap, text, again } = draw(<ReadAloud text="河堤修好了。" />)
  expect(all('.button')).toEqual([])
  const stored = jest.spyOn(Taro, 'getStorageSync').mockReturnValue('on')
  again(<ReadAloud key="large" text="河堤修好了。" />)
  expect(all('.button')).toEqual([])

  const said: { text: string; lang: string; onend?: () => void }[] = []
  const cancel = jest.fn()
  class Said {
    lang = ''
    constructor(readonly text: string) {}
  }
  Object.assign(globalThis, {
    speechSynthesis: { speak: (one: Said) => said.push(one), cancel },
    SpeechSynthesisUtterance: Said,
  })
  Object.assign(window, { speechSynthesis: (globalThis as { speechSynthesis?: unknown }).speechSynthesis })
  again(<ReadAloud key="able" text="河堤修好了。" />)
  tap('.button')
  expect(said).toMatchObject([{ text: '河堤修好了。', lang: 'zh-CN' }])
  expect(text()).toBe('不念了')
  tap('.button')
  expect([text(), said.length]).toEqual(['听一听', 1])
  expect(one('.button')).toBeDefined()
  again(<b />)
  expect(cancel).toHaveBeenCalledTimes(4)
  stored.mockRestore()
})

test('what goes onto paper is brought whole, page after page', async () => {
  const asked: (string | undefined)[] = []
  const pagesOf = (cursor: string | undefined) => {
    asked.push(cursor)
    const at = Number(cursor ?? 0)
    return Promise.resolve({ items: [at], next: at < 3 ? String(at + 1) : null, said: '一句话' })
  }
  const held: { rest?: () => Promise<void> } = {}
  function Listed() {
    const pages = usePages<number, { said: string }>(pagesOf, [])
    held.rest = pages.rest
    return (
      <>
        {pages.value ? `${pages.value.said}${pages.value.items.join()}` : ''}
        <MorePages pages={pages} />
      </>
    )
  }
  const { arrive, text } = draw(<Listed />)
  await arrive()
  expect(text()).toBe('一句话0再看一些这里没有印全：请用页上的“打印”，会先取全部再印。')
  void held.rest?.()
  await arrive()
  expect([text(), asked]).toEqual(['一句话0,1,2,3没有更多了', [undefined, '1', '2', '3']])
})
