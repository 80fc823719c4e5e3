import { type Callbacks, fail, succeed } from './callbacks'

/** A mid-range Android phone with a current WeChat. */
const size = { windowWidth: 390, windowHeight: 760, screenWidth: 390, screenHeight: 844, pixelRatio: 2 }
const app = { SDKVersion: '3.5.0', version: '8.0.50', language: 'zh_CN', theme: 'light', fontSizeSetting: 17 }

export const createDevice = () => ({
  getSystemInfoSync: () => ({
    ...size,
    ...app,
    platform: 'android',
    system: 'Android 10',
    statusBarHeight: 24,
  }),
  getWindowInfo: () => ({ ...size, statusBarHeight: 24 }),
  getAppBaseInfo: () => ({ ...app }),
  getDeviceInfo: () => ({ platform: 'android', system: 'Android 10' }),
  getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
  getUserCryptoManager: () => ({
    getRandomValues(options: Callbacks & { length: unknown }) {
      const { length } = options
      if (typeof length !== 'number' || length < 1 || length > 65_536)
        return fail(options, 'getRandomValues:fail invalid length')
      succeed('getRandomValues', options, {
        randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
      })
    },
  }),
  canIUse: () => true,
  nextTick: (act: () => void) => void setTimeout(act, 0),
})
