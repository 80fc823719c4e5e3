import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import {
  passedOn,
  stepsOfCorrected,
  stepsOfMerged,
  stepsOfTarget,
} from '../../../shared/matters/suggestion/rows/merging'
import { nameOfOther } from '../../../shared/matters/suggestion/said'
import { type SuggestionAction, suggestionTable } from '../../../shared/matters/suggestion/table'
import type { Reader, Tx } from '../../database/source'
import type { Follow, Moved } from '../../engine/kind'
import { followStanding, lookAgainAtStanding } from '../award-standing/follow'
import type { SuggestionRecord } from './record'

/** The steps that one step brings about in suggestions that are handled together with this one. */
export async function followsOf(
  tx: Tx,
  record: SuggestionRecord,
  { action, before, from, to, now }: Moved<SuggestionState, SuggestionAction, SuggestionRecord>,
): Promise<Follow[]> {
  const { id, mergedIntoId, merged } = record
  // Who leads it changes nothing of what was rated.
  if (action === 'correctRatedReply' || action === 'correctMerged') await forgetRejection(tx, before)
  else if (action !== 'passLead') await followRejections(tx, before, record, now)
  if (from === to && !passedOn.includes(action)) return []
  const ofTarget = mergedIntoId === null ? undefined : stepsOfTarget[to]
  const ofMerged = (action === 'correctRatedReply' ? stepsOfCorrected : stepsOfMerged)[to]
  const followers = merged.flatMap((one) => {
    const step = ofMerged?.[one.state]
    return step ? [{ ...one, step }] : []
  })
  const reported = followers.some(({ step }) => step === 'reportMerged') ? await reportedWith(tx, id) : []
  const hasEnded = isEnd(to) && !isEnd(from)
  return [
    ...(hasEnded ? askWhetherTold(record) : []),
    // Who waited in another one, and ends or goes on alone, is taken out of it; what has ended itself knows.
    ...(from === 'merged' && (action === 'unmerge' || action === 'withdraw') && before.mergedIntoId
      ? [{ id: before.mergedIntoId, action: 'takeOut', form: { reason: nameOfOther(before) } }]
      : []),
    ...(ofTarget && mergedIntoId ? [{ id: mergedIntoId, action: ofTarget }] : []),
    ...followers
      .filter((one) => one.step !== 'reportMerged' || reported.includes(one.id))
      .map((one) => ({ id: one.id, action: one.step })),
  ]
}

const isEnd = (state: SuggestionState) => suggestionTable.states[state].waitsFor === null

/** The deputy who wrote it for somebody is asked whether they know how it ended. */
const askWhetherTold = ({ residents }: SuggestionRecord): Follow[] =>
  residents
    .filter(({ isOwn, opinionState }) => Number(isOwn) === 1 && opinionState === 'inSuggestion')
    .map(({ opinionId }) => ({ kind: 'opinion', id: opinionId, action: 'askWhetherTold' }))

/** A result that the deputy does not accept may count against its unit, as long as it is the last one. */
async function followRejections(tx: Tx, before: SuggestionRecord, after: SuggestionRecord, now: Date) {
  const rejected = [before, after].filter(({ currentResultRating }) => currentResultRating === 'notSatisfied')
  for (const unitId of new Set(rejected.map(({ leadUnitId }) => leadUnitId)))
    if (unitId !== null) await followStanding(tx, after.townId, unitId, now)
}

async function forgetRejection(tx: Tx, { townId, leadUnitId, currentResultRating }: SuggestionRecord) {
  if (currentResultRating === 'notSatisfied' && leadUnitId !== null)
    await lookAgainAtStanding(tx, townId, leadUnitId)
}

/** A promise that both have is reported once: to those that wait for it, when it has been reported. */
async function reportedWith(reader: Reader, id: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }[]>(
    `SELECT s.id FROM suggestion s
     JOIN commitment own ON own.suggestion_id = s.id AND own.ended_at IS NULL AND own.reported_at IS NULL
     JOIN commitment main ON main.suggestion_id = s.merged_into_id AND main.promise = own.promise
       AND main.ended_at IS NULL AND main.reported_at IS NOT NULL
     WHERE s.merged_into_id = ?`,
    [id],
  )
  return rows.map((row) => row.id)
}
