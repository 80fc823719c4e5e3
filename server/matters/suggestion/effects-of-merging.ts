import { IsNull } from 'typeorm'
import { wrongField } from '../../../shared/words/refusals'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import { endedUnanswered, handledTogether, nameOfOther } from '../../../shared/matters/suggestion/said'
import { mergeTargets } from '../../../shared/matters/suggestion/rows/merging'
import type { CommitmentResult } from '../../../shared/words/words'
import { Commitment } from '../../database/entities/suggestion/commitment'
import { Consultation } from '../../database/entities/suggestion/consultation'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { SuggestionRound } from '../../database/entities/suggestion/suggestion-round'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { refresh } from '../../engine/refresh'
import { readPhotos } from '../../features/photos/queries'
import type { EffectOf } from './effect-of'
import { reply } from './effects-of-handling'
import { correctRatedReply } from './effects-of-rating'
import { reportCommitment } from './effects-of-promises'
import { numberOf, readNumbering } from './next-number'
import { shownIn } from './photos-of-steps'
import type { SuggestionRecord } from './record'
import { saidIn } from './reply-says'

interface Other {
  id: string
  state: SuggestionState
  subject: string
  suggestionNo: string | null
  leadDeputyName: string
  confidential: number
  category: string | null
  currentRound: number
}

/** It is registered under a number of its own, and waits in the other one's course. */
export async function merge({ tx, record, form }: EffectOf<'merge'>) {
  const target = await readOther(tx, record.townId, form.targetId)
  if (!target || !(mergeTargets as readonly string[]).includes(target.state)) {
    throw wrongField('targetId', '只能并入已经受理、还没有答复的建议，请重新选择。')
  }
  // Each proposer learns of the other one's suggestion.
  if (target.confidential === 1 || record.confidential === 1) {
    throw wrongField('targetId', '代表请求保密的建议不能并案，请分别办理。')
  }
  const numbered = await numberOf(tx, record, await readNumbering(tx, record))
  await tx.update(Suggestion, { id: record.id }, { mergedIntoId: target.id, ...numbered })
  return { other: nameOfOther(target), reason: form.reason }
}

/** What was merged last is what was just taken in. */
export async function takeIn({ tx, record }: EffectOf<'takeIn'>) {
  const [last] = await tx.query<Other[]>(
    `${fromOther} JOIN suggestion main ON main.id = s.merged_into_id
     WHERE main.town_id = ? AND main.id = ? AND m.state = 'merged' ORDER BY m.state_since DESC, s.id LIMIT 1`,
    [record.townId, record.id],
  )
  const other = last ? nameOfOther(last) : ''
  return { other, reason: handledTogether(other) }
}

/** The round of the other one, with its unit and its days, becomes a round of its own; and so does the reply. */
export async function replyMerged(effect: EffectOf<'replyMerged'>) {
  const { tx, record } = effect
  const target = await targetOf(tx, record)
  const roundNo = record.currentRound + 1
  const round = await tx.findOneByOrFail(SuggestionRound, {
    suggestionId: target.id,
    roundNo: target.currentRound,
  })
  await tx.insert(SuggestionRound, { ...round, suggestionId: record.id, roundNo })
  await tx.update(
    Suggestion,
    { id: record.id },
    { currentRound: roundNo, category: record.category ?? target.category },
  )
  const form = await replyOf(tx, target)
  await keepTalks(tx, target, { suggestionId: record.id, roundNo })
  await refreshTarget(effect)
  return reply({ ...effect, record: { ...record, currentRound: roundNo }, form })
}

/** What was talked over with its proposer stands in its own round too. */
async function keepTalks(
  tx: Tx,
  { id, currentRound }: Other,
  own: { suggestionId: string; roundNo: number },
) {
  const talks = await tx.findBy(Consultation, {
    ...{ suggestionId: id, roundNo: currentRound, mergedId: own.suggestionId },
  })
  if (talks.length > 0)
    await tx.insert(
      Consultation,
      talks.map((talk) => ({ ...talk, ...own, id: newId(), mergedId: null })),
    )
}

export async function correctMerged(effect: EffectOf<'correctMerged'>) {
  const target = await targetOf(effect.tx, effect.record)
  return correctRatedReply({ ...effect, form: await replyOf(effect.tx, target) })
}

/** What the unit said of the promise to the one is said to the other. */
export async function reportMerged(effect: EffectOf<'reportMerged'>) {
  const { tx, record } = effect
  const target = await targetOf(tx, record)
  const said = await tx.findOneByOrFail(Commitment, { suggestionId: target.id, endedAt: IsNull() })
  return reportCommitment({
    ...effect,
    form: {
      commitmentResult: said.result as CommitmentResult,
      report: said.report ?? '',
      publicResult: said.publicResult ?? '',
    },
  })
}

/** Which one it was is said by what follows from its own step. */
export const takeOut = ({ form }: EffectOf<'takeOut'>) =>
  Promise.resolve({ other: form.reason, reason: form.reason })

export async function unmerge({ tx, record, form, now }: EffectOf<'unmerge'>) {
  await tx.update(Suggestion, { id: record.id }, { mergedIntoId: null })
  await refreshTarget({ tx, record, now })
  return { reason: form.reason }
}

export async function returnToReview({ tx, record, now }: EffectOf<'returnToReview'>) {
  const target = await targetOf(tx, record)
  await tx.update(Suggestion, { id: record.id }, { mergedIntoId: null })
  await refreshTarget({ tx, record, now })
  return { reason: endedUnanswered(nameOfOther(target)) }
}

export async function withdraw(effect: EffectOf<'withdraw'>) {
  await refreshTarget(effect)
  return { reason: effect.form.reason }
}

/** Who stands to the other one changes with who waits in it. */
export async function refreshTarget({ tx, record, now }: Pick<EffectOf, 'tx' | 'record' | 'now'>) {
  if (record.mergedIntoId !== null) await refresh(tx, 'suggestion', record.townId, record.mergedIntoId, now)
}

const fromOther = `
  SELECT s.id, m.state, s.subject, s.suggestion_no AS suggestionNo, p.name AS leadDeputyName, s.confidential,
    s.category, s.current_round AS currentRound
  FROM suggestion s JOIN matter m ON m.id = s.id JOIN person p ON p.id = s.lead_deputy_id`

async function readOther(reader: Reader, townId: string, id: string): Promise<Other | undefined> {
  const [other] = await reader.query<Other[]>(`${fromOther} WHERE s.town_id = ? AND s.id = ?`, [townId, id])
  return other
}

async function targetOf(reader: Reader, { id, townId, mergedIntoId }: SuggestionRecord): Promise<Other> {
  const target = await readOther(reader, townId, mergedIntoId ?? '')
  if (!target) throw new Error(`suggestion ${id} is merged into nothing`)
  return target
}

const replySaid = Object.entries(saidIn('a'))
  .map(([name, column]) => `${column} AS ${name}`)
  .join(', ')

/** The reply of the other one's round as the form that it came from. */
async function replyOf(reader: Reader, { id, currentRound }: Other): Promise<EffectOf<'reply'>['form']> {
  const [row] = await reader.query<Record<string, unknown>[]>(
    `SELECT ${replySaid}, a.version, c.promise, c.due_on AS promiseDueOn
     FROM reply a LEFT JOIN commitment c ON c.suggestion_id = a.suggestion_id AND c.ended_at IS NULL
     WHERE a.suggestion_id = ? AND a.round_no = ?`,
    [id, currentRound],
  )
  const { version, ...said } = row ?? {}
  const placed = await readPhotos(reader, id)
  const { ids, filesOpen } = shownIn(placed, { record: { currentRound } }, Number(version))
  const given = Object.entries<unknown>({ ...said, ...ids, filesOpen: filesOpen || null }).filter(
    ([, value]) => value !== null,
  )
  return Object.fromEntries(given) as EffectOf<'reply'>['form']
}
