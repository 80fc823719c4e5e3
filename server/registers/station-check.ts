import { saysStandards, stationChecks } from '../../shared/registers/station-checks'
import { wrongField } from '../../shared/words/refusals'
import { marks } from '../database/sql'
import { columnOf, type Keeping } from '../engine/registers/kept-register'
import { stationInTown } from '../features/people/in-town'
import { placesToPick } from '../features/places/named'
import { formOf, type Values } from '../../shared/grammar/register'

const ticks = Object.entries(stationChecks.fields).flatMap(([name, field]) =>
  formOf(field).kind === 'tick' ? [name] : [],
)

export const stationCheck: Keeping = {
  async check(tx, { townId, before, values, others }) {
    const { liaisonStationId, checkedOn } = values
    const isSame = ({ values: one }: { values: Values }) =>
      one.liaisonStationId === liaisonStationId && one.checkedOn === checkedOn
    if (others.some((one) => one.endedOn === null && isSame(one)))
      throw wrongField('checkedOn', '这个站点这一天已经登记过一次，请直接改那一条。')
    if (before === null) await stationInTown(tx, townId, String(liaisonStationId))
  },
  async tells(reader, townId, ids) {
    const rows = await reader.query<(Record<string, unknown> & { id: string })[]>(
      `SELECT c.id, ${ticks.map((name) => `c.${columnOf(name)} AS ${name}`).join(', ')} FROM station_check c
       WHERE c.town_id = ? AND c.id IN (${marks(ids)})`,
      [townId, ...ids],
    )
    return new Map(
      rows.map((row) => {
        const ticked = Object.fromEntries(ticks.map((name) => [name, Number(row[name]) === 1]))
        return [row.id, { standards: saysStandards(ticked) }]
      }),
    )
  },
  picks: { station: placesToPick('liaison_station') },
}
