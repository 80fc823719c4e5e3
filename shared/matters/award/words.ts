/** What is praised: somebody, a group, or a suggestion. */
export const awardKinds = { deputy: '代表', group: '代表小组', suggestion: '建议' } as const
export type AwardKind = keyof typeof awardKinds

/** How an objection to a notice came; paper and word of mouth stand beside a message. */
export const objectionWays = { written: '写的', spoken: '当面说的', phone: '电话里说的' } as const
export type ObjectionWay = keyof typeof objectionWays

/** `2026 年五好代表`. */
export const awardTitle = (year: number, title: string) => `${year} 年${title}`

/** Who it is about, as a sentence names it. */
export function honouredNamed(kind: AwardKind, name: string, suggestionNo: string | null) {
  if (kind === 'deputy') return `${name}代表`
  return kind === 'group' ? name : `${suggestionNo ?? ''}号建议（${name}代表）`
}

/** To whoever stands behind a group or a suggestion. */
export const grantedToOthers = '{whose}被评为{subject}。'

/** To the group of whoever is on a notice. */
export const noticeToGroup = (whose: string, subject: string, until: string) =>
  `${whose}在${subject}的公示名单里，公示到${until}。有意见的，写的、说的都行，告诉镇人大办。`

/** `2026-003`: without gaps, because it is given in the transaction that grants it. */
export const certificateNoIn = (year: number, count: number) => `${year}-${String(count).padStart(3, '0')}`

/** Criteria are kept one a line. */
export const criteriaIn = (text: string | null) =>
  (text ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
export const fewestCriteria = 3
export const mostCriteria = 10
export const longestCriterion = 60

/** 表彰公示, for everyone. */
export const honoursPage = (townId: string) => `duty/honours?town=${townId}`

/** What the history keeps of a grant. */
export const certificateNamed = (certificateNo: string) => `证书号 ${certificateNo}`
