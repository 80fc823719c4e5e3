import type * as z from 'zod/mini'
import type { MessageWords } from '../../../shared/words/messages'
import type { OpinionAction, opinionActions } from '../../../shared/matters/opinion/table'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { wrongField } from '../../../shared/words/refusals'
import { untitled } from '../../../shared/matters/suggestion/text'
import { satisfactions } from '../../../shared/words/words'
import { OpinionMessage } from '../../database/entities/opinion/opinion-message'
import { ResidentOpinion } from '../../database/entities/opinion/resident-opinion'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { refresh } from '../../engine/refresh'
import { namedIn } from '../suggestion/refuse-naming'
import { startDraft } from '../suggestion/start'
import type { Asker, OpinionRecord } from './record'

/** What a step changes besides the state. */
export interface EffectOf<A extends OpinionAction = OpinionAction> {
  tx: Tx
  opinion: OpinionRecord
  asker: Asker
  form: z.output<(typeof opinionActions)[A]['input']>
  now: Date
}
type Effect<A extends OpinionAction> = (effect: EffectOf<A>) => Promise<Partial<MessageWords> | void>

const table: { readonly [A in OpinionAction]?: Effect<A> } = {
  async answer(effect) {
    const { tx, opinion, form, now } = effect
    await refuseSaidAgain(tx, opinion.id, 'deputy', form.text)
    await addMessage(tx, opinion.id, 'deputy', form.text, now)
    await keepUnseen(effect, {})
  },
  async write({ tx, opinion, form, now }) {
    await refuseSaidAgain(tx, opinion.id, 'resident', form.text)
    await addMessage(tx, opinion.id, 'resident', form.text, now)
  },
  raise,
  showAnswer,
  releaseAnswer: showAnswer,
  showEnd: showWords,
  releaseEnd: showWords,
  sendBack: ({ form }) => Promise.resolve({ reason: form.reason }),
  redirect: explain,
  close: explain,
  closeAfterSuggestion: explain,
  async rate({ tx, opinion, form }) {
    await tx.update(
      ResidentOpinion,
      { id: opinion.id },
      { rating: form.rating, ratingComment: form.comment ?? null },
    )
    return { satisfaction: satisfactions[form.rating] }
  },
}

/** Seen from the engine, which has checked the form against the row of the same name. */
export const effects = table as Readonly<
  Partial<
    Record<
      OpinionAction,
      (
        effect: Omit<EffectOf, 'form'> & { form: Readonly<Record<string, unknown>> },
      ) => Promise<Partial<MessageWords> | void>
    >
  >
>

/** What the resident is told at the end; the page shows it once it is checked. */
async function explain(effect: EffectOf<'redirect' | 'close' | 'closeAfterSuggestion'>) {
  const { explanation } = effect.form
  const referredTo = 'referredTo' in effect.form ? effect.form.referredTo : null
  await keepUnseen(effect, { explanation, referredTo })
}

/** Whose words they are, and where the matter goes back to if they have to be written again. */
const keepUnseen = (
  { tx, opinion, asker, now }: Pick<EffectOf, 'tx' | 'opinion' | 'asker' | 'now'>,
  words: { explanation?: string; referredTo?: string | null },
) =>
  tx.update(
    ResidentOpinion,
    { id: opinion.id },
    {
      ...words,
      writtenIn: opinion.state,
      wordsById: 'system' in asker ? null : (asker.person?.id ?? null),
      checkAfter: now,
    },
  )

async function showAnswer(effect: EffectOf<'showAnswer' | 'releaseAnswer'>) {
  await effect.tx.query(
    'UPDATE opinion_message SET withheld = 0 WHERE resident_opinion_id = ? AND position = ?',
    [effect.opinion.id, (await lastPosition(effect.tx, effect.opinion.id)) ?? 0],
  )
  await showWords(effect)
}

async function showWords({ tx, opinion }: Pick<EffectOf, 'tx' | 'opinion'>) {
  await tx.update(ResidentOpinion, { id: opinion.id }, { writtenIn: null, wordsById: null })
}

/**
 * Joins a draft of the same deputy, or begins one with the deputy's own summary. The resident's words stay where they
 * are: a draft is read by co-signers, by the office and by the unit that may be complained about in them.
 */
async function raise({ tx, opinion, form, now }: EffectOf<'raise'>) {
  const suggestionId = form.suggestionId
    ? await ownDraft(tx, opinion, form.suggestionId)
    : await startDraft(
        tx,
        opinion.townId,
        opinion.deputyId,
        {
          subject: ownSummary(opinion, form.summary) ?? untitled,
          facts: '',
          proposal: '',
          kind: 'suggestion',
          origin: 'residentOpinion',
          publicity: 'titleOnly',
          ...(opinion.villageId ? { villageId: opinion.villageId } : {}),
        },
        now,
      )
  await tx.update(ResidentOpinion, { id: opinion.id }, { suggestionId })
  await refresh(tx, 'suggestion', opinion.townId, suggestionId, now)
}

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

/** The first words, for a line of a list or a subject to start from. */
export function summaryOf(text: string): string {
  const firstSentence = text.split(/[。！？\n]/)[0]?.trim() || text.trim()
  return [...firstSentence].slice(0, 30).join('')
}

/** The same words right after themselves are one message. */
async function refuseSaidAgain(tx: Tx, opinionId: string, author: 'resident' | 'deputy', text: string) {
  const [last] = await tx.query<{ author: string; text: string }[]>(
    'SELECT author, text FROM opinion_message WHERE resident_opinion_id = ? ORDER BY position DESC LIMIT 1',
    [opinionId],
  )
  if (last) refuseSame(last, { author, text })
}

export async function addMessage(
  tx: Tx,
  opinionId: string,
  author: 'resident' | 'deputy',
  text: string,
  now: Date,
) {
  const last = await lastPosition(tx, opinionId)
  const position = last === null ? 0 : last + 1
  await tx.insert(OpinionMessage, {
    id: newId(),
    residentOpinionId: opinionId,
    position,
    author,
    text,
    at: now,
    withheld: author === 'deputy',
  })
}

async function lastPosition(tx: Tx, opinionId: string): Promise<number | null> {
  const [last] = await tx.query<{ position: number | null }[]>(
    'SELECT MAX(position) AS position FROM opinion_message WHERE resident_opinion_id = ?',
    [opinionId],
  )
  return last === undefined || last.position === null ? null : Number(last.position)
}
