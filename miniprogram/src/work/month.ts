import type { Month } from '../../../shared/api/figures'
import { figureWords, resultRates, spokenParts } from '../../../shared/rules/rates'

/** The figures of a month as they are read, each with its trend; the names say what each opens. */
export function monthFigures(month: Month) {
  const { inHand, inHandThen, overdue, overdueNew, solved, satisfied } = month
  const { closedNew, promisesLate, promisesLateNew, still, stillDays } = month
  const { waiting, waitingLate, waitingDays } = month
  const [one, other] = [spokenParts(solved), spokenParts(satisfied)]
  const beside = [one.beside, other.beside].filter(Boolean).join(' ∥ ')
  const change = inHand - inHandThen
  return [
    {
      opens: 'inHand',
      word: figureWords.inHand,
      figure: String(inHand),
      note: change === 0 ? '和上月一样' : `比上月 ${change > 0 ? '+' : '−'}${Math.abs(change)}`,
      late: false,
    },
    {
      opens: 'overdue',
      word: figureWords.overdue,
      figure: String(overdue),
      note: `一个月里新增 ${overdueNew}`,
      late: overdue > 0,
    },
    {
      opens: 'rates',
      word: `${resultRates.solvedRate.label} ∥ ${resultRates.satisfactionRate.label}`,
      figure: `${one.figure} ∥ ${other.figure}`,
      note: [beside, `一个月里${figureWords.closed} ${closedNew}`].filter(Boolean).join(' · '),
      late: false,
    },
    {
      opens: 'promises',
      word: `承诺${figureWords.overdue}`,
      figure: String(promisesLate),
      note: `一个月里新增 ${promisesLateNew}`,
      late: promisesLate > 0,
    },
    {
      opens: 'still',
      word: '30 天没动',
      figure: String(still),
      note: still > 0 ? `最久 ${stillDays} 天` : '都有人在办',
      late: false,
    },
    {
      opens: null,
      word: '群众等回复',
      figure: String(waiting),
      note: waitingLate > 0 ? `${figureWords.overdue} ${waitingLate}，最久 ${waitingDays} 天` : '没有逾期的',
      late: waitingLate > 0,
    },
  ] as const
}
