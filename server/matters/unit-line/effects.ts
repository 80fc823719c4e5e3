import type * as z from 'zod/mini'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import type { UnitLineAction, unitLineActions } from '../../../shared/matters/unit-line/table'
import { addWorkingDays, type Calendar } from '../../../shared/rules/calendar'
import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { rulesOf } from '../../../shared/rules/rules'
import { UnitLine } from '../../database/entities/matters/unit-line'
import type { Effect } from '../../engine/kind'
import { unitsInTown } from '../../features/people/in-town'
import { startDraft } from '../suggestion/start'
import type { UnitLineRecord } from './record'

type FormOf<A extends UnitLineAction> = z.output<(typeof unitLineActions)[A]['input']>

/** Until when the unit answers, as it is told. */
export function answerBy(record: UnitLineRecord, now: Date, calendar: Calendar) {
  const today = beijingDay(now)
  return spokenDay(addWorkingDays(today, rulesOf(record).unitAnswerWorkingDays, calendar), today)
}

const said: Effect<UnitLineRecord> = ({ form }) =>
  Promise.resolve({ reason: (form as FormOf<'answer'>).text })
const because: Effect<UnitLineRecord> = ({ form }) =>
  Promise.resolve({ reason: (form as FormOf<'notOurs'>).reason })

/** What a step changes besides the state; what is said in it stands in the history. */
export const effects: { readonly [A in UnitLineAction]?: Effect<UnitLineRecord> } = {
  answer: said,
  askMore: said,
  tellInstead: said,
  notOurs: because,
  withdraw: because,
  async sendOn({ tx, record, form, now, calendar }) {
    const { unitId } = form as FormOf<'sendOn'>
    refuseSame(record, { unitId })
    await unitsInTown(tx, record.townId, [unitId], 'unitId')
    await tx.update(UnitLine, { id: record.id }, { unitId })
    return { deadline: answerBy(record, now, calendar) }
  },
  /** A draft in the deputy's own words, with the unit that was asked as the one that is wished for. */
  async raise({ tx, record, now }) {
    const { id, townId, deputyId, subject, text: facts, villageId, unitId } = record
    const draft = { subject, facts, proposal: '', kind: 'suggestion', publicity: 'titleOnly' } as const
    const places = { wishedUnitId: unitId, ...(villageId === null ? {} : { villageId }) }
    const suggestionId = await startDraft(tx, townId, deputyId, { ...draft, ...places }, now)
    await tx.update(UnitLine, { id }, { suggestionId })
  },
}
