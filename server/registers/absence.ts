import { wrongField } from '../../shared/words/refusals'
import { isDeputy, isHeld } from '../database/in-office'
import { type Keeping, namedRows, type Option } from '../engine/registers/kept-register'
import { personInTown } from '../features/people/in-town'

export const absence: Keeping = {
  async check(tx, { townId, before, values }) {
    if (values.personId !== before?.values.personId) await personInTown(tx, townId, values.personId)
    if (String(values.untilOn) < String(values.fromOn))
      throw wrongField('untilOn', '到的那天在开始以前，请核对。')
  },
  picks: {
    /** Deputies, and whoever holds a post: leaders take turns as well. */
    sitters: {
      of: 'person',
      options: (reader, townId) =>
        reader.query<Option[]>(
          `SELECT p.id, p.name, NULL AS note FROM person p WHERE p.town_id = ? AND (${isDeputy('p.id')}
             OR EXISTS (SELECT 1 FROM post o WHERE o.person_id = p.id AND ${isHeld('o')}))
           ORDER BY p.position, p.id`,
          [townId],
        ),
      names: namedRows('person'),
    },
  },
}
