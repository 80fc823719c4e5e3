import type {
  AwardStandings,
  Disqualification,
  UnitStanding,
} from '../../../shared/matters/award-standing/endpoints'
import { levelOf, standingPeriod } from '../../../shared/matters/award-standing/standing'
import { beijingDay } from '../../../shared/rules/days'
import { mayDo } from '../../../shared/permissions'
import { rulesOf } from '../../../shared/rules/rules'
import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'
import { readUnits } from '../../features/people/queries'
import { readTownRules } from '../../features/rules/rule-set'
import { isInForce, readDisqualifications } from './disqualifications'
import { countOf, type Item, readItems } from './items'

/** The year that is asked for, and the days that are counted for it by the rule that the town has now. */
export async function periodOf(reader: Reader, townId: string, asked: string | undefined, now: Date) {
  const today = beijingDay(now)
  const year = Number(asked ?? today.slice(0, 4))
  const { standingYear: counting } = rulesOf(await readTownRules(reader, townId))
  return { year, counting, ...standingPeriod(counting, year, today) }
}

/** The standings of every unit of a town, or of the asking person's own; the most counted first. */
export async function readAwardStandings(
  reader: Reader,
  actor: Actor,
  whose: 'own' | 'all',
  asked: string | undefined,
  now: Date,
): Promise<AwardStandings> {
  const { townId } = actor
  const period = await periodOf(reader, townId, asked, now)
  const items = await readItems(reader, townId, period)
  const decided = await readDisqualifications(reader, townId, period.year)
  const units = (await readUnits(reader, townId))
    .filter(({ id }) => whose === 'all' || actor.unitIds.includes(id))
    .map(({ id, name }): UnitStanding => {
      const own = items.filter(({ unitId }) => unitId === id)
      const ofUnit = decided.filter(({ unitId }) => unitId === id)
      const level = levelOf(countOf(own))
      const mayDisqualify =
        whose === 'all' &&
        mayDo('decideAwardStanding', actor.roles) &&
        level === 'over' &&
        !ofUnit.some(isInForce)
      return {
        unit: { id, name },
        count: countOf(own),
        level,
        items: own.map(presentItem),
        disqualifications: ofUnit.map(({ unitId: _, ...one }) => ({
          ...one,
          actions: actionsOn(one, actor, whose),
        })),
        actions: mayDisqualify ? ['disqualify'] : [],
      }
    })
  return {
    ...period,
    units: [...units].sort((a, b) => b.count - a.count || b.items.length - a.items.length),
  }
}

const presentItem = ({ unitId: _, ratedAt: _at, ...item }: Item) => ({
  ...item,
  noValidReason: item.validReason === null,
})

function actionsOn(
  { appeal, answer }: Pick<Disqualification, 'appeal' | 'answer'>,
  actor: Actor,
  whose: 'own' | 'all',
): Disqualification['actions'] {
  if (whose === 'own') return appeal === null ? ['appeal'] : []
  return appeal !== null && answer === null && mayDo('decideAwardStanding', actor.roles) ? ['answer'] : []
}
