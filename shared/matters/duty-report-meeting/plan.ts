import { addMonths, type Day } from '../../rules/days'
import { spokenRate } from '../../rules/rates'

/**
 * 年度安排: who reports in which year, so that nobody is left at the end of a term. Proposed by whole districts and never by
 * what somebody did: those where nobody has reported come first, then those whose last report is longest ago.
 */

/** A mandate of the township that is filled, in the order of the register. */
export interface ReportSeat {
  name: string
  districtId: string | null
  begunOn: Day | null
  suspended: boolean
  hasReported: boolean
  /** 不再述职, with a ground. */
  released?: boolean
  /** 改到以后: not before this year. */
  notBefore?: number | null
  /** In which year it is planned to report, where it is and has not yet. */
  plannedYear: number | null
}
export interface ReportDistrict {
  id: string
  name: string
  /** When somebody last reported there in this term. */
  lastOn: Day | null
}

/** Full calendar years after that of the first session of the term; the rest of it is the reserve. */
const yearsOfTerm = 4
export const mostDistricts = 5
const fewestDistricts = 3
/** Whoever is in office for less than this at the end of a year waits, unless it is the last. */
const firstAfterMonths = 6

export const planYearsOf = (firstSessionOn: Day | null, year: number) => {
  const first = firstSessionOn === null ? year : Number(firstSessionOn.slice(0, 4)) + 1
  return Array.from({ length: yearsOfTerm }, (_, at) => first + at)
}

export interface ReportPlan {
  /** How many are to report in this year. */
  quota: number
  planned: number
  proposed: { district: ReportDistrict; deputies: string[] }[]
  /** Of the term: who has neither reported nor is planned nor proposed, by district. */
  later: { district: ReportDistrict; deputies: string[] }[]
  coverage: string
  says: string[]
}

/** @param years the plan years of the term */
export function proposePlan(
  seats: readonly ReportSeat[],
  districts: readonly ReportDistrict[],
  year: number,
  years: readonly number[],
): ReportPlan {
  const isLast = year >= (years.at(-1) ?? year)
  const left = seats.filter(({ hasReported, suspended, released }) => !hasReported && !suspended && !released)
  const quota = isLast ? left.length : Math.ceil(left.length / years.filter((one) => one >= year).length)
  const planned = left.filter(({ plannedYear }) => plannedYear === year)
  const open = left.filter(({ plannedYear }) => plannedYear === null)
  const ripe = open.filter(
    ({ begunOn, notBefore }) => isLast || (isRipe(begunOn, year) && (notBefore ?? year) <= year),
  )
  const inDistrict = (those: readonly ReportSeat[], id: string) =>
    those.filter(({ districtId }) => districtId === id).map(({ name }) => name)

  const proposed: ReportPlan['proposed'] = []
  const districtsTaken = new Set(planned.map(({ districtId }) => districtId)).size
  let taken = planned.length
  for (const district of longestAgoFirst(districts)) {
    const isEnough = taken >= quota || districtsTaken + proposed.length >= mostDistricts
    if (!isLast && isEnough) break
    const deputies = inDistrict(ripe, district.id)
    if (deputies.length === 0) continue
    proposed.push({ district, deputies })
    taken += deputies.length
  }
  const chosen = new Set(proposed.map(({ district }) => district.id))
  const count = districtsTaken + proposed.length
  return {
    ...{ quota, planned: planned.length, proposed },
    later: districts.flatMap((district) => {
      const those = chosen.has(district.id) ? open.filter((one) => !ripe.includes(one)) : open
      const deputies = inDistrict(those, district.id)
      return deputies.length === 0 ? [] : [{ district, deputies }]
    }),
    coverage: spokenRate({ of: seats.filter(({ hasReported }) => hasReported).length, among: seats.length }),
    says: saysOf({ quota, taken, count, isLast, homeless: open.filter((one) => one.districtId === null) }),
  }
}

/** Long enough in office at the end of a year. */
export const isRipe = (begunOn: Day | null, year: number) =>
  begunOn === null || addMonths(begunOn, firstAfterMonths) <= `${year}-12-31`

/** Where nobody has reported, in the order of the register; then where it is longest ago. */
const longestAgoFirst = (districts: readonly ReportDistrict[]) =>
  districts
    .map((district, at) => ({ district, at }))
    .sort((one, other) => {
      const [on, otherOn] = [one.district.lastOn ?? '', other.district.lastOn ?? '']
      return on < otherOn ? -1 : on > otherOn ? 1 : one.at - other.at
    })
    .map(({ district }) => district)

function saysOf(plan: {
  quota: number
  taken: number
  count: number
  isLast: boolean
  homeless: readonly ReportSeat[]
}) {
  const { quota, taken, count, isLast, homeless } = plan
  const short = quota - taken
  return [
    ...(!isLast && short > 0
      ? [`今年应安排 ${quota} 人，已排 ${count} 个选区 ${taken} 人，少 ${short} 人，留到以后各年。`]
      : []),
    ...(count > mostDistricts
      ? [`今年要 ${count} 个选区，比每年 ${mostDistricts} 个多 ${count - mostDistricts} 个。`]
      : []),
    ...(count > 0 && count < fewestDistricts && quota > 0
      ? [`今年只有 ${count} 个选区，比每年 ${fewestDistricts} 个少。`]
      : []),
    ...(homeless.length > 0
      ? [`${homeless.map(({ name }) => name).join('、')}没有登记选区，请先在代表职务里补上。`]
      : []),
  ]
}
