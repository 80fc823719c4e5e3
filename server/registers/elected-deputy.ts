import { spokenSession } from '../../shared/registers/congress-sessions'
import { beijingDay, spokenDay } from '../../shared/rules/days'
import { wrongField } from '../../shared/words/refusals'
import type { Tx } from '../database/source'
import { marks } from '../database/sql'
import {
  type Keeping,
  type KeptRow,
  namedRows,
  type Option,
  type Writing,
} from '../engine/registers/kept-register'
import { readSessions } from '../features/congress-sessions/queries'
import { personPicks } from '../features/people/person-picks'
import { placesToPick } from '../features/places/named'
import { goesOn } from '../features/term/elected'

/** Nothing of the term in office changes by a row: what follows, follows on the day of the first session. */
export const electedDeputy: Keeping = {
  own: ['place', 'begunOn'],
  fill: ({ before, others }) => ({
    place: before?.own.place ?? Math.max(-1, ...others.map(({ own }) => Number(own.place))) + 1,
    begunOn: before?.own.begunOn ?? null,
  }),
  async check(tx, writing) {
    if (writing.before?.own.begunOn) throw wrongField('termNo', '已经就任，请在“代表职务”里改。')
    await isAhead(tx, writing)
    isOnce(writing)
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

/** A term that has begun is changed in the register of mandates, where it says who came and went. */
async function isAhead(tx: Tx, { townId, values, now }: Writing) {
  const termNo = Number(values.termNo)
  const today = beijingDay(now)
  const begun = (await readSessions(tx as never, townId)).find(
    (one) => one.openedOn <= today && one.termNo >= termNo,
  )
  if (begun)
    throw wrongField(
      'termNo',
      `${spokenSession(begun)}已经在${spokenDay(begun.openedOn, today)}召开。这里登记下一届的；这一届的代表请在“代表职务”里登记。`,
    )
}

const runs = ({ endedOn }: KeptRow) => endedOn === null

function isOnce({ values, others }: Writing) {
  const beside = others.filter((one) => runs(one))
  const other = beside.find((one) => one.values.termNo !== values.termNo)
  if (other)
    throw wrongField(
      'termNo',
      `名单上已经有第${String(other.values.termNo)}届的。一次只准备一届，请核对是第几届。`,
    )
  if (beside.some((one) => one.values.personId === values.personId))
    throw wrongField('personId', '这位已经在新一届名单上，不用再登记。')
  if (values.groupLeader !== true) return
  if (values.deputyGroupId === null) throw wrongField('groupLeader', '先选在哪个代表小组，再勾组长。')
  if (
    beside.some((one) => one.values.groupLeader === true && one.values.deputyGroupId === values.deputyGroupId)
  )
    throw wrongField('groupLeader', '这个小组在新一届名单上已经有组长，请先去掉那一位的组长。')
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
