import { type Callbacks, succeed } from './callbacks'
import type { Record } from './record'

interface Answer {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}
type Listener = (resolve: (answer: Answer) => void, info: { referrer: string }) => void

/** WeChat's words where somebody did not agree; the code of it is 104. */
export const unauthorized = 'privacy permission is not authorized'

/**
 * 隐私授权: before anything personal is handed over the mini-program has to ask, and a “yes” counts only after a tap on
 * the button of agreement that it names.
 */
export function createPrivacy(record: Record, agreedBefore: boolean) {
  let agreed = agreedBefore
  let listener: Listener | undefined
  const tapped = new Set<string>()

  function settle({ event, buttonId = '' }: Answer): boolean {
    if (event === 'agree' && !tapped.has(buttonId)) {
      record.refused.push('resolve:fail the button of agreement has not been tapped')
      return false
    }
    agreed = event === 'agree'
    return agreed
  }

  return {
    wx: {
      onNeedPrivacyAuthorization(added: Listener) {
        listener = added
      },
      openPrivacyContract: (options?: Callbacks) => succeed('openPrivacyContract', options),
    },
    tapAgreement: (buttonId: string) => void tapped.add(buttonId),

    /** Whether this may go on; asks where nobody has been asked yet. */
    ask: (referrer: string): Promise<boolean> =>
      new Promise((resolve) => {
        if (agreed) return resolve(true)
        if (listener === undefined) {
          record.refused.push(`${referrer}:fail nobody listens to onNeedPrivacyAuthorization`)
          return resolve(false)
        }
        const answer = (given: Answer) => {
          if (given.event !== 'exposureAuthorization') resolve(settle(given))
        }
        // Never within the call.
        setTimeout(() => listener?.(answer, { referrer }), 0)
      }),
  }
}
export type Privacy = ReturnType<typeof createPrivacy>
