import { wrongField } from '../../../shared/words/refusals'
import { type Check, dispositions, refusalGrounds, threeChecks } from '../../../shared/words/words'
import { Review } from '../../database/entities/suggestion/review'
import { ReviewCheck } from '../../database/entities/suggestion/review-check'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { newId } from '../../database/id'
import { atOnce, part, readTogether } from '../../database/together'
import { categoryInTown } from '../../features/categories/queries'
import { unitsInTown } from '../../features/people/in-town'
import type { EffectOf } from './effect-of'
import { numberOf, readNumbering } from './next-number'
import { checkWords } from './public-words'
import { personIdOf } from '../../engine/begin'
import type { SuggestionRecord } from './record'

export const accept = (effect: EffectOf<'accept'>) => acceptWith(effect)

/** @param besides what else is written of the suggestion */
export async function acceptWith(
  effect: EffectOf<'accept'>,
  besides: Partial<Pick<Suggestion, 'agendaDecision'>> = {},
) {
  const { tx, record, form, now } = effect
  const [, fullText, numbering] = await atOnce(tx, () =>
    Promise.all([
      categoryInTown(tx, record.townId, form.category),
      form.fullTextCleared ? fullTextOf(effect) : undefined,
      readNumbering(tx, record),
    ]),
  )
  await keepVerdict(effect, {
    verdict: 'accepted',
    checks: {
      legality: { passed: true, note: form.legalityNote },
      quality: { passed: true, note: form.qualityNote },
      wording: { passed: true, note: form.wordingNote },
    },
  })
  const fullTextClearedAt = clearance(record, form.fullTextCleared, now)
  const numbered = await numberOf(tx, record, numbering)
  // As the deputy put it, and the office let it through: two people have read it.
  const item = { kind: 'item', text: form.publicItem, readByTwo: form.publicItem === record.subject } as const
  const [itemCheckId = null, textCheckId = null] = await checkWords(
    { ...effect, record: { ...record, ...numbered } },
    item,
    ...(fullText ? [fullText] : []),
  )
  await tx.update(
    Suggestion,
    { id: record.id },
    {
      category: form.category,
      publicItem: form.publicItem,
      itemCheckId,
      ...numbered,
      ...besides,
      fullTextClearedAt,
      textCheckId,
      acceptedAt: now,
    },
  )
}

/** The deputy wrote it for everyone, and the office has read it through. */
async function fullTextOf({ tx, record }: EffectOf<'accept'>) {
  const { texts } = await readTogether(tx, {
    texts: part<{ facts: string; proposal: string }>({
      columns: { facts: 's.facts', proposal: 's.proposal' },
      from: 'FROM suggestion s WHERE s.id = ?',
      order: 's.id',
      parameters: [record.id],
    }),
  })
  const [text] = texts
  return { kind: 'fullText', text: `${text?.facts ?? ''}\n${text?.proposal ?? ''}`, readByTwo: true } as const
}

/** The full text is public only where the deputy agreed and the office has looked through it. */
function clearance({ publicity }: SuggestionRecord, cleared: true | undefined, now: Date): Date | null {
  if (cleared === undefined) return null
  if (publicity !== 'full') throw wrongField('fullTextCleared', '代表没有同意全文公开，请不要勾选这一项。')
  return now
}

export async function readFirst({ tx, record, now }: EffectOf<'readFirst'>) {
  await tx.update(Suggestion, { id: record.id }, { presidiumReadAt: now })
}

export async function requestRevision(effect: EffectOf<'requestRevision'>) {
  const { failedChecks, reason } = effect.form
  const went = (check: Check) =>
    failedChecks.includes(check) ? { passed: false, note: reason } : { passed: true, note: undefined }
  await keepVerdict(effect, {
    verdict: 'revision',
    reason,
    checks: { legality: went('legality'), quality: went('quality'), wording: went('wording') },
  })
  return { reason }
}

/** Told with its ground and with what becomes of the matter, so that nobody is left with a bare no. */
export async function refuse(effect: EffectOf<'refuseAcceptance'>) {
  const { tx, record, form } = effect
  const { ground, reason, disposition } = form
  // Only a letter goes to a unit, whatever else a form may still hold.
  const letterUnitId = disposition === 'deputyLetter' ? form.letterUnitId : undefined
  if (letterUnitId) await unitsInTown(tx, record.townId, [letterUnitId], 'letterUnitId')
  await keepVerdict(effect, { verdict: 'refused', ground, reason, disposition, letterUnitId })
  return { reason: `${refusalGrounds[ground]}。${reason}（${dispositions[disposition]}）` }
}

/** A step that changes nothing but leaves a sentence. */
export const note =
  <K extends 'note' | 'reason'>(field: K) =>
  ({ form }: { form: { readonly [name in K]: string } }) =>
    Promise.resolve({ reason: form[field] })

async function keepVerdict(
  { tx, record, asker, now }: Pick<EffectOf, 'tx' | 'record' | 'asker' | 'now'>,
  verdict: {
    verdict: 'accepted' | 'revision' | 'refused'
    checks?: Record<Check, { passed: boolean; note: string | undefined }>
    ground?: string
    reason?: string
    disposition?: string
    letterUnitId?: string | undefined
  },
) {
  const id = newId()
  await tx.insert(Review, {
    id,
    suggestionId: record.id,
    version: record.version + 1,
    verdict: verdict.verdict,
    ground: verdict.ground ?? null,
    reason: verdict.reason ?? null,
    disposition: verdict.disposition ?? null,
    letterUnitId: verdict.letterUnitId ?? null,
    personId: personIdOf(asker) ?? '',
    at: now,
  })
  const { checks } = verdict
  if (checks === undefined) return
  await tx.insert(
    ReviewCheck,
    (Object.keys(threeChecks) as Check[]).map((check) => ({
      reviewId: id,
      checkName: check,
      passed: checks[check].passed,
      note: checks[check].note ?? null,
    })),
  )
}
