import { isDeputy } from '../../database/in-office'
import { type Keeping, namedRows, type Option } from '../../engine/registers/kept-register'
import { areaInTown, deputyInTown, villageInTown } from '../people/in-town'
import { areasToPick, placesToPick } from '../places/named'

/** What registers of deputies' own records have in common: whose it is, and where. */
export const ownRecords = () =>
  ({
    async check(tx, { townId, before, values }) {
      const { deputyId, villageId } = values
      if (deputyId !== before?.values.deputyId) await deputyInTown(tx, townId, String(deputyId))
      if (typeof villageId === 'string' && villageId !== before?.values.villageId)
        await villageInTown(tx, townId, villageId)
      const { areaId } = values
      if (typeof areaId === 'string')
        await areaInTown(tx, townId, {
          areaId,
          villageId: typeof villageId === 'string' ? villageId : undefined,
        })
    },
    picks: {
      area: areasToPick,
      village: placesToPick('village'),
      deputies: {
        of: 'person',
        options: (reader, townId) =>
          reader.query<Option[]>(
            `SELECT p.id, p.name, v.name AS note FROM person p LEFT JOIN village v ON v.id = p.village_id
             WHERE p.town_id = ? AND ${isDeputy('p.id')} ORDER BY p.position, p.id`,
            [townId],
          ),
        names: namedRows('person'),
      },
    },
  }) satisfies Keeping
