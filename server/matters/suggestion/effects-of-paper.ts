import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { motionSigners, typedLateBecause } from '../../../shared/words/words'
import { CoSignature } from '../../database/entities/suggestion/co-signature'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { part, readTogether } from '../../database/together'
import type { Tx } from '../../database/source'
import { townshipDeputiesInTown } from '../../features/people/in-town'
import type { EffectOf } from './effect-of'
import { personIdOf } from '../../engine/begin'
import { keepFilesOfText } from './files-of-text'
import { refuseNamingText } from './refuse-naming'
import { columnsOfText, placesInTown } from './start'

/** The paper is the text, and whoever signed it has signed; who signed on a phone before signs it again there. */
export async function submitByWord(effect: EffectOf<'submitByWord'>) {
  const { tx, record, form, now } = effect
  const { spokeOn, lateReason, coSignerIds = [] } = form
  const today = beijingDay(now)
  if (spokeOn < today && lateReason === undefined)
    throw wrongField('lateReason', `这是${spokenDay(spokeOn, today)}交来的，请写一句为什么今天才登记。`)
  await refuseBeforeMandate(tx, record, spokeOn)
  const signers = [...new Set(coSignerIds)]
  if (signers.includes(record.leadDeputyId)) throw wrongField('coSignerIds', '领衔代表不用再选成附议代表。')
  if (form.kind === 'motion' && signers.length + 1 < motionSigners)
    throw wrongField('coSignerIds', `议案要有 ${motionSigners} 名以上代表联名，请把纸上签名的都选上。`)
  await townshipDeputiesInTown(tx, record.townId, signers, 'coSignerIds')
  const textVersion = await keepText(effect)
  await keepSigners(effect, signers, textVersion)
  await refuseNamingText(tx, record)
  return {
    subject: form.subject,
    ...(lateReason === undefined ? {} : { reason: typedLateBecause(lateReason) }),
  }
}

/** Of one that was sent back, the paper is a new text. */
async function keepText({ tx, record, asker, form, now }: EffectOf<'submitByWord'>): Promise<number> {
  if (record.state === 'draft') return record.textVersion
  await placesInTown(tx, record.townId, form)
  const textVersion = record.textVersion + 1
  const typed = { townId: record.townId, suggestionId: record.id, personId: personIdOf(asker) }
  await keepFilesOfText(tx, typed, form.files, now)
  await tx.update(Suggestion, { id: record.id }, { ...columnsOfText(form), textVersion })
  return textVersion
}

async function keepSigners(
  { tx, record, now }: EffectOf<'submitByWord'>,
  signers: readonly string[],
  textVersion: number,
) {
  if (record.coSignatures.length > 0) await tx.delete(CoSignature, { suggestionId: record.id })
  if (signers.length === 0) return
  await tx.insert(
    CoSignature,
    signers.map((personId) => ({
      ...{ suggestionId: record.id, personId, textVersion },
      ...{ answer: 'signed', answeredAt: now },
    })),
  )
}

/** @throws Refusal `bad_input` where the deputy was none yet */
async function refuseBeforeMandate(tx: Tx, { townId, leadDeputyId }: EffectOf['record'], spokeOn: string) {
  const { held } = await readTogether(tx, {
    held: part<{ begunOn: string | null }>({
      columns: { begunOn: 'd.begun_on' },
      from: "FROM mandate d WHERE d.town_id = ? AND d.person_id = ? AND d.congress_level = 'township' AND d.ended_on IS NULL",
      order: 'd.id',
      parameters: [townId, leadDeputyId],
    }),
  })
  const [first] = held.map(({ begunOn }) => begunOn ?? '').sort()
  if (first && spokeOn < first)
    throw wrongField('spokeOn', `这位代表${spokenDay(first, '')}才任职，不会在这以前交来，请核对。`)
}

/** Who says that they did not sign stands no longer among those who did. */
export async function objectToSignature({ tx, record, asker, form }: EffectOf<'objectToSignature'>) {
  const personId = 'system' in asker ? undefined : asker.person?.id
  await tx.update(CoSignature, { suggestionId: record.id, personId }, { answer: 'declined' })
  return { reason: form.reason }
}
