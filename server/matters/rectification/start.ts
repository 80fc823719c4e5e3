import { handedOverTells, rectificationTable } from '../../../shared/matters/rectification/table'
import type { Tx } from '../../database/source'
import { begin, personIdOf } from '../../engine/begin'
import type { Asker } from '../../engine/kind'
import { tellParties } from '../../engine/tell-parties'
import { kind } from './kind'
import type { RectificationRecord } from './record'

/** 交办: a finding is with its unit from now on. */
export async function handOver(
  tx: Tx,
  { id, townId, problem }: { id: string; townId: string; problem: string },
  asker: Asker,
  now: Date,
) {
  const first = { party: 'congressOffice', personId: personIdOf(asker), note: problem } as const
  const { record, holders } = await begin(tx, kind, { id, townId }, first, now)
  await tellParties(
    tx,
    { tells: handedOverTells, pushes: { appraisedUnit: 'task' } },
    {
      ...{ kind, record, holders, action: 'start', asker, now },
      ...{
        turn: rectificationTable.states.open.waitsFor,
        words: kind.words(record as RectificationRecord, now),
      },
    },
  )
}
