import { type Callbacks, fail, succeed } from './callbacks'
import { NoWay, type PageStack } from './page-stack'
import type { Record } from './record'

type Going = Callbacks & { url: string }

/** Ways between pages, and the title bar. */
export function createScreenCalls(pages: PageStack, record: Record) {
  /** The way is judged in the call and gone in a task of its own, as on a phone. */
  const go = (name: string, options: Callbacks | undefined, way: () => () => void) => {
    try {
      const open = way()
      setTimeout(() => {
        open()
        succeed(name, options)
      }, 0)
    } catch (error) {
      if (!(error instanceof NoWay)) throw error
      record.refused.push(error.message)
      fail(options, error.message)
    }
  }
  /** Only a page of the tabs has the bar on which the count is drawn. */
  const onTab = (name: string, options: Callbacks, draw: () => unknown) => {
    if (!pages.isTab()) return fail(options, `${name}:fail not TabBar page`)
    draw()
    succeed(name, options)
  }
  return {
    navigateTo: (options: Going) => go('navigateTo', options, () => pages.navigateTo(options.url)),
    redirectTo: (options: Going) => go('redirectTo', options, () => pages.redirectTo(options.url)),
    switchTab: (options: Going) => go('switchTab', options, () => pages.switchTab(options.url)),
    reLaunch: (options: Going) => go('reLaunch', options, () => pages.reLaunch(options.url)),
    navigateBack: (options?: Callbacks & { delta?: number }) =>
      go('navigateBack', options, () => pages.navigateBack(options?.delta ?? 1)),

    setNavigationBarTitle(options: Callbacks & { title: string }) {
      const page = pages.top()
      if (page) page.title = options.title
      succeed('setNavigationBarTitle', options)
    },
    /** To a place of the page that is open; a sheet over it is not scrolled by this. */
    pageScrollTo(options: Callbacks & { selector?: string }) {
      const place = options.selector && pages.top()?.element.querySelector(options.selector)
      if (place === null) return fail(options, 'pageScrollTo:fail can not find element')
      succeed('pageScrollTo', options)
    },
    setTabBarBadge: (options: Callbacks & { index: number; text: string }) =>
      onTab('setTabBarBadge', options, () => record.badges.set(options.index, options.text)),
    removeTabBarBadge: (options: Callbacks & { index: number }) =>
      onTab('removeTabBarBadge', options, () => record.badges.delete(options.index)),
    stopPullDownRefresh: (options?: Callbacks) => succeed('stopPullDownRefresh', options),
  }
}
