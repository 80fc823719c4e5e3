import { beijingDay } from '../../shared/rules/days'
import { wrongField } from '../../shared/words/refusals'
import type { Tx } from '../database/source'
import { marks } from '../database/sql'
import { type Keeping, namedRows, type Option, type Writing } from '../engine/registers/kept-register'
import { readSessions } from '../features/congress-sessions/queries'
import { personPicks } from '../features/people/person-picks'
import { placesToPick } from '../features/places/named'
import { goesOn } from '../features/term/elected'
import { fitsThePrepared, termIsAhead } from '../features/term/prepared'

/** Nothing of the term in office changes by a row: what follows, follows on the day of the first session. */
export const electedDeputy: Keeping = {
  own: ['place', 'begunOn'],
  fill: ({ before, others }) => ({
    place: before?.own.place ?? Math.max(-1, ...others.map(({ own }) => Number(own.place))) + 1,
    begunOn: before?.own.begunOn ?? null,
  }),
  async check(tx, writing) {
    if (writing.before?.own.begunOn) throw wrongField('termNo', '已经就任，请在“代表职务”里改。')
    const { townId, values, others, now } = writing
    termIsAhead(await readSessions(tx, townId), Number(values.termNo), beijingDay(now))
    fitsThePrepared(values, others)
    await isHere(tx, writing)
  },
  narrows: { again: againSql(''), fresh: againSql('NOT ') },
  async tells(reader, townId, ids) {
    const rows = await reader.query<{ id: string; goesOn: number | string; begunOn: string | null }[]>(
      `SELECT e.id, e.begun_on AS begunOn, CASE WHEN ${goesOn} THEN 1 ELSE 0 END AS goesOn
       FROM elected_deputy e WHERE e.town_id = ? AND e.id IN (${marks(ids)})`,
      [townId, ...ids],
    )
    return new Map(
      rows.flatMap(({ id, goesOn: again, begunOn }) =>
        begunOn === null ? [[id, { fate: Number(again) === 1 ? '连任' : '新当选' }]] : [],
      ),
    )
  },
  picks: {
    person: personPicks,
    district: {
      of: 'electoral_district',
      options: (reader, townId) =>
        reader.query<Option[]>(
          `SELECT id, name, NULL AS note FROM electoral_district
           WHERE town_id = ? AND congress_level = 'township' AND ended_on IS NULL ORDER BY position, id`,
          [townId],
        ),
      names: namedRows('electoral_district'),
    },
    group: placesToPick('deputy_group'),
  },
}

function againSql(not: '' | 'NOT ') {
  return `${not}${goesOn.replaceAll('e.', 'r.')}`
}

async function isHere(tx: Tx, { townId, values }: Writing) {
  const is = async (sql: string, id: unknown) =>
    id === null || (await tx.query<unknown[]>(`SELECT id FROM ${sql}`, [townId, id])).length > 0
  if (!(await is('person WHERE town_id = ? AND id = ? AND ended_on IS NULL', values.personId)))
    throw wrongField('personId', '本镇名册里没有这位，请先登记人员。')
  const district = "electoral_district WHERE town_id = ? AND id = ? AND congress_level = 'township'"
  if (!(await is(district, values.electoralDistrictId)))
    throw wrongField('electoralDistrictId', '没有这个选区，或者它选的不是镇人大代表，请重新选择。')
  if (!(await is('deputy_group WHERE town_id = ? AND id = ?', values.deputyGroupId)))
    throw wrongField('deputyGroupId', '没有这个代表小组，请重新选择。')
}
