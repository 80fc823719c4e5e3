import Taro from '@tarojs/taro'

type Resolve = Parameters<Parameters<typeof Taro.onNeedPrivacyAuthorization>[0]>[0]

/** WeChat checks that this very button has been tapped. */
export const agreeButton = 'agree-privacy'

/** What waits for an answer: a number, a picture, a name that somebody was about to give. */
const waiting: Resolve[] = []

/** Before WeChat hands over anything personal it asks us to ask, once until there is a “yes”. Older versions do not ask. */
export function listenForPrivacy() {
  if (process.env.TARO_ENV !== 'weapp' || typeof Taro.onNeedPrivacyAuthorization !== 'function') return
  Taro.onNeedPrivacyAuthorization((resolve) => {
    waiting.push(resolve)
    Taro.eventCenter.trigger('privacy')
    resolve({ event: 'exposureAuthorization' })
  })
}

export const isPrivacyAsked = () => waiting.length > 0

/** A “no” is an answer like any other: what waited for it does without. */
export function answerPrivacy(agreed: boolean) {
  for (const resolve of waiting.splice(0))
    resolve(agreed ? { event: 'agree', buttonId: agreeButton } : { event: 'disagree' })
  Taro.eventCenter.trigger('privacy')
}
