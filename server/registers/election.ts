import { turnoutOf } from '../../shared/registers/elections'
import { wrongField } from '../../shared/words/refusals'
import { marks } from '../database/sql'
import type { Keeping } from '../engine/registers/kept-register'
import { districtInTown } from '../features/people/in-town'
import { placesToPick } from '../features/places/named'

const identity = ['electoralDistrictId', 'electedOn']

export const election: Keeping = {
  async check(tx, { townId, before, values, others }) {
    const { registeredVoters, votesCast } = values
    if (votesCast !== null && Number(votesCast) > Number(registeredVoters))
      throw wrongField('votesCast', '参加投票的比登记的选民还多，请核对两个数。')
    if (
      others.some(
        (one) => one.endedOn === null && identity.every((name) => one.values[name] === values[name]),
      )
    )
      throw wrongField('electedOn', '这个选区这一天已经登记过一次选举，请直接改那一条。')
    if (before === null) await districtInTown(tx, townId, String(values.electoralDistrictId))
  },
  async tells(reader, townId, ids) {
    const rows = await reader.query<{ id: string; registered: number; cast: number | null }[]>(
      `SELECT e.id, e.registered_voters AS registered, e.votes_cast AS cast FROM election e
       WHERE e.town_id = ? AND e.id IN (${marks(ids)})`,
      [townId, ...ids],
    )
    return new Map(
      rows.flatMap(({ id, registered, cast }) => {
        const turnout = turnoutOf(Number(registered), cast === null ? null : Number(cast))
        return turnout === undefined ? [] : [[id, { turnout }] as const]
      }),
    )
  },
  picks: { district: placesToPick('electoral_district') },
}
