/** In the words of whoever sits before it. What is known by no name is told as a browser on a computer. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/360(SE|EE)|QIHU/i, '360 浏览器'],
  [/MetaSr|SE 2/, '搜狗浏览器'],
  [/Edg\//, 'Edge 浏览器'],
  [/Firefox/, '火狐浏览器'],
  [/Chrome|Chromium/, '谷歌内核浏览器'],
  [/Safari/, '苹果浏览器'],
]
const machines: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows 电脑'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙设备'],
  [/Android/, '安卓手机'],
  [/iPhone/, '苹果手机'],
  [/iPad/, '苹果平板'],
  [/Macintosh/, '苹果电脑'],
  [/UOS|Kylin|Loongarch|Linux/i, '国产系统电脑'],
]

const nameOf = (agent: string, names: typeof browsers) => names.find(([sign]) => sign.test(agent))?.[1]

/** @returns at most 40 characters */
export const deviceName = (agent: string) =>
  `${nameOf(agent, browsers) ?? '浏览器'} · ${nameOf(agent, machines) ?? '电脑'}`

/** Enough of an address to know one's own again, too little to find a house by it. */
export function placeName(ip: string): string {
  if (ip === '') return '地址不明'
  if (ip.startsWith('127.') || ip === '::1') return '本机'
  if (ip.includes(':')) return `${ip.split(':').slice(0, 3).join(':')}:…`
  const shown = ip.replace(/\.\d+$/, '.*')
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(ip) ? `单位内网 ${shown}` : shown
}
