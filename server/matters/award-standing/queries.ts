import type { AwardStandings, UnitStanding } from '../../../shared/matters/award-standing/endpoints'
import { levelOf } from '../../../shared/matters/award-standing/standing'
import type { AwardStandingParty, AwardStandingState } from '../../../shared/matters/award-standing/states'
import { type AwardStandingGate, awardStandingTable } from '../../../shared/matters/award-standing/table'
import { openActions } from '../../../shared/grammar/decide'
import { mayDo } from '../../../shared/permissions'
import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'
import { atOnce, readTogether } from '../../database/together'
import { unitsPart } from '../../features/people/queries'
import { townRules } from '../../features/rules/rule-set'
import { readDisqualifications } from './disqualifications'
import { countOf, type Item } from './items'
import { periodIn } from './period'
import { isDecided, possibleItems } from './record'

/** The standings of every unit of a town, or of the asking person's own; the most counted first. */
export async function readAwardStandings(
  reader: Reader,
  actor: Actor,
  whose: 'own' | 'all',
  asked: string | undefined,
  now: Date,
): Promise<AwardStandings> {
  const { townId } = actor
  const { rules, all } = await readTogether(reader, { rules: townRules(townId), all: unitsPart(townId) })
  const [own] = rules
  if (own === undefined) throw new Error(`no town ${townId}`)
  const period = periodIn(own, asked, now)
  const [possible, decided] = await atOnce(reader, () =>
    Promise.all([
      possibleItems(reader, townId, undefined, period.year),
      readDisqualifications(reader, townId, period.year),
    ]),
  )
  const items = possible.filter(({ ratedOn }) => ratedOn >= period.from && ratedOn <= period.to)
  const counts = new Set(possible.filter(({ standing }) => standing === 'counted').map(({ id }) => id))
  const units = all
    .filter(({ id }) => whose === 'all' || actor.unitIds.includes(id))
    .filter(
      ({ id, endedOn }) => endedOn === null || [...items, ...decided].some(({ unitId }) => unitId === id),
    )
    .map(({ id, name }): UnitStanding => {
      const own = items.filter(({ unitId }) => unitId === id)
      const ofUnit = decided.filter(({ unitId }) => unitId === id)
      const level = levelOf(countOf(own))
      // What was lifted is history: whatever comes next begins anew.
      const state = ofUnit.find((one) => isDecided(one.state))?.state ?? 'clear'
      return {
        unit: { id, name },
        count: countOf(own),
        level,
        items: own.map(presentItem),
        disqualifications: ofUnit.map(({ unitId: _, state: stands, groundIds, ...one }) => ({
          ...one,
          stillCounted: isDecided(stands) ? groundIds.filter((id) => counts.has(id)).length : null,
          actions: (['appeal', 'answer'] as const).filter((name) =>
            openTo(actor, whose, {
              ...{ unitId: id, state: stands, tooMany: false, appealed: one.appeal !== null },
            }).includes(name),
          ),
        })),
        actions: (['disqualify'] as const).filter((name) =>
          openTo(actor, whose, { unitId: id, state, tooMany: level === 'over', appealed: false }).includes(
            name,
          ),
        ),
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

/** What the table opens to whoever looks: the unit at its own, the presidium at all of them. */
function openTo(
  actor: Actor,
  whose: 'own' | 'all',
  {
    unitId,
    state,
    tooMany,
    appealed,
  }: { unitId: string; state: AwardStandingState; tooMany: boolean; appealed: boolean },
) {
  const parties = new Set<AwardStandingParty>()
  if (whose === 'own') parties.add('handlingUnit')
  else if (mayDo('decideAwardStanding', actor.roles)) parties.add('presidium')
  const gates: Partial<Record<AwardStandingGate, boolean>> = {
    tooMany,
    notRecorded: !isDecided(state),
    notAppealed: !appealed,
    appealOpen: state === 'appealed',
    decidesOnOthers: !actor.unitIds.includes(unitId),
  }
  const open = new Set(Object.keys(gates).filter((gate) => gates[gate as AwardStandingGate]))
  return openActions(awardStandingTable, { state, parties, open: open as Set<AwardStandingGate> })
}
