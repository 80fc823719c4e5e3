import Taro from '@tarojs/taro'
import { currentPage } from '../../../shared/words/moved-pages'

export const notFoundPage = '/pages/not-found'

/** What a page is asked for by; whatever else an address carries is of the way here. */
const kept = ['town', 'id']

function leadOn({ path, query }: { path: string; query: Record<string, string | undefined> }): string {
  const asked = path.replace(/^\//, '')
  if (currentPage(asked) === asked) return notFoundPage
  const words = kept.flatMap((name) => (query[name] ? [`${name}=${query[name]}`] : []))
  return `/${currentPage([asked, words.join('&')].filter(Boolean).join('?'))}`
}

/**
 * An address of an earlier release leads where its page has gone; any other one is none. WeChat takes the way on only at
 * once, so it is asked for outside of what is drawn.
 */
export const leadOnFromNowhere = () =>
  Taro.onPageNotFound((asked) => void Taro.redirectTo({ url: leadOn({ ...asked, query: asked.query }) }))
