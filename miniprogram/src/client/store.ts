import Taro from '@tarojs/taro'

/** What the phone remembers between two openings. Few words, each with one owner. */
const names = {
  token: 'token',
  town: 'town',
  elder: 'elder',
  persona: 'persona',
} as const

export const recall = (name: keyof typeof names): string => String(Taro.getStorageSync(names[name]) || '')
export const remember = (name: keyof typeof names, value: string) => Taro.setStorageSync(names[name], value)
export const forget = (name: keyof typeof names) => Taro.removeStorageSync(names[name])
