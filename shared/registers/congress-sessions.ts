import { amount, day, maybe } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
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

/** They give suggestions their numbers, in session and until the next one. */
export const congressSessions = defineRegister({
  name: 'congressSession',
  word: '人代会会议',
  says: '建议按届、次和种类编号：会议期间提出的如 19-2-J012，闭会期间的如 19-2-BJ012。登记以前编的号不变。',
  empty: '还没有登记过会议，建议按年份编号。登记以后，新受理的按届次编号。',
  readBy: 'followWork',
  keptBy: 'keepSessions',
  fields: {
    termNo: amount('第几届', 99),
    sessionNo: amount('第几次会议', 99),
    openedOn: day('开会日期', 'session'),
    closedOn: maybe(day('闭会日期', 'session', { help: '还在开会可以先不填，闭会以后再补上。' })),
  },
  fixed: ['termNo', 'sessionNo'],
  title: ({ termNo, sessionNo }) => spokenSession({ termNo: termNo ?? 0, sessionNo: sessionNo ?? 0 }),
  listed: ['openedOn', 'closedOn'],
  mark: ({ openedOn, closedOn }, today) =>
    openedOn !== null && openedOn <= today && (closedOn === null || today <= closedOn)
      ? { tone: 'flow', word: '正在开会' }
      : undefined,
  order: { by: 'openedOn', first: 'greatest' },
  findBy: ['termNo', 'sessionNo', 'openedOn', 'closedOn'],
  key: ['termNo', 'sessionNo'],
  adds: '登记一次会议',
  begins: (today) => ({ openedOn: today }),
  ends: { label: '作废', ended: '已作废', restore: '恢复' },
  counts: { inSession: '会议期间建议', interSession: '闭会期间建议' },
})

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
