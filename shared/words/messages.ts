import { beijingDay, startOfDay } from '../rules/days'

/** The words that may stand in braces in a sentence of the tables. A test checks that no row uses another one. */
export interface MessageWords {
  /** 编号, or the subject where there is no number yet. */
  no: string
  subject: string
  /** 建议、批评、意见 or 议案. */
  kind: string
  /** Lead unit. */
  unit: string
  /** `12月3日`. */
  deadline: string
  /** `王建国代表`. */
  deputy: string
  outcome: string
  /** The one public sentence of the result. */
  result: string
  satisfaction: string
  reason: string
  /** A day that somebody names, besides the deadline. */
  latest: string
  /** Where a matter is carried upward. */
  route: string
  /** A reason that everyone may read. */
  publicReason: string
  /** How many more are needed. */
  missing: string
  /** The suggestion it is merged with: whose it is, and its name. */
  other: string
  /** The leading official with the post: `镇党委书记刘志远`. */
  leader: string
  year: string
  /** What is counted over: ` 2026 年`, or `最近 12 个月`. */
  period: string
  /** How many are counted. */
  count: string
  /** The unit whose standing it is, whoever is awaited. */
  whose: string
  /** How somebody said it: `电话`. */
  how: string
  /** At which time of the day a call suits: `晚上`. */
  when: string
  /** More than one subject: `《修桥》《修河堤》`. */
  subjects: string
}

export const placeholderNames = [
  'no',
  'subject',
  'kind',
  'unit',
  'deadline',
  'deputy',
  'outcome',
  'result',
  'satisfaction',
  'reason',
  'latest',
  'route',
  'publicReason',
  'missing',
  'other',
  'leader',
  'year',
  'period',
  'count',
  'whose',
  'how',
  'when',
  'subjects',
] as const satisfies readonly (keyof MessageWords)[]

/**
 * Puts the words in. A word that is not known yet falls back to one that is never wrong; where a number would stand, it
 * needs no room around it: 还有几项.
 */
export function fill(sentence: string, words: Partial<MessageWords>): string {
  return sentence.replace(
    /( ?)\{(\w+)\}( ?)/g,
    (_, before: string, name: keyof MessageWords, after: string) => {
      const word = words[name]
      if (!word && fallbacks[name] === someNumber) return someNumber
      return `${before}${word || fallbacks[name]}${after}`
    },
  )
}

const someNumber = '几'

const fallbacks: MessageWords = {
  no: '未编号',
  subject: '这件建议',
  kind: '建议',
  unit: '承办单位',
  deadline: '规定时间',
  deputy: '代表',
  outcome: '已有答复',
  result: '',
  satisfaction: '已评价',
  reason: '请打开查看',
  latest: '规定时间',
  route: '上级',
  publicReason: '需要更多时间',
  missing: someNumber,
  other: '另一件建议',
  leader: '领办领导',
  year: '今',
  period: '今年',
  count: someNumber,
  whose: '这个单位',
  how: '',
  when: '什么时候都',
  subjects: '请打开查看',
}

interface PushRow {
  /** Fits a `thing` field (20 characters). */
  phrase: string
  /** Fits a `phrase` field (5 characters of han). */
  status: string
  /** The general kind whose template serves where the account has none of its own for this one. */
  general?: 'task' | 'progress'
  /** Nobody waits for it: goes last, and not at all when the allowance of the day runs low. */
  canWait?: true
}

/**
 * What a WeChat card may say: nothing personal, because it shows on a locked screen. The text itself is in the inbox.
 */
export const pushKinds = {
  task: { phrase: '有一件事等您办理', status: '待办理' },
  progress: { phrase: '您关心的事有新进展', status: '有进展', canWait: true },
  replied: { phrase: '您的留言有新回复', status: '已回复', general: 'progress' },
  concluded: { phrase: '您反映的事有结果了', status: '有结果', general: 'progress' },
  opinion: { phrase: '有群众给您留言', status: '新留言', general: 'task' },
  confirm: { phrase: '有一份答复等您确认', status: '待确认', general: 'task' },
  assigned: { phrase: '有一件新交办的事', status: '新交办', general: 'task' },
  urged: { phrase: '有一件事催您办理', status: '催办', general: 'task' },
} as const satisfies Record<string, PushRow>
export type PushKind = keyof typeof pushKinds

/** What the card is about: what the row of the step says, or whether it is the reader's turn. */
export const pushOf = (said: PushKind | undefined, theirTurn: boolean): PushKind =>
  said ?? (theirTurn ? 'task' : 'progress')

/** What the card is about when the clock speaks to the one whose turn it is. */
export const latePushes: Readonly<Partial<Record<string, PushKind>>> = {
  leadUnit: 'urged',
  coUnit: 'urged',
  deputy: 'opinion',
  leadDeputy: 'confirm',
}

/**
 * What is asked for in whose tap, what matters most first; WeChat takes five templates at a time. The folder of a screen
 * tells whose it is.
 */
export const consentKinds = {
  pages: ['replied', 'concluded', 'progress'],
  deputy: ['opinion', 'confirm', 'task', 'progress'],
  unit: ['assigned', 'urged', 'task', 'progress'],
  office: ['task', 'progress'],
} as const satisfies Record<string, readonly PushKind[]>
export type Audience = keyof typeof consentKinds

export const pushRow = (kind: PushKind): PushRow => pushKinds[kind]

/** What the clock says to the one whose turn it is, and to whoever else hears of it. */
export interface LateSentences {
  dueSoon: string
  overdue: string
  dueSoonToOthers?: string
  overdueToOthers?: string
  /** Where many may come due on one day: what the second and every further one of a day make of the first message. */
  together?: Partial<Record<LateSentence, string>>
}
export type LateSentence = 'dueSoon' | 'overdue' | 'dueSoonToOthers' | 'overdueToOthers'

/** What is said when the clock speaks; `suggestion` serves for every matter whose rows say nothing of their own. */
export const lateSentences = {
  suggestion: {
    dueSoon: '《{subject}》快到期了，请在{deadline}前办。',
    overdue: '《{subject}》已经逾期（{deadline}），请马上办理。',
    dueSoonToOthers: '《{subject}》快到期了（{deadline}），现在等{unit}，请提醒。',
    overdueToOthers: '《{subject}》已经逾期（{deadline}），现在等{unit}。',
  },
  grave: {
    dueSoon: '《{subject}》快要严重逾期了，请马上办理。',
    overdue: '《{subject}》已经严重逾期，请单位负责人今天就安排，向代表和镇人大办说明什么时候答复。',
    overdueToOthers: '《{subject}》已经严重逾期，现在等{unit}。',
  },
  progress: {
    dueSoon: '《{subject}》该报告办理进展了，请在{deadline}前报告。',
    overdue: '《{subject}》的进展报告逾期了（{deadline}），请马上报告。',
    dueSoonToOthers: '《{subject}》的进展报告快到时间了（{deadline}），现在等{unit}，请提醒。',
    overdueToOthers: '《{subject}》的进展报告逾期了（{deadline}），现在等{unit}。',
  },
  coOpinion: {
    dueSoon: '《{subject}》等贵单位的协办意见，请在{deadline}前提出。',
    overdue: '《{subject}》的协办意见已经逾期（{deadline}），请马上提出。',
    overdueToOthers: '《{subject}》的协办意见逾期了（{deadline}），{unit}还没有提出。',
  },
  unitObjection: {
    dueSoon: '代表对《{subject}》的承办单位有异议，请在{deadline}前改交或者答复。',
    overdue: '代表对《{subject}》的承办单位有异议，答复逾期了（{deadline}），请马上办。',
    overdueToOthers: '代表对《{subject}》的承办单位有异议，镇人大办逾期还没有答复，请提醒。',
  },
  opinion: {
    dueSoon: '有群众的留言快到回复时间了，请尽快回复。',
    overdue: '有群众的留言逾期没有回复，请马上回复。',
    overdueToOthers: '有群众的留言逾期还没有人回复，请提醒{deputy}。',
  },
} as const

/**
 * Hours of Beijing between which nobody's phone rings. No kind of card is so urgent that it could not wait for the
 * morning: the inbox has it at once, and what is in danger is told by telephone.
 */
export const quietHours = { from: 21, to: 8 } as const

/** When a push that is written at this instant may leave: at once, or when the night is over. */
export function mayLeaveFrom(written: Date): Date {
  const day = beijingDay(written)
  const at = (hour: number) => new Date(startOfDay(day).getTime() + hour * 3_600_000)
  if (written < at(quietHours.to)) return at(quietHours.to)
  return written < at(quietHours.from) ? written : at(24 + quietHours.to)
}
export const isQuiet = (now: Date) => mayLeaveFrom(now) > now

/** The number under which a matter that has no other one is named on cards and notices: without meaning to others. */
export const numberOf = (id: string) => id.slice(0, 8).toUpperCase()

/** How a deputy is called in a sentence. */
export const deputyNamed = (name: string) => `${name}代表`

export const keyIn = (year: number) => `${year} 年重点`
