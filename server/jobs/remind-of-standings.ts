import { levelOf, mostUnaccepted, standingYears } from '../../shared/matters/award-standing/standing'
import { isoInstant } from '../database/sql'
import { isInForce, readDisqualifications } from '../matters/award-standing/disqualifications'
import { countOf, type Item, readItems } from '../matters/award-standing/items'
import { periodOf } from '../matters/award-standing/queries'
import { tellStanding } from '../matters/award-standing/tell-standing'
import { readUnits } from '../features/people/queries'
import { onceTold } from './once-told'
import type { JobParts } from './runner'

/** Once for the suggestion that brings a unit to the edge, and once for each beyond it while nothing was decided. */
export async function remindOfStandings({ database, now }: JobParts, townId: string) {
  const { reader } = database
  const period = await periodOf(reader, townId, undefined, now())
  const items = await readItems(reader, townId, period)
  if (items.length === 0) return
  const decided = (await readDisqualifications(reader, townId, period.year)).filter(isInForce)
  const span = period.counting === 'calendar' ? ` ${period.year} 年` : standingYears.rolling
  for (const unit of await readUnits(reader, townId)) {
    const counted = items.filter((item) => item.unitId === unit.id && item.standing === 'counted')
    const level = levelOf(countOf(counted))
    if (level === 'clear' || decided.some(({ unitId }) => unitId === unit.id)) continue
    const about = { townId, unitId: unit.id, year: period.year }
    const news = level === 'warned' ? warning(unit.name, span, counted) : asking(unit.name, span, counted)
    await onceTold(database, noticeOf(unit.id, counted, level), now(), (tx) =>
      tellStanding(tx, { ...about, ...news }, now()),
    )
  }
}

const noticeOf = (unitId: string, counted: readonly Item[], level: 'warned' | 'over') => ({
  matterId: unitId,
  // The newest stands first: a further one is news again, the same ones are not.
  stateSince: new Date(isoInstant(counted[0]?.ratedAt ?? '')),
  urgency: level === 'warned' ? ('dueSoon' as const) : ('overdue' as const),
})

const named = (items: readonly Item[]) => items.map(({ subject }) => `《${subject}》`).join('')

function warning(unit: string, span: string, counted: readonly Item[]) {
  const said = `${span}已有 ${counted.length} 件建议代表不认可结果：${named(counted)}。`
  const supervising = `${unit}${said}再有一件就要取消评先资格。`
  return {
    toUnit: `本单位${said}超过 ${mostUnaccepted} 件就要取消评先资格，请抓紧办好手上的建议。`,
    toOffice: supervising,
    toPresidium: supervising,
  }
}

function asking(unit: string, span: string, counted: readonly Item[]) {
  const said = `${span}已有 ${counted.length} 件建议代表不认可结果，超过 ${mostUnaccepted} 件：${named(counted)}。`
  return {
    toUnit: `本单位${said}主席团将决定是否取消评先资格；有正当理由的，请尽快向主席团说明。`,
    toOffice: `${unit}${said}请主席团决定是否取消评先资格。`,
    toPresidium: `${unit}${said}请先看有没有正当理由，再决定是否取消评先资格。`,
    task: 'presidium' as const,
  }
}
