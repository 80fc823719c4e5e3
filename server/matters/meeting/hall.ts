import { isVoting, meetingKinds } from '../../../shared/matters/meeting/kinds'
import { isThere } from '../../../shared/matters/meeting/roll'
import type { Day } from '../../../shared/rules/days'
import { type Base, baseOn, neededOf } from '../../../shared/rules/quorum'
import type { Hall } from '../../../shared/rules/quorum-words'
import { isRollBegun, marksOf, type MeetingRecord } from './record'

/** Whom it counts with on a day: of a session the mandates, elsewhere whoever is a member. */
export function baseOf({ meetingKind, seats, members }: MeetingRecord, today: Day): Base {
  if (meetingKinds[meetingKind].body === 'congress') return baseOn(today, seats)
  return { inOffice: members.length, suspended: 0, expected: members.length }
}

/** Who sits there now: by the last mark of each who is expected. */
export function presentIn(record: MeetingRecord): number {
  const marks = marksOf(record)
  return record.members.filter(({ id }) => isThere(marks.get(id))).length
}

export function hallOf(record: MeetingRecord, today: Day): Hall {
  const { quorum, body, word } = meetingKinds[record.meetingKind]
  return {
    ...baseOf(record, today),
    ...{ rule: quorum, isPresidium: body === 'presidium', word },
    ...{ called: isRollBegun(record), present: presentIn(record), observers: record.observers },
    open: record.state === 'open',
  }
}

export function isQuorate(record: MeetingRecord, today: Day): boolean {
  const { rule, inOffice, present } = hallOf(record, today)
  const needed = neededOf(rule, inOffice)
  return needed === null || present >= needed
}

/** Of a meeting that votes: how many have no mark, and how many items no outcome. */
export function leftIn(record: MeetingRecord): { people: number; items: number } {
  if (!isVoting(record.meetingKind)) return { people: 0, items: 0 }
  const marks = marksOf(record)
  return {
    people: record.members.filter(({ id }) => (marks.get(id) ?? []).length === 0).length,
    items: record.agenda.filter(({ outcome }) => outcome === null).length,
  }
}
