import type { OwnDuty } from '../../../shared/api/contacts'
import { type Day, quarterOf } from '../../../shared/rules/days'
import type { Profile } from '../../../shared/rules/profiles'
import type { DeedKind } from '../../../shared/words/visits'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'

/**
 * What the town asks of a deputy between sessions and how far they are with it (catalogue 17, 25, 26, 121): several rules at
 * once, each of the town's own. It is for the deputy alone: nobody is ranked by it, and nobody else reads it.
 */
export async function readOwnDuties(
  reader: Reader,
  { townId, personId }: { townId: string; personId: string },
  rules: Profile,
  today: Day,
): Promise<OwnDuty[]> {
  const year = `${today.slice(0, 4)}-01-01`
  const month = `${today.slice(0, 8)}01`
  const quarter = quarterOf(today)
  const { visits, voters, deeds } = await readTogether(reader, {
    visits: part<{ on: Day; persons: number }>({
      columns: { on: 'r.visited_on', persons: 'r.persons' },
      from: `FROM visit r WHERE r.town_id = ? AND r.deputy_id = ? AND r.visited_on >= ? AND r.ended_on IS NULL`,
      order: 'r.visited_on, r.id',
      parameters: [townId, personId, year],
    }),
    voters: part<{ id: string }>({
      columns: { id: 'r.id' },
      from: 'FROM contact_voter r WHERE r.town_id = ? AND r.deputy_id = ? AND r.ended_on IS NULL',
      order: 'r.name, r.id',
      parameters: [townId, personId],
    }),
    deeds: part<{ kind: DeedKind }>({
      columns: { kind: 'r.deed_kind' },
      from: 'FROM good_deed r WHERE r.town_id = ? AND r.deputy_id = ? AND r.done_on >= ? AND r.ended_on IS NULL',
      order: 'r.done_on, r.id',
      parameters: [townId, personId, year],
    }),
  })
  const since = (from: Day) => visits.filter(({ on }) => on >= from)
  const persons = since(month).reduce((sum, one) => sum + Number(one.persons), 0)
  return [
    { word: '走访群众', done: persons, wanted: Number(rules.visitPersonsMonthly), within: '这个月' },
    {
      ...{ word: '走访选民', done: since(quarter).length, within: '这个季度' },
      wanted: rules.visitQuarterly ? 1 : 0,
    },
    {
      ...{ word: '到选区走访', done: visits.length, within: '今年' },
      wanted: rules.visitYearly ? 1 : 0,
    },
    {
      ...{ word: '办实事', done: deeds.filter(({ kind }) => kind !== 'mediation').length, within: '今年' },
      wanted: Number(rules.deedsYearly),
    },
    {
      ...{ word: '调处纠纷', done: deeds.filter(({ kind }) => kind === 'mediation').length, within: '今年' },
      wanted: Number(rules.mediationsYearly),
    },
    {
      ...{ word: '固定联系选民', done: voters.length, within: '这一届' },
      wanted: Number(rules.contactVoters),
    },
  ].filter(({ wanted }) => wanted > 0)
}
