import type { showTwoWayContacts } from '../../../shared/api/two-way-contacts'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { Day } from '../../../shared/rules/days'
import { isTownshipDeputy } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'

type Answer = OutputOf<typeof showTwoWayContacts>
interface Named {
  id: string
  name: string
}
interface Contacted {
  name: string
  done: number
}

/** What counts of an entry `e`: it was no mistake, and stands in the quarter. */
const counts = 'e.ended_on IS NULL AND e.contacted_on >= ?'
/** That an entry names a deputy of the township, and that it names a group. */
export const namesDeputy = (person: string, more = '') =>
  `EXISTS (SELECT 1 FROM contact_entry_deputy c JOIN contact_entry e ON e.id = c.contact_entry_id
     WHERE c.person_id = ${person} AND e.town_id = ? AND ${counts}${more})`
export const namesGroup = (group: string, more = '') =>
  `EXISTS (SELECT 1 FROM contact_entry e WHERE e.town_id = ? AND e.deputy_group_id = ${group} AND ${counts}${more})`
const by = ' AND e.person_id = ?'

/** Whom somebody is to keep in touch with, and whether they themselves were since that day. */
export async function readOwnContacts(
  reader: Reader,
  { townId, personId, since }: { townId: string; personId: string; since: Day },
): Promise<Answer['mine']> {
  const doneBy = [townId, since, personId]
  const { groups, deputies } = await readTogether(reader, {
    groups: part<Contacted>({
      columns: { name: 'x.name', done: 'x.done' },
      from: `FROM (SELECT g.name, CASE WHEN ${namesGroup('g.id', by)} THEN 1 ELSE 0 END AS done, l.position, l.id
        FROM contact_link l JOIN deputy_group g ON g.id = l.deputy_group_id
        WHERE l.town_id = ? AND l.person_id = ? AND l.ended_on IS NULL AND g.ended_on IS NULL) x`,
      order: 'x.position, x.id',
      parameters: [...doneBy, townId, personId],
    }),
    deputies: part<Contacted>({
      columns: { name: 'x.name', done: 'x.done' },
      from: `FROM (SELECT p.name, CASE WHEN ${namesDeputy('p.id', by)} THEN 1 ELSE 0 END AS done, p.position, p.id
        FROM contact_link l JOIN contact_link_deputy d ON d.contact_link_id = l.id JOIN person p ON p.id = d.person_id
        WHERE l.town_id = ? AND l.person_id = ? AND l.ended_on IS NULL AND ${isTownshipDeputy('p.id')}) x`,
      order: 'x.position, x.id',
      parameters: [...doneBy, townId, personId],
    }),
  })
  return [...groups, ...deputies].map(({ name, done }) => ({ name, done: Number(done) === 1 }))
}

/** With which groups and deputies nobody was in touch since that day, whoever is to be; in the order of the roster. */
export async function readUncontacted(
  reader: Reader,
  { townId, since }: { townId: string; since: Day },
): Promise<NonNullable<Answer['open']>> {
  const ofQuarter = `FROM contact_entry e WHERE e.town_id = ? AND ${counts}`
  const { groups, deputies, metGroups, metDeputies } = await readTogether(reader, {
    groups: part<Named>({
      columns: { id: 'g.id', name: 'g.name' },
      from: 'FROM deputy_group g WHERE g.town_id = ? AND g.ended_on IS NULL',
      order: 'g.position, g.id',
      parameters: [townId],
    }),
    deputies: part<Named>({
      columns: { id: 'p.id', name: 'p.name' },
      from: `FROM person p WHERE p.town_id = ? AND ${isTownshipDeputy('p.id')}`,
      order: 'p.position, p.id',
      parameters: [townId],
    }),
    // Each read once, and not once for every name.
    metGroups: part<{ id: string }>({
      columns: { id: 'e.deputy_group_id' },
      from: `${ofQuarter} AND e.deputy_group_id IS NOT NULL`,
      order: 'e.id',
      parameters: [townId, since],
    }),
    metDeputies: part<{ id: string }>({
      columns: { id: 'c.person_id' },
      from: `FROM contact_entry_deputy c WHERE c.contact_entry_id IN (SELECT e.id ${ofQuarter})`,
      order: 'c.contact_entry_id, c.person_id',
      parameters: [townId, since],
    }),
  })
  return { groups: without(groups, metGroups), deputies: without(deputies, metDeputies) }
}

function without(all: readonly Named[], met: readonly { id: string }[]) {
  const ids = new Set(met.map(({ id }) => id))
  return all.filter(({ id }) => !ids.has(id)).map(({ name }) => name)
}
