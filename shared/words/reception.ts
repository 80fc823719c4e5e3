/** What a town calls the day on which its deputies receive whoever comes (catalogue 27, 29). */
export const receptionWords = {
  reception: '代表接访日',
  welcome: '代表接待日',
  contact: '代表联系选民日',
} as const
export type ReceptionWord = keyof typeof receptionWords

/** “没有人来” is an entry and no gap (field note M16). */
export const cameWords = { some: '有人来', nobody: '没有人来' } as const

/** What became of what somebody said at a station. */
export const receivedHow = {
  answered: '当场答复了',
  message: '写成留言，有答复了告诉他',
  shownWay: '不归代表办，告诉他找谁',
} as const
export type ReceivedHow = keyof typeof receivedHow

export const swapAnswers = { yes: '行', no: '不行' } as const

/** How a reception is called in lists and in what is told. */
export const receptionTitle = (station: string) => `${station}的接访`

/** When and where, in what is told. */
export const receptionWhen = (day: string, time: string | null, place: string | null) =>
  [day, time, place === null ? '' : `在${place}`].filter(Boolean).join(' ')

/** To whoever is put on a roster, once for all of their days. */
export const onRoster = (station: string, days: readonly string[]) =>
  `${receptionTitle(station)}请您值守 ${days.length} 次：${days.join('、')}。来不了的，请早些请人换班或说一声。`
