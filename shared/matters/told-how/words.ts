/** How somebody hears what became of their matter. */
export const toldHows = {
  phone: '电话',
  inPerson: '当面',
  letter: '书信',
  notice: '村里公告',
  loudspeaker: '广播',
} as const
export type ToldHow = keyof typeof toldHows | 'opened'

/** With the one that nobody writes down: the resident opened it after its end. */
export const allToldHows: Readonly<Record<ToldHow, string>> = { ...toldHows, opened: '在小程序里打开看过' }

/** In whose words it was told. */
export const toldWords = { asWritten: '照上面写的说的', own: '用自己的话说的' } as const

/** Why somebody could not be told. */
export const untoldReasons = {
  noWay: '没有留电话，也不知道住哪',
  noAnswer: '打了几次都打不通',
  away: '搬走了，或者在外地联系不上',
  refused: '本人说不用告诉',
  other: '其他',
} as const
export type UntoldReason = keyof typeof untoldReasons

export const tellingOf = (deputy: string) => `告诉群众 · ${deputy}`
export const saidToIt = (words: string) => `他说：${words}`

/** What is read out to whoever it is about, word by word. @param where else it is handled, where it is not ours */
export const wordsToSay = (subject: string, explanation: string, where: string | null) =>
  `您说的“${subject}”有结果了：${explanation}${where === null ? '' : `请到${where}办理。`}`
