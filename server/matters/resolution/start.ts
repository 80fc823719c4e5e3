import { assignTells, resolutionTable } from '../../../shared/matters/resolution/table'
import { Resolution } from '../../database/entities/matters/resolution'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { begin, personIdOf } from '../../engine/begin'
import type { Asker } from '../../engine/kind'
import { tellParties } from '../../engine/tell-parties'
import { ruleSetNow } from '../../features/rules/rule-set'
import { kind } from './kind'
import type { ResolutionRecord } from './record'

type Given = Pick<
  Resolution,
  'townId' | 'meetingId' | 'agendaItemId' | 'position' | 'what' | 'unitId' | 'personId' | 'dueOn'
>

/** 定下谁办: from now on somebody has it in hand. */
export async function startResolution(tx: Tx, given: Given, asker: Asker, now: Date) {
  const id = newId()
  const { townId, what, dueOn } = given
  const ruleSetId = await ruleSetNow(tx, townId, now)
  await tx.insert(Resolution, { ...given, id, firstDueOn: dueOn, times: 0, result: null, ruleSetId })
  const first = { party: 'congressOffice', personId: personIdOf(asker), note: what } as const
  const { record, holders } = await begin(tx, kind, { id, townId }, first, now)
  await tellParties(
    tx,
    { tells: assignTells },
    {
      ...{ kind, record, holders, action: 'start', asker, now },
      ...{
        turn: resolutionTable.states.open.waitsFor,
        words: kind.words(record as ResolutionRecord, now),
      },
    },
  )
}
