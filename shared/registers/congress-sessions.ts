import type { Day } from '../rules/days'
import { type Period, type SuggestionKind } from '../words/words'

/** 第几届第几次会议, and its days. */
export interface CongressSessionDays {
  termNo: number
  sessionNo: number
  openedOn: Day
  /** Null while its last day is not known yet. */
  closedOn: Day | null
}

export const spokenSession = ({ termNo, sessionNo }: Pick<CongressSessionDays, 'termNo' | 'sessionNo'>) =>
  `第${termNo}届第${sessionNo}次会议`

/**
 * Under which session a suggestion of this day is filed: the one that was open, or else the one before.
 * Undefined where the town has registered none that had begun by then.
 */
export function filedUnder<S extends CongressSessionDays>(
  sessions: readonly S[],
  day: Day,
): { session: S; period: Period } | undefined {
  const begun = sessions.filter(({ openedOn }) => openedOn <= day)
  const session = begun.reduce<S | undefined>(
    (latest, one) => (latest === undefined || one.openedOn > latest.openedOn ? one : latest),
    undefined,
  )
  if (session === undefined) return undefined
  const open = session.closedOn === null || day <= session.closedOn
  return { session, period: open ? 'inSession' : 'interSession' }
}

/** ASCII, because WeChat cards carry the number. B: 闭会. */
const kindLetters: Readonly<Record<SuggestionKind, string>> = {
  suggestion: 'J',
  criticism: 'P',
  comment: 'Y',
  motion: 'A',
}

/** The series of numbers, `19-2-BJ`; in it the numbers have no gaps. */
export const seriesOf = (
  { termNo, sessionNo }: Pick<CongressSessionDays, 'termNo' | 'sessionNo'>,
  period: Period,
  kind: SuggestionKind,
) => `${termNo}-${sessionNo}-${period === 'interSession' ? 'B' : ''}${kindLetters[kind]}`

/** `19-2-BJ012`. */
export const suggestionNoIn = (series: string, count: number) => series + String(count).padStart(3, '0')

/** Why a session cannot have these days beside the others of its town, or undefined. */
export function contradictionAmong(
  others: readonly CongressSessionDays[],
  session: CongressSessionDays,
): { field: 'sessionNo' | 'openedOn' | 'closedOn'; sentence: string } | undefined {
  const { openedOn, closedOn } = session
  if (closedOn !== null && closedOn < openedOn) {
    return { field: 'closedOn', sentence: '闭会日期不能早于开会日期，请核对。' }
  }
  for (const other of others) {
    const order = other.termNo - session.termNo || other.sessionNo - session.sessionNo
    const name = spokenSession(other)
    if (order === 0) return { field: 'sessionNo', sentence: `${name}已经登记过了，请直接改它的日期。` }
    const [earlier, later] = order < 0 ? [other, session] : [session, other]
    if ((earlier.closedOn ?? earlier.openedOn) >= later.openedOn) {
      return { field: 'openedOn', sentence: `和${name}的日期有冲突，请核对：后一次会议要在前一次闭会之后。` }
    }
  }
  return undefined
}
