import type { About } from '../../../shared/api/congress'
import { Refusal } from '../../../shared/words/refusals'
import { isOfTownship } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { partsOf } from '../places/areas'

type Rule = About['rules'][number]
const ruleColumns = {
  ...{ id: 'r.id', name: 'r.name', subject: 'r.subject' },
  ...{ adoptedBy: 'r.adopted_by', adoptedOn: 'r.adopted_on' },
}

const most = 500

/**
 * What anyone may know of a town and its congress. A village that says how many live there counts as it says.
 * @throws Refusal `not_found`
 */
export async function readAbout(reader: Reader, townId: string): Promise<About> {
  const { towns, villages, events, rules, deputies } = await readTogether(reader, {
    towns: part<{ id: string }>({
      columns: { id: 't.id' },
      from: 'FROM town t WHERE t.id = ?',
      order: 't.id',
      parameters: [townId],
    }),
    villages: part<{ id: string; households: number | null; population: number | null }>({
      columns: { id: 'v.id', households: 'v.households', population: 'v.population' },
      from: 'FROM village v WHERE v.town_id = ? AND v.ended_on IS NULL',
      order: 'v.position, v.id',
      parameters: [townId],
    }),
    events: part<About['events'][number]>({
      columns: { year: 'e.year', month: 'e.month', text: 'e.text' },
      from: 'FROM town_event e WHERE e.town_id = ? AND e.ended_on IS NULL',
      order: 'e.place, e.id',
      parameters: [townId],
    }),
    rules: part<Rule>({
      columns: ruleColumns,
      from: 'FROM congress_rule r WHERE r.town_id = ? AND r.ended_on IS NULL',
      order: 'r.subject, r.name, r.id',
      parameters: [townId],
    }),
    deputies: part<{ id: string }>({
      columns: { id: 'm.person_id' },
      from: `FROM mandate m WHERE m.town_id = ? AND ${isOfTownship('m')}`,
      order: 'm.person_id',
      parameters: [townId],
    }),
  })
  if (towns.length === 0) throw new Refusal('not_found')
  const parts = await partsOf(
    reader,
    townId,
    'village_id',
    villages.map(({ id }) => id),
  )
  const sum = (what: 'households' | 'population') =>
    villages.reduce((all, village) => all + Number(village[what] ?? parts.get(village.id)?.[what] ?? 0), 0)
  const count = (what: 'naturalVillages' | 'groups') =>
    [...parts.values()].reduce((all, one) => all + one[what], 0)
  return {
    villages: villages.length,
    naturalVillages: count('naturalVillages'),
    groups: count('groups'),
    households: sum('households'),
    population: sum('population'),
    deputies: new Set(deputies.map(({ id }) => id)).size,
    events: events.slice(0, most).map(({ year, month, text }) => ({
      ...{ year: Number(year), month: month === null ? null : Number(month), text },
    })),
    rules: rules.slice(0, most),
  }
}

/** One that counts now. @throws Refusal `not_found` */
export async function readRule(reader: Reader, townId: string, id: string) {
  const { rules } = await readTogether(reader, {
    rules: part<Rule & { text: string }>({
      columns: { ...ruleColumns, text: 'r.text' },
      from: 'FROM congress_rule r WHERE r.town_id = ? AND r.id = ? AND r.ended_on IS NULL',
      order: 'r.id',
      parameters: [townId, id],
    }),
  })
  const [rule] = rules
  if (rule === undefined) throw new Refusal('not_found')
  return rule
}
