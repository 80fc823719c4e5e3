import Taro from '@tarojs/taro'

/** How much larger than usual WeChat writes for whoever holds the phone; 1 where nobody says. */
export function fontScale(): number {
  if (process.env.TARO_ENV === 'weapp') {
    const { fontSizeScaleFactor } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }
    return fontSizeScaleFactor ?? 1
  }
  return 1
}
