import { type Callbacks, fail, succeed } from './callbacks'
import type { Gesture } from './gesture'
import type { Outside } from './outside'
import type { Record } from './record'

/** Signing in and the pop-up of subscribe messages, both answered by the simulator of WeChat. */
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
})
