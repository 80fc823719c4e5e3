import type { Page, Route } from 'playwright-core'

/** How the server is to behave for what a screen asks: answer, keep silent, be out of reach, or say no. */
export type Manner = 'answer' | 'silent' | 'away' | 'refuse'

/** The server's own sentence for what is not there. */
const refusal = { code: 'not_found', message: '没有找到，可能已经移走或地址不对，请返回首页重新打开。' }

/** Stands between a page and the server; signing in is always let through. */
export async function directTraffic(page: Page) {
  let manner: Manner = 'answer'
  const held: Route[] = []

  const serve = async (route: Route) => {
    if (manner === 'answer' || /\/api\/(sign-in|demo)/.test(route.request().url())) await route.continue()
    else if (manner === 'silent') held.push(route)
    else if (manner === 'away') await route.abort('internetdisconnected')
    else await route.fulfill({ status: 404, json: refusal })
  }
  await page.route('**/api/**', serve)
  return {
    /** From now on like this; what is still waiting is dealt with in the same manner. */
    async turn(next: Manner) {
      manner = next
      for (const route of held.splice(0)) await serve(route)
    },
  }
}
