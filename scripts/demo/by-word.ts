import * as z from 'zod/mini'
import { recordSuggestion } from '../../shared/matters/suggestion/endpoints'
import { recordVoice } from '../../shared/matters/opinion/voice-endpoints'
import { addDays } from '../../shared/rules/days'
import { act } from '../../server/engine/act'
import { systemOf } from '../../server/engine/kind'
import { kind as opinionKind } from '../../server/matters/opinion/kind'
import { keepVoice } from '../../server/matters/opinion/voices'
import { recordOnPaper } from '../../server/matters/suggestion/record-on-paper'
import { deputyAt } from './life'
import { createPastClock, type Seeding } from './seeding'

/** What did not happen on a phone: the office types it, on a later day. */
export async function keepSpoken(seeding: Seeding) {
  await handInOnPaper(seeding)
  await hearWithoutAPhone(seeding)
}

/** Two who have no phone: one at the office, one at a station with the deputy on duty. */
async function hearWithoutAPhone(seeding: Seeding) {
  const { database, townId, today } = seeding
  const voices = [
    {
      by: '陈静',
      input: {
        ...{ deputyId: deputyAt(1), spokeHow: 'inPerson', name: '普大妈', villageId: '大营村' },
        text: '村口的公交站没有板凳，我们年纪大的站不住，能不能放两条。',
      },
    },
    {
      by: deputyAt(0),
      input: {
        ...{ deputyId: deputyAt(0), spokeHow: 'paper', name: '李大爷', villageId: '石桥村' },
        text: '石桥的桥头没有路灯，晚上看不清台阶。',
      },
    },
  ]
  for (const { by, input } of voices) {
    const typist = await seeding.actorOf(by)
    const deputy = await seeding.actorOf(input.deputyId)
    const now = createPastClock(seeding, 0).next()
    const said = z.parse(recordVoice.input, {
      ...input,
      ...{ kind: 'propose', spokeOn: addDays(today, -1), deputyId: deputy.person?.id },
      villageId: seeding.villageId(input.villageId),
    })
    await database.transaction(async (tx) => {
      const { id } = await keepVoice(tx, typist, said, now)
      await act(tx, opinionKind, systemOf(townId), id, 'pass', { form: {} }, now)
    })
  }
}

async function handInOnPaper(seeding: Seeding) {
  const { database, today } = seeding
  const office = await seeding.actorOf('陈静')
  const lead = await seeding.actorOf(deputyAt(22))
  const signer = await seeding.actorOf(deputyAt(23))
  const input = z.parse(recordSuggestion.input, {
    deputyId: lead.person?.id,
    spokeHow: 'paper',
    spokeOn: addDays(today, -4),
    lateReason: '代表小组会上收的纸质建议，会后统一登记。',
    subject: '给石桥村老年活动室装扶手',
    facts: '活动室门口有 7 级台阶，没有扶手，常来的 60 多位老人里今年摔了 3 位。',
    proposal: '两边各装一道扶手，台阶贴上防滑条。',
    villageId: seeding.villageId('石桥村'),
    origin: 'groupMeeting',
    coSignerIds: [signer.person?.id],
    evidence: '镇人大办收文登记簿',
  })
  const now = createPastClock(seeding, 1).next()
  await database.transaction((tx) => recordOnPaper(tx, office, input, now))
}
