import { beijingDay } from '../../../shared/rules/days'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { CoSignature } from '../../database/entities/suggestion/co-signature'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { sessionOn } from '../../features/congress-sessions/queries'
import { townshipDeputiesInTown } from '../../features/people/in-town'
import { ruleSetNow } from '../../features/rules/rule-set'
import type { Tx } from '../../database/source'
import type { EffectOf } from './effect-of'
import { personIdOf } from '../../engine/begin'
import { keepFilesOfText } from './files-of-text'
import { refuseNaming, refuseNamingText } from './refuse-naming'
import { columnsOfText, placesInTown } from './start'

/** A new version of the text; every signature given to an older one is asked for again. */
export async function edit({ tx, record, asker, form, now }: EffectOf<'edit'>) {
  const written = { townId: record.townId, suggestionId: record.id, personId: personIdOf(asker) }
  const hasOtherFiles = await keepFilesOfText(tx, written, form.files, now)
  if (!hasOtherFiles) refuseSame(await tx.findOneByOrFail(Suggestion, { id: record.id }), columnsOfText(form))
  await placesInTown(tx, record.townId, form)
  if (record.state !== 'draft' || (await hasReaders(tx, record.id))) await refuseNaming(tx, record, form)
  await tx.update(
    Suggestion,
    { id: record.id },
    { ...columnsOfText(form), textVersion: record.textVersion + 1 },
  )
  return { subject: form.subject }
}

/** A draft of one's own may hold whatever its writer needs; from the first invitation on others read it. */
const hasReaders = async (tx: Tx, suggestionId: string) =>
  (
    await tx.query<unknown[]>(
      "SELECT person_id FROM co_signature WHERE suggestion_id = ? AND answer IN ('open', 'signed') LIMIT 1",
      [suggestionId],
    )
  ).length > 0

export async function invite({ tx, record, form }: EffectOf<'inviteCoSigners'>) {
  const wanted = [...new Set(form.deputyIds)]
  if (wanted.includes(record.leadDeputyId)) {
    throw wrongField('deputyIds', '您是领衔代表，不用邀请自己。')
  }
  await townshipDeputiesInTown(tx, record.townId, wanted)
  await refuseNamingText(tx, record)
  const already = await tx.query<{ personId: string; answer: string }[]>(
    'SELECT person_id AS personId, answer FROM co_signature WHERE suggestion_id = ?',
    [record.id],
  )
  const isAsked = (id: string) =>
    already.some(({ personId, answer }) => personId === id && ['open', 'signed'].includes(answer))
  if (wanted.every(isAsked)) throw new Refusal('nothing_changed')
  for (const personId of wanted) {
    const row = { suggestionId: record.id, personId }
    const open = { answer: 'open', textVersion: record.textVersion, answeredAt: null }
    if (!already.some((one) => one.personId === personId)) await tx.insert(CoSignature, { ...row, ...open })
    else
      await tx.query(
        "UPDATE co_signature SET answer = 'open', answered_at = NULL WHERE suggestion_id = ? AND person_id = ? AND answer <> 'signed'",
        [record.id, personId],
      )
  }
}

export const answerInvitation =
  (answer: 'signed' | 'declined') =>
  async ({ tx, record, asker, now }: EffectOf<'coSign' | 'declineToCoSign'>) => {
    const personId = 'system' in asker ? undefined : asker.person?.id
    await tx.update(
      CoSignature,
      { suggestionId: record.id, personId },
      { answer, textVersion: record.textVersion, answeredAt: now },
    )
  }

export async function endInvitations({ tx, record }: EffectOf<'endInvitations'>) {
  await tx.query(
    "UPDATE co_signature SET answer = 'ended' WHERE suggestion_id = ? AND (answer = 'open' OR (answer = 'signed' AND text_version <> ?))",
    [record.id, record.textVersion],
  )
}

/** With the first submission its course begins, under the rules of that day. */
export async function markSubmitted({ tx, record, now }: EffectOf<'submit'>) {
  await refuseNamingText(tx, record)
  if (record.submittedAt !== null) return
  const ruleSetId = await ruleSetNow(tx, record.townId, now)
  const filed = await sessionOn(tx, record.townId, beijingDay(now))
  await tx.update(
    Suggestion,
    { id: record.id },
    {
      submittedAt: now,
      ruleSetId,
      congressSessionId: filed?.session.id ?? null,
      period: filed?.period ?? null,
    },
  )
}
