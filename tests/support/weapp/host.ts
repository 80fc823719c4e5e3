import type { Bundle } from './compile'
import { createComponents } from './components'
import { createGesture } from './gesture'
import { createFingers } from './fingers'
import { catchErrors } from './errors'
import { setClock } from './clock'
import { createModules, forgetNewBuiltins } from './modules'
import type { Outside } from './outside'
import { createOpenButtons } from './open-buttons'
import { createPageStack, splitUrl } from './page-stack'
import { createRecord } from './record'
import { createAccount } from './wx-account'
import { createAlbum } from './wx-album'
import { createWx } from './wx-api'
import { createDevice } from './wx-device'
import { createFiles } from './wx-files'
import { createNetwork } from './wx-network'
import { createScreenCalls } from './wx-screen'
import { createSound } from './wx-sound'
import { createPrivacy } from './wx-privacy'
import { createStorage } from './wx-storage'

interface AppDefinition {
  onLaunch?: (options: object) => void
  onShow?: (options: object) => void
}

/** A miniature WeChat in a window: runs the untouched scripts of the mini-program and refuses what WeChat refuses. */
export function startHost(bundle: Bundle, outside: Outside) {
  const record = createRecord()
  forgetNewBuiltins()
  setClock(outside.now)
  catchErrors(record)
  const gesture = createGesture()
  const components = createComponents(bundle)
  const screen = document.body.appendChild(document.createElement('div'))
  let app: AppDefinition | undefined
  let onPageNotFound: ((asked: object) => void) | undefined
  const getApp = () => app

  const pages = createPageStack({ bundle, components, record, screen, load: loadPage })
  const network = createNetwork(outside, record)
  const privacy = createPrivacy(record, outside.privacyAgreed)
  const album = createAlbum(record, privacy)
  const files = createFiles(record, privacy)
  const sound = createSound(privacy, () => performance.now())
  const openButtons = createOpenButtons({ components, privacy, outside, takePicture: album.take })
  const wx = createWx(
    [
      createDevice(),
      createStorage(outside.storage),
      network.wx,
      album.wx,
      files.wx,
      sound.wx,
      privacy.wx,
      createAccount(outside, gesture, record),
      createScreenCalls(pages, record),
      { onError() {}, onUnhandledRejection() {}, onAppShow() {}, onAppHide() {} },
      { onPageNotFound: (listener: (asked: object) => void) => (onPageNotFound = listener) },
    ],
    record,
  )
  const modules = createModules(bundle, (place) => ({
    wx,
    App: (definition) => {
      app = definition as AppDefinition
    },
    Page: (definition) => components.define(place, (env) => env.Page(definition as object)),
    Component: (definition) => components.define(place, (env) => env.Component(definition as never)),
    Behavior: () => {
      throw new Error('Behavior is not used by the output and not known here')
    },
    getApp,
    getCurrentPages: () => pages.all().map(({ root }) => root.get()),
  }))

  function loadPage(path: string) {
    for (const wanted of Object.values(bundle.configs[path]?.usingComponents ?? {}))
      modules.load(modules.resolve(path, wanted))
    modules.load(`${path}.js`)
  }

  const showsTabs = () =>
    bundle.app.tabBar?.list.some(({ pagePath }) => pagePath === pages.top()?.path) ?? false

  return {
    record,
    wx,
    screen,
    pages,
    hides: bundle.hides,
    setOnline: network.setOnline,
    loseAnswers: network.loseAnswers,
    failEverySecond: network.failEverySecond,
    layPictureReady: album.layReady,
    layRecordingReady: sound.layReady,
    layFileReady: files.layReady,
    /** WeChat has looked at the name in a field of type nickname. */
    review(selector: string, verdict: { pass: boolean; timeout?: boolean }) {
      const input = pages.top()?.element.querySelector(selector)
      if (!input || components.valueOf(input, 'type') !== 'nickname')
        throw new Error(`${selector} is no field for a nickname.`)
      components.emit(input, 'nicknamereview', verdict)
    },
    fingers: createFingers(components, gesture, openButtons.press),

    /** Opens the mini-program at an address: from the list of mini-programs, a message card or a printed code. */
    launch(url: string, scene: number) {
      const { path, query } = splitUrl(url, '')
      const options = { path, query, scene }
      if (getApp() === undefined) {
        modules.load('app.js')
        getApp()?.onLaunch?.(options)
      }
      getApp()?.onShow?.(options)
      if (pages.has(path)) return pages.reLaunch(url)()
      // The way on counts only while the listener runs.
      onPageNotFound?.({ path, query, isEntryPage: true })
    },

    /** The five places at the foot of the screen; WeChat draws them, and only below a tab page. */
    showsTabs,
    tapTab(text: string) {
      const tab = bundle.app.tabBar?.list.find((one) => one.text === text)
      if (!tab || !showsTabs())
        throw new Error(`There is no tab ${text} on ${pages.top()?.path ?? 'an empty screen'}.`)
      pages.switchTab(`/${tab.pagePath}`)()
    },
    /** “转发给朋友” and “分享到朋友圈” of the menu: WeChat offers each where the page has an answer, and the second only beside the first. */
    passOn() {
      const page = (pages.top()?.root.get() ?? {}) as {
        onShareAppMessage?: (asked: object) => { title: string; path: string; imageUrl: string }
        onShareTimeline?: () => { title: string; query: string; imageUrl: string }
      }
      const card = page.onShareAppMessage?.({ from: 'menu' })
      return { card, all: card && page.onShareTimeline?.() }
    },
    /** The arrow in the title bar; on the first page WeChat draws a little house there, which leads home. */
    goBack() {
      if (pages.all().length > 1) pages.navigateBack(1)()
      else pages.reLaunch(`/${bundle.app.pages[0] ?? ''}`)()
    },
  }
}
export type Host = ReturnType<typeof startHost>
Object.assign(globalThis, { startHost })
