import type { Bundle } from './compile'
import type { Components, Root } from './components'
import type { Record } from './record'
import { meterSetData } from './set-data'

/** One opened page of the mini-program. */
export interface OpenPage {
  path: string
  root: Root
  element: HTMLElement
  title: string
}

/** WeChat's words for a way that is not open; the call fails with them. */
export class NoWay extends Error {}

const mostPages = 10

/** The pages that lie on one another, and the tab pages that stay alive behind the one that is shown. */
export function createPageStack(parts: {
  bundle: Bundle
  components: Components
  record: Record
  /** Runs the scripts of a page before it is opened the first time. */
  load: (path: string) => void
  screen: HTMLElement
}) {
  const { bundle, components, record, load, screen } = parts
  const tabs = (bundle.app.tabBar?.list ?? []).map(({ pagePath }) => pagePath)
  const registered = new Set([
    ...bundle.app.pages,
    ...(bundle.app.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
    ),
  ])
  const keptTabs = new Map<string, OpenPage>()
  let stack: OpenPage[] = []

  const top = () => stack[stack.length - 1]

  function create(path: string, query: Query): OpenPage {
    load(path)
    const element = document.createElement('div')
    element.dataset.page = path
    const place = element.appendChild(document.createElement('div'))
    screen.appendChild(element)
    const root = components.createRoot(path)
    const caller = root.get() as object as { route?: string; options?: Query }
    caller.route = path
    caller.options = query
    meterSetData(caller, record)
    root.attach(element as never, place as never)
    return { path, root, element, title: bundle.configs[path]?.navigationBarTitleText ?? '' }
  }

  /** Puts a new page on the stack and brings it up as WeChat does: load, show, ready. */
  function push(path: string, query: Query) {
    const page = create(path, query)
    stack.push(page)
    if (tabs.includes(path)) keptTabs.set(path, page)
    show(page)
    tell(page, 'onLoad', query)
    tell(page, 'onShow')
    tell(page, 'onReady')
  }
  function show(page: OpenPage) {
    for (const other of screen.children) (other as HTMLElement).hidden = other !== page.element
  }
  function hideTop() {
    const page = top()
    if (page) tell(page, 'onHide')
  }
  function discard(page: OpenPage) {
    tell(page, 'onUnload')
    page.root.release()
    page.element.remove()
    keptTabs.delete(page.path)
  }

  function read(call: string, url: string) {
    const { path, query } = splitUrl(url, top()?.path ?? '')
    if (!registered.has(path)) throw new NoWay(`${call}:fail page "${path}" is not found`)
    return { path, query, isTab: tabs.includes(path) }
  }

  return {
    top,
    all: () => stack,
    has: (path: string) => registered.has(path),
    isTab: () => tabs.includes(top()?.path ?? ''),

    /** Each way is checked at once and opened afterwards. @throws NoWay */
    navigateTo(url: string) {
      const { path, query, isTab } = read('navigateTo', url)
      if (isTab) throw new NoWay('navigateTo:fail can not navigateTo a tabbar page')
      if (stack.length >= mostPages) throw new NoWay('navigateTo:fail webview count limit exceed')
      return () => {
        hideTop()
        push(path, query)
      }
    },
    redirectTo(url: string) {
      const { path, query, isTab } = read('redirectTo', url)
      if (isTab) throw new NoWay('redirectTo:fail can not redirectTo a tabbar page')
      return () => {
        const page = stack.pop()
        if (page) discard(page)
        push(path, query)
      }
    },
    switchTab(url: string) {
      const { path, isTab } = read('switchTab', url)
      if (!isTab) throw new NoWay('switchTab:fail can not switch to no-tabBar page')
      if (url.includes('?')) throw new NoWay('switchTab:fail a tabbar page takes no query')
      return () => {
        if (top()?.path === path) return
        hideTop()
        for (const page of stack.splice(0).reverse()) if (!tabs.includes(page.path)) discard(page)
        const kept = keptTabs.get(path)
        if (!kept) return push(path, {})
        stack = [kept]
        show(kept)
        tell(kept, 'onShow')
      }
    },
    reLaunch(url: string) {
      const { path, query } = read('reLaunch', url)
      return () => {
        const all = new Set([...stack.splice(0).reverse(), ...keptTabs.values()])
        for (const page of all) discard(page)
        push(path, query)
      }
    },
    navigateBack(delta: number) {
      if (stack.length < 2) throw new NoWay('navigateBack:fail cannot navigate back at first page.')
      return () => {
        for (let left = Math.min(delta, stack.length - 1); left > 0; left -= 1) {
          const page = stack.pop()
          if (page) discard(page)
        }
        const page = top()
        if (!page) return
        show(page)
        tell(page, 'onShow')
      }
    },
  }
}
export type PageStack = ReturnType<typeof createPageStack>

export type Query = Readonly<{ [name: string]: string }>

/** The values stay as they are written in the address: WeChat decodes nothing. */
export function splitUrl(url: string, from: string): { path: string; query: Query } {
  const [place = '', search = ''] = url.split('?')
  const path = new URL(place, `weapp:///${from}`).pathname.slice(1)
  const pairs = search
    .split('&')
    .filter(Boolean)
    .map((pair) => [pair.split('=')[0], pair.split('=').slice(1).join('=')] as const)
  return { path, query: Object.fromEntries(pairs) as Query }
}

function tell(page: OpenPage, moment: string, ...values: unknown[]) {
  const caller = page.root.get() as object as { [name: string]: unknown }
  const handle = caller[moment]
  if (typeof handle === 'function') (handle as (...given: unknown[]) => void).apply(caller, values)
}
