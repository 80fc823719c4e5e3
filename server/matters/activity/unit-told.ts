import { type ActivityParty, inspectedUnitTells } from '../../../shared/matters/activity/table'
import type { Tx } from '../../database/source'
import { type AnyKind, type Holders, systemOf } from '../../engine/kind'
import { unit } from '../../engine/holders'
import { tellParties } from '../../engine/tell-parties'
import { beijingDay } from '../../../shared/rules/days'
import type { ActivityRecord } from './record'

type Sentences = typeof inspectedUnitTells
const isSaid = (action: string): action is keyof Sentences => action in inspectedUnitTells

/** The unit hears of the day, unless nobody is to tell it; it holds nothing of the activity, and reads no question. */
export async function tellUnit(kind: AnyKind, tx: Tx, record: ActivityRecord, action: string, now: Date) {
  const { unitId, unannounced, townId, day } = record
  if (unitId === null || Number(unannounced) === 1 || !isSaid(action)) return
  if (day < beijingDay(now)) return
  const holders: Holders<ActivityParty> = { inspectedUnit: [unit(unitId)] }
  await tellParties(
    tx,
    { tells: { inspectedUnit: inspectedUnitTells[action] } },
    {
      kind,
      record,
      holders,
      action,
      asker: systemOf(townId),
      turn: null,
      words: kind.words(record, now),
      now,
    },
  )
}
