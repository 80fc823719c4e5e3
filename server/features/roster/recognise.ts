import type { Reader } from '../../database/source'
import type { Places } from './places'
import type { PlannedPerson } from './plan'
import { Doubtful, type Problem } from './problem'

/** Somebody who stands in the register already. */
export interface KnownPerson {
  id: string
  name: string
  phone: string | null
  village: string | null
  endedWhy: string | null
  /** Of mandates that are over too: whoever was elected again is the same. */
  certificates: readonly string[]
  levels: readonly string[]
}

export async function readKnown(reader: Reader, { townId, countyId }: Places): Promise<KnownPerson[]> {
  const people = await reader.query<Omit<KnownPerson, 'certificates' | 'levels'>[]>(
    `SELECT p.id, p.name, p.phone, p.ended_why AS endedWhy, v.name AS village
     FROM person p LEFT JOIN village v ON v.id = p.village_id
     WHERE (p.town_id = ? OR (p.town_id IS NULL AND p.county_id = ?)) AND p.merged_into_id IS NULL`,
    [townId, countyId ?? ''],
  )
  const mandates = await reader.query<{ personId: string; level: string; certificateNo: string | null }[]>(
    `SELECT person_id AS personId, congress_level AS level, certificate_no AS certificateNo FROM mandate
     WHERE town_id = ?`,
    [townId],
  )
  const held = new Map<string, typeof mandates>()
  for (const mandate of mandates) held.set(mandate.personId, [...(held.get(mandate.personId) ?? []), mandate])
  return people.map((person) => {
    const own = held.get(person.id) ?? []
    return {
      ...person,
      certificates: own.flatMap(({ certificateNo }) => certificateNo ?? []),
      levels: own.map(({ level }) => level),
    }
  })
}

type Same = (planned: PlannedPerson, known: KnownPerson) => boolean

/** By what somebody is known again, the surest first; always together with the name. */
const marks: readonly Same[] = [
  ({ mandates, elected }, { certificates }) =>
    [...mandates, ...(elected ? [elected] : [])].some(
      ({ certificateNo }) => certificateNo !== undefined && certificates.includes(certificateNo),
    ),
  ({ village, mandates, elected }, known) =>
    village !== undefined &&
    village === known.village &&
    (mandates.some(({ level }) => known.levels.includes(level)) ||
      (elected !== undefined && known.levels.includes('township'))),
  ({ phone }, known) => phone !== undefined && phone === known.phone,
  ({ phone }, known) => phone === undefined || known.phone === null,
]

/**
 * Who of the plan is who of the register. A new phone makes nobody a second person where certificate, or village and
 * level, say who it is; what is doubtful is asked, and never doubled.
 * @throws Doubtful with the rows
 */
export function recognise(planned: readonly PlannedPerson[], known: readonly KnownPerson[]) {
  const found = new Map<PlannedPerson, KnownPerson>()
  const taken = new Set<KnownPerson>()
  for (const person of planned) {
    const one = known.find(({ id, name }) => id === person.meant && name === person.name)
    if (one === undefined || taken.has(one)) continue
    found.set(person, one)
    taken.add(one)
  }
  for (const isSame of marks) {
    const free = byName(known.filter((person) => !taken.has(person)))
    const open = planned.filter((person) => !found.has(person) && person.meant !== null)
    const rivals = byName(open)
    for (const person of open) {
      const fitting = (free.get(person.name) ?? []).filter((one) => isSame(person, one))
      const [only] = fitting
      if (only === undefined || fitting.length > 1 || taken.has(only)) continue
      // Two of the plan who both fit: neither is meant for certain.
      if ((rivals.get(person.name) ?? []).some((other) => other !== person && isSame(other, only))) continue
      found.set(person, only)
      taken.add(only)
    }
  }
  const left = byName(known.filter((person) => !taken.has(person)))
  const problems = planned.flatMap((person): Problem[] => {
    const alike = found.has(person) || person.meant === null ? [] : (left.get(person.name) ?? [])
    if (alike.length === 0) return []
    const those = alike.map((one) => ({ id: one.id, says: marksOf(one) || '没有别的信息' }))
    return [{ ...person.at, heading: '姓名', sentence: doubt(person, alike), alike: those }]
  })
  for (const person of planned) {
    const before = found.get(person)
    const sentence = before === undefined ? otherName(person, known) : isGone(before)
    if (sentence !== undefined) problems.push({ ...person.at, heading: '姓名', sentence })
  }
  if (problems.length > 0) throw new Doubtful(problems)
  const notices = [...found].flatMap(([{ name, phone }, before]) =>
    phone !== undefined && before.phone !== null && phone !== before.phone
      ? [`${name}的手机号换了：原来尾号 ${before.phone.slice(-4)}，现在尾号 ${phone.slice(-4)}。`]
      : [],
  )
  return { found, notices }
}

/** A certificate belongs to one deputy: under another name it is a name that was corrected, or a slip. */
function otherName({ name, mandates }: PlannedPerson, known: readonly KnownPerson[]): string | undefined {
  const numbers = mandates.flatMap(({ certificateNo }) => certificateNo ?? [])
  const holder = known.find((one) => one.name !== name && one.certificates.some((no) => numbers.includes(no)))
  return (
    holder &&
    `“${name}”的代表证号在名册里是“${holder.name}”的。是同一位，请先在“人员”里把姓名改过来；不是同一位，请核对代表证号`
  )
}

const isGone = ({ name, endedWhy }: KnownPerson): string | undefined =>
  endedWhy === null
    ? undefined
    : `“${name}”已经移出名册（${endedWhy}）。还在的，请先在“人员”里恢复；不在了，请删去这一行`

function byName<Named extends { name: string }>(people: readonly Named[]) {
  const named = new Map<string, Named[]>()
  for (const person of people) named.set(person.name, [...(named.get(person.name) ?? []), person])
  return named
}

const marksOf = ({ phone, village, certificates }: KnownPerson) =>
  [village, certificates[0], phone && `手机尾号 ${phone.slice(-4)}`].filter(Boolean).join('，')

function doubt({ name }: PlannedPerson, alike: readonly KnownPerson[]): string {
  const those = alike.map(marksOf)
  return (
    `名册里已经有${alike.length > 1 ? ` ${alike.length} 位` : ''}“${name}”（${those.filter(Boolean).join('；') || '没有别的信息'}），` +
    '看不出是不是同一位。是同一位，请填原来的代表证号或手机号；是另一位，请填这一位自己的代表证号或手机号，并把原来那位也写在文件里'
  )
}
