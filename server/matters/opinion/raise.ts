import type * as z from 'zod/mini'
import type { opinionActions } from '../../../shared/matters/opinion/table'
import { untitled } from '../../../shared/matters/suggestion/text'
import { wrongField } from '../../../shared/words/refusals'
import { ResidentOpinion } from '../../database/entities/opinion/resident-opinion'
import type { Tx } from '../../database/source'
import type { StepOf } from '../../engine/kind'
import { refresh } from '../../engine/refresh'
import { namedIn } from '../suggestion/refuse-naming'
import { startDraft } from '../suggestion/start'
import type { OpinionRecord } from './record'

type FormOf<A extends 'raise' | 'raiseInMeeting'> = z.output<(typeof opinionActions)[A]['input']>
type Raising = Pick<StepOf<OpinionRecord>, 'tx' | 'record' | 'now'>

/** Joins a draft of the same deputy, or begins one with the deputy's own summary. */
export async function raise(step: StepOf<OpinionRecord>) {
  const { tx, record: opinion } = step
  const { suggestionId, summary } = step.form as FormOf<'raise'>
  if (suggestionId) return joins(step, await ownDraft(tx, opinion, suggestionId))
  await beginsDraft(step, opinion.deputyId, summary)
}

/** A meeting has looked at which suggestion it joins, or who leads the new one. */
export async function raiseInMeeting(step: StepOf<OpinionRecord>) {
  const { suggestionId, leadId, summary } = step.form as FormOf<'raiseInMeeting'>
  // Whoever waited for a call has heard what becomes of it.
  if (step.record.calledOn === null)
    await step.tx.update(ResidentOpinion, { id: step.record.id }, { callOn: null, callTime: null })
  if (suggestionId) return joins(step, suggestionId)
  await beginsDraft(step, leadId ?? step.record.deputyId, summary)
}

async function joins({ tx, record: opinion, now }: Raising, suggestionId: string) {
  await standBehind(tx, opinion, suggestionId)
  await refresh(tx, 'suggestion', opinion.townId, suggestionId, now)
  if (opinion.suggestionId) await refresh(tx, 'suggestion', opinion.townId, opinion.suggestionId, now)
}

/**
 * The resident's words stay where they are: a draft is read by co-signers, by the office and by the unit that may be
 * complained about in them.
 */
async function beginsDraft(
  { tx, record: opinion, now }: Raising,
  leadId: string,
  summary: string | undefined,
) {
  const text = {
    subject: ownSummary(opinion, summary) ?? untitled,
    facts: '',
    proposal: '',
    kind: 'suggestion',
    origin: 'residentOpinion',
    publicity: 'titleOnly',
    ...(opinion.villageId ? { villageId: opinion.villageId } : {}),
    ...(opinion.areaId ? { areaId: opinion.areaId } : {}),
  } as const
  const behind = (suggestionId: string) => standBehind(tx, opinion, suggestionId)
  await startDraft(tx, opinion.townId, leadId, text, now, { behind })
  // What it was before has ended, and whoever wrote stands to the new one.
  if (opinion.suggestionId) await refresh(tx, 'suggestion', opinion.townId, opinion.suggestionId, now)
}

const standBehind = (tx: Tx, opinion: OpinionRecord, suggestionId: string) =>
  tx.update(
    ResidentOpinion,
    { id: opinion.id },
    { suggestionId, ...(opinion.suggestionId ? { earlierSuggestionId: opinion.suggestionId } : {}) },
  )

function ownSummary(
  { residentName, residentPhone }: OpinionRecord,
  summary: string | undefined,
): string | undefined {
  const residents = [residentName, residentPhone].filter((word) => word !== null)
  const found = summary === undefined ? '' : namedIn(summary, residents)
  if (found !== '')
    throw wrongField('summary', `这里有${found}。标题别人也看得到，请改成不写姓名和号码的一句话。`)
  return summary
}

async function ownDraft(tx: Tx, opinion: OpinionRecord, suggestionId: string): Promise<string> {
  const found = await tx.query<unknown[]>(
    `SELECT s.id FROM suggestion s JOIN matter m ON m.id = s.id
     WHERE s.town_id = ? AND s.id = ? AND s.lead_deputy_id = ? AND m.state = 'draft'`,
    [opinion.townId, suggestionId, opinion.deputyId],
  )
  if (found.length === 0) throw wrongField('suggestionId', '只能并入您自己正在起草的建议，请重新选择。')
  return suggestionId
}
