import { nameOfMeeting, spokenAgenda, spokenTally, type Tally } from '../../../shared/matters/meeting/words'
import type { MeetingRecord } from './record'

export const titleOf = (record: MeetingRecord) => nameOfMeeting(record)

export function tallyOf({ items }: Pick<MeetingRecord, 'items'>): Tally {
  const tally: Record<string, number> = {}
  for (const { decision } of items) if (decision !== null) tally[decision] = (tally[decision] ?? 0) + 1
  return tally
}

/** What came of it, in one line. */
export const sumOf = (record: MeetingRecord) =>
  record.groupId === null
    ? spokenAgenda(record.agenda.length, record.decisions.length)
    : spokenTally(tallyOf(record))
