import type { WorkRow } from '../../../shared/api/work'
import { addDays, beijingDay, type Day, daysBetween, spokenDay, startOfDay } from '../../../shared/rules/days'

/** What a row says of its time: how much is left, until which day, and which part of it has gone. */
export interface TimeLeft {
  words: string
  /** The day, where the words do not say it. */
  day: string
  tone: 'flow' | 'soon' | 'late'
  /** In percent. */
  gone: number
}

const tones = { inTime: 'flow', dueSoon: 'soon', overdue: 'late' } as const

export function timeLeft({ due, lateFrom, since }: WorkRow, now: Date): TimeLeft | null {
  if (due === null || lateFrom === null) return null
  const end = new Date(lateFrom)
  const begun = Date.parse(since)
  const share = (now.getTime() - begun) / Math.max(end.getTime() - begun, 1)
  const today = beijingDay(now)
  const { words, day } = spokenLeft(due.on, end, now, today)
  return {
    words,
    day: day ? `（${spokenDay(due.on, today)}）` : '',
    tone: tones[due.urgency],
    gone: Math.round(Math.min(Math.max(share, 0.02), 1) * 100),
  }
}

function spokenLeft(on: Day, end: Date, now: Date, today: Day): { words: string; day: boolean } {
  const days = daysBetween(today, on)
  if (now >= end)
    return days < 0 ? { words: `逾期 ${-days} 天`, day: true } : { words: '今天逾期', day: false }
  const hour = hourOf(end)
  if (hour && days === 0) return { words: `今天 ${hour} 前`, day: false }
  if (hour && days === 1) return { words: `明天 ${hour} 前`, day: false }
  return days === 0 ? { words: '今天到期', day: true } : { words: `还有 ${days} 天`, day: true }
}

/** Where a limit counts hours; one of whole days ends with the day. */
function hourOf(end: Date): string | undefined {
  const begins = startOfDay(beijingDay(end)).getTime()
  if (end.getTime() === begins) return undefined
  const minutes = Math.floor((end.getTime() - begins) / 60_000)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** Under which heading a row of open work stands; the rows come in this order. */
export function headingOf({ due }: WorkRow, today: Day): string {
  if (due === null) return '没有期限'
  if (due.urgency === 'overdue') return '逾期'
  if (due.on <= today) return '今天'
  return due.on <= addDays(today, 7) ? '七天以内' : '以后'
}
