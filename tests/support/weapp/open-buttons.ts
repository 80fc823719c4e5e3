import type { Components } from './components'
import type { Outside } from './outside'
import { type Privacy, unauthorized } from './wx-privacy'

/** Buttons whose tap WeChat itself answers: `open-type`. */
export function createOpenButtons(parts: {
  components: Components
  privacy: Privacy
  outside: Outside
  takePicture: () => string | undefined
}) {
  const { components, privacy, outside, takePicture } = parts
  const tell = components.emit

  const answers: Readonly<{ [openType: string]: (button: Element) => Promise<void> | void }> = {
    agreePrivacyAuthorization(button) {
      privacy.tapAgreement(button.id)
      tell(button, 'agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
    },
    async getPhoneNumber(button) {
      const detail = (await privacy.ask('getPhoneNumber'))
        ? await outside.phoneCode()
        : { errMsg: `getPhoneNumber:fail ${unauthorized}`, errno: 104 }
      tell(button, 'getphonenumber', detail)
    },
    async chooseAvatar(button) {
      if (!(await privacy.ask('chooseAvatar'))) return
      const avatarUrl = takePicture()
      if (avatarUrl !== undefined) tell(button, 'chooseavatar', { avatarUrl })
    },
  }

  return {
    press: (element: Element) => {
      const button = element.closest('wx-button')
      const openType = button && components.valueOf(button, 'open-type')
      if (typeof openType === 'string' && openType !== '') void answers[openType]?.(button as Element)
    },
  }
}
