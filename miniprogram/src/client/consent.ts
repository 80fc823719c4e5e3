import Taro from '@tarojs/taro'

let templates: readonly string[] = []

/** Kept ready, because nothing may be awaited between a tap and the question. */
export function keepTemplates(ids: readonly string[]) {
  templates = ids
}

/**
 * Asks, in the tap that needs it, whether WeChat may tell this person how it goes on; each "yes" is good for one message.
 * A "no" changes nothing: the inbox has everything.
 */
export function askConsent() {
  if (process.env.TARO_ENV !== 'weapp' || templates.length === 0) return
  Taro.requestSubscribeMessage({ tmplIds: [...templates], entityIds: [] }).catch(() => undefined)
}
