import type * as z from 'zod/mini'
import {
  type contentCheckActions,
  contentCheckTable,
  takingBack,
} from '../../../shared/matters/content-check/table'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { numberOf } from '../../../shared/words/messages'
import { personIdOf } from '../../engine/begin'
import type { StepOf } from '../../engine/kind'
import { writeAudit } from '../../engine/write-audit'
import { tellOfAnswer } from '../external-suggestion/residents'
import { putInPlace } from './put-in-place'
import type { CheckRecord } from './record'

type Step = StepOf<CheckRecord>

/** Why it went back, or is not shown, stands beside the words. */
export async function keepReason({ tx, record, form }: Step) {
  if (typeof form.reason === 'string')
    await tx.query('UPDATE content_check SET reason = ? WHERE id = ?', [form.reason, record.id])
}

/** The residents behind what a higher congress answered read it once it is public; what was shown before is no news. */
export async function tellNews({ tx, record, now }: Step) {
  if (record.kind === 'externalResult' && record.placeId !== null && record.state !== 'hidden')
    await tellOfAnswer(tx, record.townId, record.placeId, now)
}

/** Whatever was taken back stands in the log of the town. */
export const hide = ({ tx, record, asker, form, now }: Step) =>
  writeAudit(
    tx,
    {
      townId: record.townId,
      personId: personIdOf(asker),
      what: takingBack(record.kind, record.suggestionNo ?? numberOf(record.suggestionId ?? record.id)),
      fromValue: contentCheckTable.states[record.state].label,
      toValue: contentCheckTable.states.hidden.label,
      reason: typeof form.reason === 'string' ? form.reason : null,
    },
    now,
  )

/** The new words have a check of their own, which the answer shows. */
export async function rewrite({ tx, record, asker, form, calendar, now, leadTo }: Step) {
  const { text } = form as z.output<(typeof contentCheckActions)['rewrite']['input']>
  refuseSame(record, { text })
  leadTo(await putInPlace(tx, record, text, { personId: personIdOf(asker), calendar, now }))
}
