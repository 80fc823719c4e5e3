/**
 * The rates of handling, defined once. No law gives a formula, so every figure is shown with its own;
 * the proposal is the project's (rules §3.9, catalogue 79, 80).
 */

/** What is counted of the suggestions that were handed over and neither withdrawn nor otherwise dropped. */
export const counted = [
  /** 已交办. */
  'handedOver',
  /** With at least one reply. */
  'replied',
  /** Whose first reply came after a consultation that the lead deputy had confirmed. */
  'consulted',
  /** Replied, or past the deadline without a reply: an early reply counts, a deadline ahead or the deputy’s turn does not. */
  'due',
  /** Rounds of handling that are replied or past their deadline, and those replied by the round's own deadline. */
  'roundsDue',
  'roundsOnTime',
  'closed',
  /** The unit's word: closed, the last reply says 已经解决, and the deputy's last word does not contradict it (不满意). */
  'solved',
  /** And the word of others: more of deputy and residents say 满意 or 基本满意 than 不满意. Silence counts as neither. */
  'confirmed',
  /** Closed, not solved at the reply, and what the reply promised was done later. In no rate. */
  'fulfilled',
  /** By the deputy's last word. Whoever let the time pass (未表态) is in `noResponse` and nowhere else. */
  'evaluated',
  'satisfied',
  'satisfiedOrBasically',
  'firstEvaluated',
  'firstSatisfied',
  'noResponse',
  /** Handed over and not ended yet; and of these, where a unit owes a reply whose deadline has passed. */
  'inHand',
  'overdue',
  /** Of these, late by more days than the town's rule: 严重逾期. */
  'longOverdue',
  /** Of those in hand: the unit has met the deputy and waits for the deputy's word. Never overdue meanwhile. */
  'awaitsDeputy',
] as const
/** What the most read of them are called, on every page: what each counts is defined once, on the server. */
export const figureWords = {
  handedOver: '交办',
  replied: '已答复',
  closed: '办结',
  solved: '单位说已解决',
  confirmed: '办成',
  inHand: '在办',
  overdue: '逾期',
  longOverdue: '严重逾期',
  awaitsDeputy: '等代表确认面商',
} as const satisfies Partial<Record<(typeof counted)[number], string>>
export type FigureWord = keyof typeof figureWords

/** These figures under their words, in this order. */
export const inFigureWords = <K extends FigureWord>(
  counts: Readonly<Record<K, number>>,
  ...names: readonly K[]
): Record<string, number> => Object.fromEntries(names.map((name) => [figureWords[name], counts[name]]))

export type Counts = Readonly<Record<(typeof counted)[number], number>>

interface Definition {
  label: string
  /** The sentence beside the figure. */
  formula: string
  of: keyof Counts
  among: keyof Counts
}

/** How the unit handled it. */
export const handlingRates = {
  consultationRate: {
    label: '面商率',
    formula: '第一次答复前有代表确认过的面商的件数 ÷ 已答复的件数',
    of: 'consulted',
    among: 'replied',
  },
  replyRate: {
    label: '答复率',
    formula: '已答复的件数 ÷ 应答复的件数（已经答复的，加上逾期还没答复的；正等代表确认面商的不算）',
    of: 'replied',
    among: 'due',
  },
  onTimeRate: {
    label: '按时答复率',
    formula:
      '在本轮期限内答复的轮次 ÷ 应答复的轮次（重新办理另算一轮，各看各的期限；正等代表确认面商的不算）',
    of: 'roundsOnTime',
    among: 'roundsDue',
  },
  closingRate: {
    label: '办结率',
    formula: '已办结的件数 ÷ 已交办的件数。办结是手续办完，不等于办成',
    of: 'closed',
    among: 'handedOver',
  },
} as const satisfies Record<string, Definition>

/** What came of it. */
export const resultRates = {
  solvedRate: {
    label: '解决率',
    formula: '单位自己说的：已办结、最后一次答复是“已经解决”、代表最后没有评“不满意”的件数 ÷ 已交办的件数',
    of: 'solved',
    among: 'handedOver',
  },
  confirmedRate: {
    label: '办成率',
    formula:
      '别人认可的：单位说已解决，而且代表和反映的群众里说“满意”“基本满意”的比说“不满意”的多的件数 ÷ 已交办的件数。没有人表态的不算',
    of: 'confirmed',
    among: 'handedOver',
  },
  satisfactionRate: {
    label: '满意率',
    formula: '代表最后一次评价办理结果“满意”的件数 ÷ 已评价的件数（未表态的不算）',
    of: 'satisfied',
    among: 'evaluated',
  },
  broadSatisfactionRate: {
    label: '满意率（含基本满意）',
    formula: '最后一次评价“满意”或“基本满意”的件数 ÷ 已评价的件数（未表态的不算）',
    of: 'satisfiedOrBasically',
    among: 'evaluated',
  },
  firstSatisfactionRate: {
    label: '首轮满意率',
    formula: '对第一次答复就“满意”的件数 ÷ 对第一次答复作了评价的件数',
    of: 'firstSatisfied',
    among: 'firstEvaluated',
  },
} as const satisfies Record<string, Definition>

/** A part of a whole. Where the whole is nothing there is no rate. */
export interface Rate {
  of: number
  among: number
}

export interface Rates {
  handling: Record<keyof typeof handlingRates, Rate>
  /** One piece, so that 满意率 is never shown where 解决率 and 办成率 are not. */
  result: Record<keyof typeof resultRates, Rate>
}

export const ratesOf = (counts: Counts): Rates => ({
  handling: fillIn(handlingRates, counts),
  result: fillIn(resultRates, counts),
})

const fillIn = <K extends string>(
  definitions: Readonly<Record<K, Definition>>,
  counts: Counts,
): Record<K, Rate> =>
  Object.fromEntries(
    Object.entries<Definition>(definitions).map(([name, { of, among }]) => [
      name,
      { of: counts[of], among: counts[among] },
    ]),
  ) as Record<K, Rate>

/** What stands where nothing can be divided: neither 0% nor 100%. */
export const noRate = '—'

/** Of fewer than this no rate is spoken: one of one is no 100%. */
const fewestForRate = 5

/** `92.5%`. Never 100% while something is missing, never 0% while there is something. */
function spokenPercent({ of, among }: Rate): string {
  const tenths = Math.round((of / among) * 1000)
  const honest = of === among || of === 0 ? tenths : Math.min(Math.max(tenths, 1), 999)
  return `${honest / 10}%`
}

/** A rate as it is read: the figure, and what stands beside it in brackets; of a few it is the count itself. */
export interface SpokenRate {
  figure: string
  /** `37/40`; nothing where the figure says it already. */
  beside: string
}

export function spokenParts(rate: Rate): SpokenRate {
  const fraction = `${rate.of}/${rate.among}`
  if (rate.among === 0) return { figure: noRate, beside: '' }
  if (rate.among < fewestForRate) return { figure: fraction, beside: '' }
  return { figure: spokenPercent(rate), beside: fraction }
}

/** `92.5%（37/40）`; `3/4` of a few; `—` of nothing. */
export function spokenRate(rate: Rate): string {
  const { figure, beside } = spokenParts(rate)
  return beside ? `${figure}（${beside}）` : figure
}
