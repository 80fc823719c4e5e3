import { wrongField } from '../../shared/words/refusals'
import { isOfTownship } from '../database/in-office'
import { type Keeping } from '../engine/registers/kept-register'
import { ownRecords } from '../features/contacts/own-records'

const own = ownRecords()

export const contactVoter: Keeping = {
  ...own,
  async check(tx, writing) {
    await own.check?.(tx, writing)
    const { before, values } = writing
    const isSame =
      values.villageId === before?.values.villageId && values.deputyId === before?.values.deputyId
    if (isSame) return
    const villages = await tx.query<{ id: string }[]>(
      `SELECT v.village_id AS id FROM mandate d
       JOIN electoral_district_village v ON v.electoral_district_id = d.electoral_district_id
       WHERE d.town_id = ? AND d.person_id = ? AND ${isOfTownship('d')}`,
      [writing.townId, values.deputyId],
    )
    // Where nobody has written down which villages the district has, any is taken.
    if (villages.length > 0 && !villages.some(({ id }) => id === values.villageId))
      throw wrongField('villageId', '这个村不在代表的选区里。固定联系的要是本选区的选民，请重新选择。')
  },
}
