import { meetingTitle, type Tally } from '../../../shared/matters/meeting/words'
import type { MeetingRecord } from './record'

export const titleOf = ({ meetingKind, groupName, heldBy }: MeetingRecord) =>
  meetingTitle(meetingKind, groupName, heldBy)

export function tallyOf({ items }: Pick<MeetingRecord, 'items'>): Tally {
  const tally: Record<string, number> = {}
  for (const { decision } of items) if (decision !== null) tally[decision] = (tally[decision] ?? 0) + 1
  return tally
}
