import { externalPage, opinionPage } from '../../../shared/pages'
import { type ExternalOutcome, externalOutcomes, higherCongresses } from '../../../shared/words'
import type { Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { tell, type Telling } from '../inbox/tell'
import type { ExternalRecord } from './queries'

/** The deputy hears it with its name; a resident in words that say nothing to others who look on. */
export async function tellOfReply(
  tx: Tx,
  { townId, person }: Actor,
  external: ExternalRecord,
  { outcome, publicResult }: { outcome: ExternalOutcome; publicResult: string },
  now: Date,
) {
  const { id, subject, deputy, deputyId, level, externalNo } = external
  const congress = higherCongresses[level]
  const common = { townId, push: 'progress' as const, number: externalNo ?? id.slice(0, 8).toUpperCase() }
  const toDeputy: Telling = {
    ...common,
    recipientId: deputyId,
    recipientKind: 'person',
    text: `您向${congress}提出的《${subject}》有了答复：${externalOutcomes[outcome]}。${publicResult}`,
    page: externalPage(townId, id),
  }
  const residents = (await residentsBehind(tx, townId, external)).map(
    ({ residentId, opinionId, confidential }): Telling => ({
      ...common,
      recipientId: residentId,
      recipientKind: 'resident',
      text: `您反映的事，${deputy}代表向${congress}提出的建议有了答复：${externalOutcomes[outcome]}。${confidential === 1 ? '' : publicResult}`,
      page: opinionPage('resident', townId, opinionId),
      opinionId,
    }),
  )
  await tell(tx, [...(deputyId === person?.id ? [] : [toDeputy]), ...residents], now)
}

/** Each once, whether through their own words or through the town's suggestion that grew out of them. */
async function residentsBehind(tx: Tx, townId: string, { opinionId, suggestionId }: ExternalRecord) {
  const rows = await tx.query<{ residentId: string; opinionId: string; confidential: number | null }[]>(
    `SELECT o.resident_id AS residentId, o.id AS opinionId, s.confidential FROM resident_opinion o
     LEFT JOIN suggestion s ON s.id = o.suggestion_id
     WHERE o.town_id = ? AND (o.id = ? OR o.suggestion_id = ?) ORDER BY o.created_at, o.id`,
    [townId, opinionId ?? '', suggestionId ?? ''],
  )
  return rows.filter((row, index) => rows.findIndex((one) => one.residentId === row.residentId) === index)
}
