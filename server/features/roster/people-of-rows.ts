import type { CongressLevel } from '../../../shared/words/words'
import type { Answers, PlannedPerson } from './plan'
import type { Mention, Problem } from './problem'
import type { Rows } from './sheets'

type Report = (problem: Problem) => void

/** What tells a deputy from another one of that name, who has no phone either. */
export interface Marks {
  level: CongressLevel
  certificateNo: string | undefined
  village: string | undefined
}

/**
 * Knows who is who. Rows without a phone mean the one person of that name; where two of that name have phones, the row
 * must say which. Two deputies of one name and level are two where certificate or village say so, and asked about where
 * nothing does.
 */
export function createWho(rows: Rows, answers: Answers, report: Report) {
  const phonesOf = new Map<string, Set<string>>()
  const note = (name: string | undefined, phone: string | undefined) => {
    if (!name) return
    const phones = phonesOf.get(name) ?? new Set()
    if (phone) phones.add(phone)
    phonesOf.set(name, phones)
  }
  for (const row of rows.deputies) note(row.name, row.phone)
  for (const row of rows.staff) note(row.name, row.phone)
  for (const row of rows.electedDeputies) note(row.name, row.phone)
  for (const row of rows.units) {
    note(row.head, row.headPhone)
    note(row.leader, row.leaderPhone)
    note(row.clerk, row.clerkPhone)
  }

  const people: PlannedPerson[] = []
  const called = new Map<string, PlannedPerson[]>()
  function add(name: string, phone: string | undefined, at: Mention) {
    const person = { ...blank(name, phone, at), meant: answers.get(`${at.sheet}|${at.row}`) }
    people.push(person)
    called.set(name, [...(called.get(name) ?? []), person])
    return person
  }

  return {
    people: () => people,
    find(
      name: string,
      phone: string | undefined,
      mention: Mention,
      marks?: Marks,
    ): PlannedPerson | undefined {
      const phones = [...(phonesOf.get(name) ?? [])]
      if (phone === undefined && phones.length > 1 && !marks?.certificateNo) {
        report({ ...mention, sentence: `有 ${phones.length} 位同名的“${name}”，请填手机号分清是哪一位` })
        return undefined
      }
      const alike = (called.get(name) ?? []).filter(
        (one) =>
          (phone === undefined || one.phone === undefined || one.phone === phone) &&
          !(marks && isAnother(one, marks)),
      )
      const sure = alike.filter((one) => phone !== undefined && one.phone === phone)
      const [only, ...more] = sure.length > 0 ? sure : alike
      if (more.length > 0) {
        report({
          ...mention,
          sentence: `有 ${more.length + 1} 位同名的“${name}”，请填手机号、代表证号或所在村，分清是哪一位`,
        })
        return undefined
      }
      if (!only) return add(name, phone ?? (marks ? undefined : phones[0]), mention)
      only.phone ??= phone
      return only
    },
  }
}
export type Who = ReturnType<typeof createWho>

/** Holds another mandate of the same level: another certificate, or lives in another village. */
function isAnother({ mandates, village, phone }: PlannedPerson, marks: Marks): boolean {
  const same = mandates.find(({ level }) => level === marks.level)
  if (same === undefined || phone !== undefined) return false
  return differ(same.certificateNo, marks.certificateNo) || differ(village, marks.village)
}
const differ = (one: string | undefined, other: string | undefined) =>
  one !== undefined && other !== undefined && one !== other

const blank = (name: string, phone: string | undefined, at: Mention): PlannedPerson => ({
  at,
  meant: undefined,
  name,
  phone,
  gender: undefined,
  occupation: undefined,
  village: undefined,
  group: undefined,
  groupLeader: false,
  mandates: [],
  posts: [],
  elected: undefined,
})
