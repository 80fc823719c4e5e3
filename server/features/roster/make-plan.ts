import type { CongressLevel } from '../../../shared/words/words'
import { planElected } from './elected-of-rows'
import { createWho, type Who } from './people-of-rows'
import type { Answers, Plan, PlannedPerson } from './plan'
import type { Problem } from './problem'
import { planSessions } from './sessions-of-rows'
import type { Reading } from './parse-workbook'
import { type RowOf, sheets } from './sheets'

type Report = (problem: Problem) => void

/** Puts the rows together, and finds what is wrong between them: doubles, and names that lead nowhere. */
export function makePlan(
  { rows, halves }: Pick<Reading, 'rows' | 'halves'>,
  answers: Answers = new Map(),
): { plan: Plan; problems: Problem[] } {
  const problems: Problem[] = []
  const report: Report = (problem) => problems.push(problem)
  const villages = once(rows.villages, 'villages', '村名', report)
  const units = once(rows.units, 'units', '单位名称', report)
  const stations = once(rows.stations, 'stations', '站点名称', report)
  const villageNames = new Set(villages.map(({ name }) => name))
  const who = createWho(rows, answers, report)

  for (const key of ['deputies', 'stations'] as const)
    for (const { village, row } of halves[key] ?? [])
      knownVillage(village, villageNames, { sheet: sheets[key].name, row, heading: '所在村' }, report)
  planDeputies(rows.deputies, who, villageNames, report)
  planUnitPosts(units, who)
  planStaff(rows.staff, who)
  planElected(rows.electedDeputies, who, report)
  const people = who.people()
  const halfRead = new Set(halves.deputies?.map(({ name }) => name))
  const deputies = people.filter(({ mandates }) => mandates.length > 0)

  const plan: Plan = {
    villages: villages.map(({ name }) => name),
    groups: distinct(rows.deputies.map(({ group }) => group)),
    districts: planDistricts(rows.deputies),
    units: units.map(({ name, kind, bureau }) => ({ name, kind, bureau })),
    people,
    sessions: planSessions(rows.sessions, report),
    ofNextTerm: {
      groups: distinct(rows.electedDeputies.map(({ group }) => group)),
      districts: planDistricts(rows.electedDeputies),
    },
    stations: stations.map(({ row, village, deputies: names, ...station }) => ({
      ...station,
      village: knownVillage(
        village,
        villageNames,
        { sheet: sheets.stations.name, row, heading: '所在村' },
        report,
      ),
      deputies: (names ?? []).flatMap((name) =>
        halfRead.has(name) ? [] : onDuty(name, row, deputies, report),
      ),
    })),
  }
  return { plan, problems }
}

function planDeputies(
  rows: readonly RowOf<'deputies'>[],
  who: Who,
  villages: ReadonlySet<string>,
  report: Report,
) {
  const certificates = new Map<string, number>()
  for (const row of rows) {
    const at = { sheet: sheets.deputies.name, row: row.row }
    const person = who.find(row.name, row.phone, { ...at, heading: '手机号' }, row)
    if (!person) continue
    if (person.mandates.some(({ level }) => level === row.level)) {
      report({
        ...at,
        heading: '姓名',
        sentence:
          `“${row.name}”的这一级代表前面（第 ${person.at.row} 行）已经写过。是同一位，请删掉重复的一行；` +
          '是同名的两位，请填手机号、代表证号或所在村分清',
      })
      continue
    }
    const before = row.certificateNo === undefined ? undefined : certificates.get(row.certificateNo)
    if (before !== undefined) {
      report({ ...at, heading: '代表证号', sentence: `“${row.certificateNo}”和第 ${before} 行重复，请核对` })
    } else if (row.certificateNo !== undefined) certificates.set(row.certificateNo, row.row)
    person.mandates.push({ level: row.level, district: row.district, certificateNo: row.certificateNo })
    person.gender ??= row.gender
    person.occupation ??= row.occupation
    person.group ??= row.group
    person.groupLeader ||= row.groupPost === 'leader'
    person.village ??= knownVillage(row.village, villages, { ...at, heading: '所在村' }, report)
  }
}

/** 负责人、分管领导、经办人: three posts of a unit, each perhaps left open. */
function planUnitPosts(units: readonly RowOf<'units'>[], who: Who) {
  for (const unit of units) {
    const posts = [
      ['unitHead', unit.head, unit.headPhone, '负责人'],
      ['unitLeader', unit.leader, unit.leaderPhone, '分管领导'],
      ['unitClerk', unit.clerk, unit.clerkPhone, '经办人'],
    ] as const
    for (const [kind, name, phone, heading] of posts) {
      if (name === undefined) continue
      const mention = { sheet: sheets.units.name, row: unit.row, heading: `${heading}电话` }
      who.find(name, phone, mention)?.posts.push({
        ...{ row: unit.row, kind, unit: unit.name, presidiumPost: undefined },
      })
    }
  }
}

function planStaff(rows: readonly RowOf<'staff'>[], who: Who) {
  for (const { name, phone, post, row } of rows) {
    const person = who.find(name, phone, { sheet: sheets.staff.name, row, heading: '手机号' })
    person?.posts.push({ row, ...post, unit: undefined })
  }
}

/** Those elected are all of the township. */
function planDistricts(
  rows: readonly { level?: CongressLevel | undefined; district?: string | undefined }[],
): Plan['districts'] {
  const seen = new Map<string, { level: CongressLevel; name: string }>()
  for (const { level = 'township', district } of rows)
    if (district) seen.set(`${level}|${district}`, { level, name: district })
  return [...seen.values()]
}

/** `王伟`, or where two of that name are deputies `王伟(5678)`, `王伟(镇001)`, `王伟(大郭西村)`. */
function onDuty(
  written: string,
  row: number,
  deputies: readonly PlannedPerson[],
  report: Report,
): PlannedPerson[] {
  const [, name = written, mark] = /^(.+?)[(（](.+)[)）]$/.exec(written) ?? []
  const isMeant = ({ phone, village, mandates }: PlannedPerson, by: string) =>
    phone?.endsWith(by) || village === by || mandates.some(({ certificateNo }) => certificateNo === by)
  const found = deputies.filter((one) => one.name === name && (mark === undefined || isMeant(one, mark)))
  const [only] = found
  if (found.length === 1 && only) return [only]
  const sentence =
    found.length === 0
      ? `“${written}”不在“代表”这张表里，请核对姓名`
      : `有 ${found.length} 位同名代表“${name}”，请写成 ${name}(手机后四位)，或括号里写代表证号、村名`
  report({ sheet: sheets.stations.name, row, heading: '值守代表', sentence })
  return []
}

function knownVillage(
  name: string | undefined,
  villages: ReadonlySet<string>,
  at: Omit<Problem, 'sentence'>,
  report: Report,
) {
  if (name === undefined || villages.has(name)) return name
  report({ ...at, sentence: `“${name}”不在“村”这张表里，请先在那里加上，或核对村名` })
  return undefined
}

/** Rows whose name has not been seen before; a double is a problem. */
function once<K extends 'villages' | 'units' | 'stations'>(
  rows: readonly RowOf<K>[],
  key: K,
  heading: string,
  report: Report,
) {
  const seen = new Map<string, number>()
  return rows.filter(({ name, row }) => {
    const before = seen.get(name)
    if (before === undefined) {
      seen.set(name, row)
      return true
    }
    report({ sheet: sheets[key].name, row, heading, sentence: `“${name}”和第 ${before} 行重复，请删掉一行` })
    return false
  })
}

const distinct = (values: readonly (string | undefined)[]) => [
  ...new Set(values.filter((value): value is string => value !== undefined)),
]
