import type * as z from 'zod/mini'
import {
  type ContentCheckAction,
  type contentCheckActions,
  type ContentCheckParty,
  contentCheckTable,
} from '../../../shared/content-checks'
import { decide } from '../../../shared/decide'
import { fill, numberOf } from '../../../shared/messages'
import { contentChecksPage, suggestionPage } from '../../../shared/pages'
import { Refusal } from '../../../shared/refusals'
import { ContentCheck } from '../../database/entities/content-check'
import type { Tx } from '../../database/source'
import { writeAudit } from '../audit-log/write-audit'
import { tell, type Telling } from '../inbox/tell'
import { type CheckAsker, type CheckRecord, checkStandingOf } from './record'
import { putInPlace } from './put-in-place'

/**
 * Takes one step of the table of what becomes public: compare-and-set and messages in one transaction.
 * @returns the check that the step leads to: a new one where the words are new
 * @throws Refusal `not_found`, `stale`, and whatever the table says
 */
export async function actOnCheck(
  tx: Tx,
  asker: CheckAsker,
  id: string,
  action: ContentCheckAction,
  step: { version: number; form: Readonly<Record<string, unknown>> },
  now: Date,
): Promise<string> {
  const standing = await checkStandingOf(tx, asker, id)
  const { check } = standing
  if (check.version !== step.version) throw new Refusal('stale')
  const state = decide(contentCheckTable, action, standing, step.form)
  const { reason } = step.form
  const moved = await tx.update(
    ContentCheck,
    { id, version: check.version },
    {
      state,
      version: check.version + 1,
      stateSince: now,
      ...('system' in asker ? {} : { decidedById: asker.person?.id ?? null }),
      ...(typeof reason === 'string' ? { reason } : {}),
    },
  )
  if (moved.affected !== 1) throw new Refusal('stale')
  if (action === 'hide') await auditHiding(tx, asker, check, String(reason), now)
  await tell(tx, await tellings(tx, check, action, asker, { reason }), now)
  if (action !== 'rewrite') return id
  const { text } = step.form as z.output<(typeof contentCheckActions)['rewrite']['input']>
  return putInPlace(tx, check, text, 'system' in asker ? null : (asker.person?.id ?? null), now)
}

const auditHiding = (tx: Tx, asker: CheckAsker, check: CheckRecord, reason: string, now: Date) =>
  writeAudit(
    tx,
    {
      townId: check.townId,
      personId: 'system' in asker ? null : (asker.person?.id ?? null),
      what: `不公开一张照片：${check.suggestionNo ?? numberOf(check.suggestionId)}`,
      fromValue: contentCheckTable.states[check.state].label,
      toValue: contentCheckTable.states.hidden.label,
      reason,
    },
    now,
  )

async function tellings(
  tx: Tx,
  check: CheckRecord,
  action: ContentCheckAction,
  asker: CheckAsker,
  { reason }: { reason: unknown },
): Promise<Telling[]> {
  const self = 'system' in asker ? undefined : asker.person?.id
  const told = new Map<string, Telling>()
  const words = { subject: check.subject, ...(typeof reason === 'string' ? { reason } : {}) }
  const sentences = Object.entries(contentCheckTable.actions[action].tells) as [ContentCheckParty, string][]
  for (const [party, sentence] of sentences) {
    for (const recipientId of await recipientsOf(tx, check, party)) {
      // Who wrote it is not asked to look at it.
      if (recipientId === self || (party !== 'writer' && recipientId === check.personId)) continue
      told.set(recipientId, {
        townId: check.townId,
        recipientId,
        recipientKind: 'person',
        text: fill(sentence, words),
        page: party === 'writer' ? await writersPage(tx, check) : contentChecksPage(check.townId),
        push: action === 'hold' || action === 'sendBack' ? 'task' : 'progress',
        number: check.suggestionNo ?? numberOf(check.suggestionId),
      })
    }
  }
  return [...told.values()]
}

async function recipientsOf(tx: Tx, check: CheckRecord, party: ContentCheckParty): Promise<string[]> {
  if (party === 'writer') return check.personId === null ? [] : [check.personId]
  const kind = party === 'presidium' ? 'presidiumMember' : party
  const people = await tx.query<{ id: string }[]>(
    'SELECT DISTINCT person_id AS id FROM post WHERE town_id = ? AND post_kind = ?',
    [check.townId, kind],
  )
  return people.map(({ id }) => id)
}

/** The suggestion, in the part of the house where the writer works. */
async function writersPage(tx: Tx, { townId, suggestionId, personId }: CheckRecord): Promise<string> {
  const inUnit = await tx.query<unknown[]>(
    'SELECT id FROM post WHERE town_id = ? AND person_id = ? AND handling_unit_id IS NOT NULL',
    [townId, personId],
  )
  return suggestionPage(inUnit.length > 0 ? 'leadUnit' : 'congressOffice', townId, suggestionId)
}
