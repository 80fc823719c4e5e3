import type { PlannedPerson } from './plan'
import type { Problem } from './problem'
import type { Rows } from './sheets'

type Report = (problem: Problem) => void

/** Where a person is named: for the sentence when the name is not enough. */
export interface Mention {
  sheet: string
  row: number
  heading: string
}

/**
 * Knows who is who. Rows without a phone mean the one person of that name; where two of that name have phones, the row
 * must say which.
 */
export function createWho(rows: Rows, report: Report) {
  const phonesOf = new Map<string, Set<string>>()
  const note = (name: string | undefined, phone: string | undefined) => {
    if (!name) return
    const phones = phonesOf.get(name) ?? new Set()
    if (phone) phones.add(phone)
    phonesOf.set(name, phones)
  }
  for (const row of rows.deputies) note(row.name, row.phone)
  for (const row of rows.staff) note(row.name, row.phone)
  for (const row of rows.units) {
    note(row.head, row.headPhone)
    note(row.leader, row.leaderPhone)
    note(row.clerk, row.clerkPhone)
  }

  const people = new Map<string, PlannedPerson>()
  return {
    people: () => [...people.values()],
    find(name: string, phone: string | undefined, mention: Mention): PlannedPerson | undefined {
      const phones = [...(phonesOf.get(name) ?? [])]
      if (phone === undefined && phones.length > 1) {
        report({ ...mention, sentence: `有 ${phones.length} 位同名的“${name}”，请填手机号分清是哪一位` })
        return undefined
      }
      const ofThem = phone ?? phones[0]
      const key = `${name}|${ofThem ?? ''}`
      const known = people.get(key) ?? blank(name, ofThem)
      people.set(key, known)
      return known
    },
  }
}
export type Who = ReturnType<typeof createWho>

const blank = (name: string, phone: string | undefined): PlannedPerson => ({
  name,
  phone,
  gender: undefined,
  occupation: undefined,
  village: undefined,
  group: undefined,
  groupLeader: false,
  mandates: [],
  posts: [],
})
