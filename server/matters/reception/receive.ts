import type * as z from 'zod/mini'
import type { receiveForm } from '../../../shared/matters/reception/forms'
import { mayDo } from '../../../shared/permissions'
import { wrongField } from '../../../shared/words/refusals'
import { ReceptionRecord as Row } from '../../database/entities/matters/reception-record'
import { newId } from '../../database/id'
import type { StepOf } from '../../engine/kind'
import { areaInTown, villageInTown } from '../../features/people/in-town'
import { claimAttachments, ownAttachments } from '../opinion/attachments'
import { textOf } from '../opinion/messages'
import { keepVoice } from '../opinion/voices'
import type { ReceptionRecord } from './record'

/**
 * One of those who came. What cannot be answered on the spot becomes a message like one that was typed for somebody
 * without a phone: with a slip, and the clocks of a message. It is kept there and not twice, and its recording with it.
 * @throws Refusal `bad_input`
 */
export async function receive({ tx, record, form, asker, now }: StepOf<ReceptionRecord>) {
  const {
    name,
    villageId,
    areaId,
    said: typed,
    voice,
    how,
    answer,
    ...asked
  } = form as z.output<typeof receiveForm>
  const who = { townId: record.townId, accountId: 'system' in asker ? '' : asker.accountId }
  const carried = await ownAttachments(tx, { voice }, who)
  const said = textOf(typed, carried)
  const row = {
    ...{ id: newId(), receptionId: record.id, position: Number(record.recorded), how },
    ...{ visitorName: null, villageId: null, areaId: null, said: null, answer: null, opinionId: null },
  }
  if (how !== 'message') {
    if (answer === undefined) throw wrongField('answer', '请写怎么答复的。')
    await villageInTown(tx, record.townId, villageId)
    await areaInTown(tx, record.townId, { areaId, villageId })
    const whoCame = { visitorName: name ?? null, villageId: villageId ?? null, areaId: areaId ?? null }
    await tx.insert(Row, { ...row, ...whoCame, said, answer })
    await claimAttachments(tx, carried, { receptionRecordId: row.id }, now)
    return
  }
  if ('system' in asker || !mayDo('recordVoice', asker.roles))
    throw wrongField('how', '要记成留言，请一起值守的代表或镇人大办来记。')
  const own = asker.roles.includes('deputy') ? asker.person?.id : undefined
  const deputyId = asked.deputyId ?? own
  if (deputyId === undefined) throw wrongField('deputyId', '请选择写给哪位代表。')
  if (asked.kind === undefined) throw wrongField('kind', '请选择是哪一种事。')
  const { id: opinionId } = await keepVoice(
    tx,
    asker,
    {
      ...{ deputyId, spokeHow: 'inPerson', spokeOn: record.heldOn, kind: asked.kind, text: said },
      ...{ name, phone: asked.phone, villageId, areaId, stationId: record.stationId },
    },
    now,
    carried,
  )
  await tx.insert(Row, { ...row, opinionId })
}
