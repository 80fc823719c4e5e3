import * as z from 'zod/mini'
import { recordSuggestion } from '../../shared/matters/suggestion/endpoints'
import { addDays } from '../../shared/rules/days'
import { recordOnPaper } from '../../server/matters/suggestion/record-on-paper'
import { deputyAt } from './life'
import { createPastClock, type Seeding } from './seeding'

/** What did not happen on a phone: the office types it, on a later day. */
export async function keepSpoken(seeding: Seeding) {
  await handInOnPaper(seeding)
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
