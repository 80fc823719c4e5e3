import { type Callbacks, fail, succeed } from './callbacks'
import type { Gesture } from './gesture'
import type { Outside } from './outside'
import type { Record } from './record'

/** Signing in, the pop-up of subscribe messages and what is kept of it, all answered by the simulator of WeChat. */
export const createAccount = (outside: Outside, gesture: Gesture, record: Record) => ({
  login(options: Callbacks) {
    outside.loginCode().then(
      (code) => succeed('login', options, { code }),
      () => fail(options, 'login:fail '),
    )
  },

  requestSubscribeMessage(options: Callbacks & { tmplIds?: unknown }) {
    if (!gesture.isOpen()) {
      const refusal = 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.'
      record.refused.push(refusal)
      return fail(options, refusal)
    }
    outside.subscribe(options.tmplIds).then(
      ({ errMsg, ...outcome }) => {
        if (String(errMsg).endsWith(':ok')) return succeed('requestSubscribeMessage', options, outcome)
        record.refused.push(String(errMsg))
        fail(options, String(errMsg), outcome)
      },
      () => fail(options, 'requestSubscribeMessage:fail network', { errCode: 10003 }),
    )
  },

  getSetting: (options: Callbacks) => tellSetting('getSetting', outside, options),

  /** The page of WeChat's own settings, from which the person comes back. */
  openSetting(options: Callbacks) {
    if (gesture.isOpen()) return tellSetting('openSetting', outside, options)
    const refusal = 'openSetting:fail can only be invoked by user TAP gesture.'
    record.refused.push(refusal)
    fail(options, refusal)
  },
})

/** Kept choices are told only to whoever asks for them. */
function tellSetting(name: string, outside: Outside, options: Callbacks & { withSubscriptions?: boolean }) {
  outside.setting().then(
    ({ subscriptionsSetting }) =>
      succeed(name, options, {
        authSetting: {},
        ...(options.withSubscriptions ? { subscriptionsSetting } : {}),
      }),
    () => fail(options, `${name}:fail network`),
  )
}
