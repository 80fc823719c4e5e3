import { wrongField } from '../../shared/words/refusals'
import { type Keeping, type KeptRow, namedRows, type Option } from '../engine/registers/kept-register'
import { villageInTown } from '../features/people/in-town'
import { tellParts } from '../features/places/areas'
import { placesToPick } from '../features/places/named'

const isNatural = ({ values }: Pick<KeptRow, 'values'>) => values.areaKind === 'naturalVillage'
const inUse = ({ endedOn }: KeptRow) => endedOn === null
const identity = ['villageId', 'areaKind', 'areaId', 'name']

export const area: Keeping = {
  own: ['position'],
  fill: ({ before, others }) => ({
    position: before?.own.position ?? Math.max(-1, ...others.map(({ own }) => Number(own.position))) + 1,
  }),
  async check(tx, { townId, before, values, others }) {
    if (others.some((one) => inUse(one) && identity.every((name) => one.values[name] === values[name])))
      throw wrongField('name', '这个村里已经有这个名称，请直接改那一条，或换一个名称。')
    const { villageId, areaId } = values
    if (villageId !== before?.values.villageId) {
      await villageInTown(tx, townId, String(villageId))
      if (others.some((one) => inUse(one) && one.values.areaId === before?.id))
        throw wrongField('villageId', '下面还有小组，请先把小组移到别处，再换村。')
    }
    if (areaId === null) return
    if (values.areaKind !== 'villagerGroup') throw wrongField('areaId', '自然村上面只有村，请去掉这一项。')
    const above = others.find(({ id }) => id === areaId)
    if (!above || !inUse(above) || !isNatural(above) || above.values.villageId !== villageId)
      throw wrongField('areaId', '请选同一个村的、还在用的自然村。')
  },
  mayEnd(_, { id }, others) {
    if (others.some((one) => inUse(one) && one.values.areaId === id))
      throw wrongField('endedWhy', '下面还有在用的小组，请先移走或撤销它们。')
  },
  tells: (reader, townId, ids) => tellParts(reader, townId, 'area_id', ids, 'below'),
  picks: {
    village: placesToPick('village'),
    area: {
      options: (reader, townId) =>
        reader.query<Option[]>(
          `SELECT a.id, a.name, v.name AS note FROM area a JOIN village v ON v.id = a.village_id
           WHERE a.town_id = ? AND a.area_kind = 'naturalVillage' AND a.ended_on IS NULL
           ORDER BY a.position, a.id`,
          [townId],
        ),
      among: (rows) =>
        rows
          .filter((one) => inUse(one) && isNatural(one))
          .map(({ id, values }) => ({ id, name: String(values.name), note: null })),
      names: namedRows('area'),
    },
  },
}
