import type * as z from 'zod/mini'
import {
  type ContentCheckAction,
  type contentCheckActions,
  contentCheckTable,
  contentKinds,
  publicCheckStates,
} from '../../../shared/matters/content-check/table'
import { decide } from '../../../shared/grammar/decide'
import { numberOf } from '../../../shared/words/messages'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { Refusal } from '../../../shared/words/refusals'
import { ContentCheck } from '../../database/entities/matters/content-check'
import type { Tx } from '../../database/source'
import { writeEvents } from '../../engine/events'
import { writeAudit } from '../../engine/write-audit'
import { tellOfAnswer } from '../external-suggestion/residents'
import { putInPlace } from './put-in-place'
import { type CheckAsker, type CheckRecord, checkStandingOf } from './record'
import { tellOfCheck } from './tell-of-check'

/**
 * Takes one step of the table of what becomes public: compare-and-set, history and messages in one transaction.
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
  if (action === 'rewrite') refuseSame(check, { text: step.form.text })
  const personId = 'system' in asker ? null : (asker.person?.id ?? null)
  const reason = typeof step.form.reason === 'string' ? step.form.reason : null
  const version = check.version + 1
  const moved = await tx.update(
    ContentCheck,
    { id, version: check.version },
    {
      state,
      version,
      stateSince: now,
      ...('system' in asker ? {} : { decidedById: personId }),
      ...(reason === null ? {} : { reason }),
    },
  )
  if (moved.affected !== 1) throw new Refusal('stale')
  if (action === 'hide') await auditHiding(tx, check, personId, reason, now)
  const event = {
    townId: check.townId,
    kind: 'contentCheck',
    matterId: id,
    version,
    action,
    fromState: check.state,
    toState: state,
    party: contentCheckTable.actions[action].by.find((party) => standing.parties.has(party)) ?? 'system',
    personId,
    note: reason,
  }
  await writeEvents(tx, [event], now)
  await tellOfCheck(tx, check, action, personId, reason === null ? {} : { reason }, now)
  const isNews = (publicCheckStates as readonly string[]).includes(state) && check.state !== 'hidden'
  if (check.kind === 'externalResult' && check.placeId !== null && isNews)
    await tellOfAnswer(tx, check.townId, check.placeId, now)
  if (action !== 'rewrite') return id
  const { text } = step.form as z.output<(typeof contentCheckActions)['rewrite']['input']>
  return putInPlace(tx, check, text, personId, now)
}

const auditHiding = (tx: Tx, check: CheckRecord, personId: string | null, reason: string | null, now: Date) =>
  writeAudit(
    tx,
    {
      townId: check.townId,
      personId,
      what: `撤下${contentKinds[check.kind]}：${check.suggestionNo ?? numberOf(check.suggestionId ?? check.id)}`,
      fromValue: contentCheckTable.states[check.state].label,
      toValue: contentCheckTable.states.hidden.label,
      reason,
    },
    now,
  )
