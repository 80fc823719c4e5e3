import type * as z from 'zod/mini'
import type { DutyWarningAction, dutyWarningActions } from '../../../shared/matters/duty-warning/table'
import { wrongField } from '../../../shared/words/refusals'
import { DutyWarning } from '../../database/entities/matters/duty-warning'
import type { Effect } from '../../engine/kind'
import { refuseUndecided } from '../../features/people/presidium-decides'
import { type DutyWarningRecord, readPresidium } from './record'

type FormOf<A extends DutyWarningAction> = z.output<(typeof dutyWarningActions)[A]['input']>

/** What a step changes besides the state. The words of it stand in its own row, and in no message and no history. */
export const effects: { readonly [A in DutyWarningAction]?: Effect<DutyWarningRecord> } = {
  drop: ({ form }) => Promise.resolve({ reason: (form as FormOf<'drop'>).reason }),
  async reply({ tx, record, form }) {
    const { text } = form as FormOf<'reply'>
    await tx.update(DutyWarning, { id: record.id }, { reply: text, replyWay: 'written' })
    return {}
  },
  async noteReply({ tx, record, form }) {
    const { way, text } = form as FormOf<'noteReply'>
    await tx.update(DutyWarning, { id: record.id }, { reply: text, replyWay: way })
    return {}
  },
  async recordTalk({ tx, record, form }) {
    const { talkedOn, memberId, other, place, text } = form as FormOf<'recordTalk'>
    const member = (await readPresidium(tx, record.townId)).find(({ id }) => id === memberId)
    if (member === undefined || member.id === record.deputyId)
      throw wrongField('memberId', '谈话要两人以上，其中有一位主席团成员，不能是本人。')
    if ([member.name, record.deputy].includes(other))
      throw wrongField('other', '谈话要两人以上，其中有一位主席团成员：请写另一位的姓名。')
    await tx.update(
      DutyWarning,
      { id: record.id },
      { reply: text, replyWay: 'talk', talkedOn, memberId, talkOther: other, talkPlace: place },
    )
    return {}
  },
  async decide({ tx, record, form }) {
    const { decision, decisionText, endsOn, decidedHow } = form as FormOf<'decide'>
    await refuseUndecided(tx, record.townId, decidedHow, { concerned: [record.deputyId], unitId: null })
    if (decision === 'warned' && endsOn === undefined)
      throw wrongField('endsOn', '请写警示到哪天为止，最长十二个月。')
    await tx.update(
      DutyWarning,
      { id: record.id },
      { decisionText, decidedHow, endsOn: decision === 'warned' ? (endsOn ?? null) : null },
    )
    return {}
  },
}
