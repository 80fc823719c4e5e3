import { wrongField } from '../../shared/words/refusals'
import type { Keeping } from '../engine/registers/kept-register'
import { contactedInTown, contactPicks } from '../features/contacts/contact-picks'
import { personInTown } from '../features/people/in-town'

export const contactEntry: Keeping = {
  lists: { deputyIds: { table: 'contact_entry_deputy', row: 'contact_entry_id', picks: 'person_id' } },
  async check(tx, { townId, before, values }) {
    const { personId, countyLeader, deputyIds, deputyGroupId } = values
    if (personId !== null && countyLeader !== null)
      throw wrongField('countyLeader', '已经选了谁联系的，这里请去掉；县领导联系的另记一条。')
    // Of a leader who came to the town as a whole there is nobody to name.
    if (countyLeader === null && deputyIds === null && deputyGroupId === null)
      throw wrongField('deputyIds', '请选择联系了哪些代表，或者哪个小组。')
    if (personId !== null && personId !== before?.values.personId) await personInTown(tx, townId, personId)
    await contactedInTown(tx, townId, before, values)
  },
  picks: contactPicks,
  narrows: { open: 'r.difficulty IS NOT NULL AND r.result IS NULL' },
}
