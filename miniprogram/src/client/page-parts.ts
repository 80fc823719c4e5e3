import Taro from '@tarojs/taro'
import { onBackOnline } from './on-back-online'

/** The pages for everybody, where one goes without a moment's thought: there before the network is gone. */
const fetchedAhead = /^pages\//
const quietAfterMs = 1500

interface Route {
  path: string
  load: (context: object, query: object) => readonly unknown[]
}

/**
 * In a browser every page comes by itself when it is opened first. Those for everybody come ahead; of any other that does not
 * come it is said, and it is tried again when the network is back. What was written is in its drafts.
 */
export function tendPageParts() {
  if (process.env.TARO_ENV !== 'h5') return
  window.addEventListener('unhandledrejection', (event) => {
    if ((event.reason as Error | undefined)?.name !== 'ChunkLoadError') return
    event.preventDefault()
    void sayMissing()
  })
  setTimeout(() => void fetchAhead(), quietAfterMs)
}

async function fetchAhead() {
  const { routes = [] } = (window as { __taroAppConfig?: { routes?: Route[] } }).__taroAppConfig ?? {}
  for (const { path, load } of routes.filter((route) => fetchedAhead.test(route.path)))
    try {
      await load({ path }, {})[0]
    } catch {
      // The network is gone: what has not come is fetched once it is back.
      const end = onBackOnline(() => {
        end()
        void fetchAhead()
      })
      return
    }
}

async function sayMissing() {
  const end = onBackOnline(() => window.location.reload())
  const { confirm } = await Taro.showModal({
    title: '没有网络',
    content: '这一页还没有下载到这台设备上，有网了会自动打开。写过的话都还在。',
    confirmText: '再试一次',
    cancelText: '先回去',
  })
  if (confirm) return window.location.reload()
  end()
  window.history.back()
}
