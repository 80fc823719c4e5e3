import Taro from '@tarojs/taro'

/** What is being written, kept on the phone until the server has it, with the key under which it will be sent. */
export interface Draft {
  values: Readonly<Record<string, unknown>>
  key: string
}

const place = (name: string) => `draft:${name}`

export function recallDraft(name: string): Draft | undefined {
  const kept: unknown = Taro.getStorageSync(place(name))
  return typeof kept === 'object' && kept !== null && 'values' in kept ? (kept as Draft) : undefined
}
export const keepDraft = (name: string, draft: Draft) => Taro.setStorageSync(place(name), draft)
export const dropDraft = (name: string) => Taro.removeStorageSync(place(name))
