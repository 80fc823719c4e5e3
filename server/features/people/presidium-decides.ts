import { troubleOfDecision } from '../../../shared/rules/decided-how'
import { wrongField } from '../../../shared/words/refusals'
import { isHeld } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'

interface Aside {
  /** Whom it concerns. */
  concerned?: readonly string[]
  /** Who proposed it. */
  own?: readonly string[]
  /** Whose unit handles it. */
  unitId: string | null
}

/** @throws Refusal `bad_input` about `decidedHow` where it names fewer members of the presidium than may decide */
export async function refuseUndecided(reader: Reader, townId: string, decidedHow: string, aside: Aside) {
  const { refuse } = await decidersOf(reader, townId, aside)
  refuse(decidedHow)
}

/** Who may decide it. `refuse` throws as `refuseUndecided` does. */
export async function decidersOf(
  reader: Reader,
  townId: string,
  { concerned = [], own = [], unitId }: Aside,
) {
  const { members, staff } = await readTogether(reader, {
    members: part<{ id: string; name: string }>({
      columns: { id: 'p.id', name: 'p.name' },
      from: `FROM post o JOIN person p ON p.id = o.person_id
        WHERE o.town_id = ? AND o.post_kind = 'presidiumMember' AND ${isHeld('o')}`,
      order: 'p.id',
      parameters: [townId],
    }),
    staff:
      unitId === null
        ? undefined
        : part<{ id: string }>({
            columns: { id: 'o.person_id' },
            from: `FROM post o WHERE o.town_id = ? AND o.handling_unit_id = ? AND ${isHeld('o')}`,
            order: 'o.person_id',
            parameters: [townId, unitId],
          }),
  })
  const ofUnit = staff.map(({ id }) => id)
  const once = [...new Map(members.map((one) => [one.id, one])).values()]
  const deciders = once.map(({ id, name }) => ({
    ...{ name, concerned: concerned.includes(id) },
    own: own.includes(id) || ofUnit.includes(id),
  }))
  return {
    refuse: (decidedHow: string) => {
      const trouble = troubleOfDecision(decidedHow, deciders)
      if (trouble !== null) throw wrongField('decidedHow', trouble)
    },
  }
}
