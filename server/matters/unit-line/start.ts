import type { InputOf } from '../../../shared/grammar/endpoint'
import type { askUnit } from '../../../shared/matters/unit-line/endpoints'
import { askedTells, unitLineTable } from '../../../shared/matters/unit-line/table'
import { Refusal } from '../../../shared/words/refusals'
import { UnitLine } from '../../database/entities/matters/unit-line'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { atOnce } from '../../database/together'
import { begin } from '../../engine/begin'
import { tellParties } from '../../engine/tell-parties'
import { unitsInTown, villageInTown } from '../../features/people/in-town'
import { ruleSetNow } from '../../features/rules/rule-set'
import type { Actor } from '../../http/actor'
import { answerBy } from './effects'
import { kind } from './kind'
import type { UnitLineRecord } from './record'

/** Keeps what a deputy asks, and tells the unit and the office. @returns its id @throws Refusal `bad_input` */
export async function startUnitLine(tx: Tx, actor: Actor, input: InputOf<typeof askUnit>, now: Date) {
  const { townId, person } = actor
  if (person === null) throw new Refusal('not_allowed')
  const { unitId, subject, text, villageId } = input
  await atOnce(tx, () =>
    Promise.all([unitsInTown(tx, townId, [unitId], 'unitId'), villageInTown(tx, townId, villageId)]),
  )
  const id = newId()
  await tx.insert(UnitLine, {
    ...{ id, townId, deputyId: person.id, unitId, subject, text },
    ...{ villageId: villageId ?? null, suggestionId: null, ruleSetId: await ruleSetNow(tx, townId, now) },
  })
  const first = { party: 'asker', personId: person.id, note: text } as const
  const { record, holders, calendar } = await begin(tx, kind, { id, townId }, first, now)
  const own = record as UnitLineRecord
  await tellParties(
    tx,
    { tells: askedTells, pushes: { askedUnit: 'task' } },
    {
      ...{ kind, record, holders, action: 'start', asker: actor, now },
      turn: unitLineTable.states.asked.waitsFor,
      words: { ...kind.words(own, now), deadline: answerBy(own, now, calendar) },
    },
  )
  return id
}
