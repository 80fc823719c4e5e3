/** What pieces ask of Taro; each call is kept. */
export const called: unknown[][] = []

const keep =
  (name: string) =>
  (...given: unknown[]) => {
    called.push([name, ...given])
    return Promise.resolve()
  }

export const useDidShow = () => undefined
export const useReachBottom = () => undefined

export default {
  previewImage: keep('previewImage'),
  setNavigationBarTitle: keep('setNavigationBarTitle'),
  getStorageSync: () => '',
  eventCenter: { on: () => undefined, off: () => undefined, trigger: () => undefined },
}
