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
] as const satisfies readonly (keyof MessageWords)[]

/** Puts the words in. A word that is not known yet falls back to one that is never wrong. */
export function fill(sentence: string, words: Partial<MessageWords>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: keyof MessageWords) => words[name] || fallbacks[name])
}

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
  missing: '几',
  other: '另一件建议',
  leader: '领办领导',
}

/**
 * What a WeChat card may say: nothing personal, because it shows on a locked screen. The text itself is in the inbox.
 * Each phrase fits a `thing` field (20 characters).
 */
export const pushPhrases = {
  task: '有一件事等您办理',
  progress: '您关心的事有新进展',
} as const
export type PushKind = keyof typeof pushPhrases

/** What is said when the clock speaks. */
export const lateSentences = {
  suggestion: {
    dueSoon: '《{subject}》快到期了，请在{deadline}前办。',
    overdue: '《{subject}》已经过了期限（{deadline}），请马上办理。',
    dueSoonToOthers: '《{subject}》快到期了（{deadline}），现在等{unit}，请提醒。',
    overdueToOthers: '《{subject}》已经过了期限（{deadline}），现在等{unit}。',
  },
  progress: {
    dueSoon: '《{subject}》该报告办理进展了，请在{deadline}前报告。',
    overdue: '《{subject}》的进展报告过了时间（{deadline}），请马上报告。',
    dueSoonToOthers: '《{subject}》的进展报告快到时间了（{deadline}），现在等{unit}，请提醒。',
    overdueToOthers: '《{subject}》的进展报告过了时间（{deadline}），现在等{unit}。',
  },
  opinion: {
    dueSoon: '有群众的留言快到回复时间了，请尽快回复。',
    overdue: '有群众的留言已经过了回复时间，请马上回复。',
    overdueToOthers: '有群众的留言过了时间还没有人回复，请提醒{deputy}。',
  },
} as const
