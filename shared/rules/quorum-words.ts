import { type Base, majorityOf, neededOf, type QuorumRule } from './quorum'

/** What is read aloud of a roll and of a vote: the same words on the phone in the hall and in what the server answers. */

export interface Hall extends Base {
  rule: QuorumRule
  /** The members of a presidium are called so. */
  isPresidium?: boolean
  /** Somebody was called. */
  called: boolean
  present: number
  /** Those who sit there without a vote. */
  observers?: number
  /** The meeting was declared open: whoever is missing now was there before. */
  open?: boolean
  /** What a body without a rule is called. */
  word?: string
}

/** `应到 42 · 在场 28 · 需 28 · 刚好够，走 1 人就不够`. */
export function spokenHall(hall: Hall): string {
  const { inOffice, suspended, expected, rule, isPresidium, called, present, observers = 0, word } = hall
  const needed = neededOf(rule, inOffice)
  const base = isPresidium
    ? `成员 ${inOffice}`
    : suspended > 0
      ? `实有 ${inOffice}（暂停 ${suspended}）· 应到 ${expected}`
      : `应到 ${expected}`
  if (needed === null) return `${base} · 在场 ${present} · ${word ?? '会议'}没有法定人数`
  if (!called) return `还没点名 · ${base} · 需 ${needed}`
  const last = [
    ...(isPresidium ? [`通过要 ${majorityOf(inOffice)} 票`] : []),
    ...(observers > 0 ? [`列席 ${observers}`] : []),
  ]
  return [base, `在场 ${present}`, `需 ${needed}`, spokenQuorum(hall), ...last].join(' · ')
}

/** `还差 2 人，不能开会`; of a body without a rule nothing. */
export function spokenQuorum({ rule, inOffice, present, open }: Hall): string {
  const needed = neededOf(rule, inOffice)
  if (needed === null) return ''
  const missing = needed - present
  if (missing > 0) return open ? `少 ${missing} 人，现在不能表决` : `还差 ${missing} 人，不能开会`
  return missing === 0 ? '刚好够，走 1 人就不够' : '够'
}

/** Before a vote: half of all, and not of those who came. */
export const spokenMajority = ({ inOffice, present }: Pick<Hall, 'inOffice' | 'present'>) =>
  `通过要 ${majorityOf(inOffice)} 票（全体 ${inOffice} 人的过半数，不是到会 ${present} 人的过半数）`

export interface Votes {
  inOffice: number
  present: number
  yes: number
  isPresidium?: boolean
}

export const isPassed = ({ yes, inOffice }: Pick<Votes, 'yes' | 'inOffice'>) => yes >= majorityOf(inOffice)

/** `没有通过：赞成 30 票，要 31 票（全体代表 60 人的过半数）。到会 41 人里有 30 人赞成，还差 1 票。` */
export function spokenVotes({ inOffice, present, yes, isPresidium }: Votes): string {
  const needed = majorityOf(inOffice)
  const all = `要 ${needed} 票（全体${isPresidium ? '成员' : '代表'} ${inOffice} 人的过半数）。`
  return isPassed({ yes, inOffice })
    ? `通过：赞成 ${yes} 票，${all}`
    : `没有通过：赞成 ${yes} 票，${all}到会 ${present} 人里有 ${yes} 人赞成，还差 ${needed - yes} 票。`
}

/** What is wrong with three figures, for whoever types them. */
export const tooManyVotes = (sum: number, present: number): string | null =>
  sum > present ? `三项加起来 ${sum}，到会只有 ${present} 人，请核对。` : null
