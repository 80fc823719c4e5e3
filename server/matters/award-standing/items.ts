import type { ItemStanding } from '../../../shared/matters/award-standing/standing'
import { addDays, beijingDay, type Day, startOfDay } from '../../../shared/rules/days'
import { profiles } from '../../../shared/rules/profiles'
import { droppedStates } from '../../../shared/matters/suggestion/state-lists'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import type { Reader } from '../../database/source'
import { instantText, isoInstant, quoted, sqlInstant } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import { maxRoundsSql, rulesOfMatter } from '../../features/rules/rule-set'

/** A suggestion whose last reply the deputy does not accept, with the three conditions as they are today. */
export interface Item {
  unitId: string
  id: string
  no: string | null
  subject: string
  state: SuggestionState
  ratedAt: string
  ratedOn: Day
  lowSatisfaction: boolean
  endNotAccepted: boolean
  validReason: string | null
  standing: ItemStanding
}

/** Where the office may still have it handled again. */
const reHandledFrom = Object.keys(suggestionActions.reHandle.moves)

/**
 * Counted over the rating of the round that is the last one: a round that the deputy left unrated accepts nothing and
 * rejects nothing, and while a matter is handled again its unit has another chance.
 */
const itemsPart = (townId: string, { year, from, to, unitId }: Wanted) =>
  part<Row>({
    columns: {
      ...{
        unitId: 'r.lead_unit_id',
        id: 's.id',
        no: 's.suggestion_no',
        subject: 's.subject',
        state: 'sm.state',
      },
      ratedAt: instantText('le.at'),
      lowSatisfaction: `CASE WHEN EXISTS (SELECT 1 FROM evaluation e WHERE e.suggestion_id = s.id
        AND (e.attitude_rating = 'notSatisfied' OR e.result_rating = 'notSatisfied')) THEN 1 ELSE 0 END`,
      endNotAccepted: `CASE WHEN sm.state NOT IN (${quoted(reHandledFrom)})
        OR s.current_round >= ${maxRoundsSql(profiles)} THEN 1 ELSE 0 END`,
      validReason: 'CASE WHEN d.valid THEN d.reason END',
      settled: `CASE WHEN EXISTS (SELECT 1 FROM disqualifying_item i
        JOIN award_standing o ON o.id = i.award_standing_id JOIN matter om ON om.id = o.id
        WHERE i.suggestion_id = s.id AND o.year <> ? AND om.state <> 'lifted') THEN 1 ELSE 0 END`,
      setAside: `CASE WHEN EXISTS (SELECT 1 FROM disqualifying_item i
        JOIN award_standing o ON o.id = i.award_standing_id JOIN matter om ON om.id = o.id
        WHERE i.suggestion_id = s.id AND o.handling_unit_id = r.lead_unit_id AND om.state = 'lifted') THEN 1 ELSE 0 END`,
    },
    from: `FROM suggestion s JOIN matter sm ON sm.id = s.id
      JOIN town t ON t.id = s.town_id
      ${rulesOfMatter('s')}
      JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
      JOIN evaluation le ON le.suggestion_id = s.id AND le.round_no = s.current_round
        AND le.result_rating = 'notSatisfied'
      LEFT JOIN valid_reason d ON d.suggestion_id = s.id AND d.round_no = s.current_round
        AND d.version = (SELECT MAX(x.version) FROM valid_reason x WHERE x.suggestion_id = s.id)
      WHERE s.town_id = ? AND sm.state NOT IN (${quoted(droppedStates)}) AND le.at >= ? AND le.at < ?
        ${unitId === undefined ? '' : 'AND r.lead_unit_id = ?'}`,
    order: 'le.at DESC, s.id',
    parameters: [
      ...[year, townId, sqlInstant(startOfDay(from)), sqlInstant(startOfDay(addDays(to, 1)))],
      ...(unitId === undefined ? [] : [unitId]),
    ],
  })

interface Wanted {
  year: number
  from: Day
  to: Day
  unitId?: string
}
interface Row extends Omit<Item, 'ratedOn' | 'lowSatisfaction' | 'endNotAccepted' | 'standing'> {
  lowSatisfaction: number
  endNotAccepted: number
  settled: number
  setAside: number
}

/** All of a town, or of one unit, the newest first; the count of a unit is the number of its items that are counted, never a column. */
export async function readItems(reader: Reader, townId: string, wanted: Wanted): Promise<Item[]> {
  const { rows } = await readTogether(reader, { rows: itemsPart(townId, wanted) })
  return rows.map(({ settled, setAside, ...row }) => {
    const holds = {
      lowSatisfaction: Number(row.lowSatisfaction) === 1,
      endNotAccepted: Number(row.endNotAccepted) === 1,
    }
    return {
      ...row,
      ...holds,
      ratedOn: beijingDay(new Date(isoInstant(row.ratedAt))),
      standing: standingOf({
        ...holds,
        noValidReason: row.validReason === null,
        settled: Number(settled) === 1,
        setAside: Number(setAside) === 1,
      }),
    }
  })
}

const standingOf = (holds: {
  lowSatisfaction: boolean
  endNotAccepted: boolean
  noValidReason: boolean
  settled: boolean
  setAside: boolean
}): ItemStanding => {
  if (!holds.noValidReason) return 'excused'
  if (holds.settled) return 'settled'
  if (holds.setAside) return 'setAside'
  return holds.lowSatisfaction && holds.endNotAccepted ? 'counted' : 'pending'
}

export const countOf = (items: readonly Item[]) =>
  items.filter(({ standing }) => standing === 'counted').length
