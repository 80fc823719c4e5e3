import { externalPage, opinionPage } from '../../../shared/words/pages'
import { type ExternalOutcome, externalOutcomes, higherCongresses } from '../../../shared/words/words'
import type { Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { tell, type Telling } from '../../engine/tell'
import type { ExternalRecord } from './queries'

/** The deputy hears it at once, with its name. */
export async function tellDeputyOfReply(
  tx: Tx,
  { townId, person }: Actor,
  external: Pick<ExternalRecord, 'id' | 'subject' | 'deputyId' | 'level' | 'externalNo'>,
  { outcome, publicResult }: { outcome: ExternalOutcome; publicResult: string },
  now: Date,
) {
  const { id, subject, deputyId, level, externalNo } = external
  const congress = higherCongresses[level]
  const common = { townId, push: 'progress' as const, number: externalNo ?? id.slice(0, 8).toUpperCase() }
  const toDeputy: Telling = {
    ...common,
    recipientId: deputyId,
    recipientKind: 'person',
    text: `您向${congress}提出的《${subject}》有了答复：${externalOutcomes[outcome]}。${publicResult}`,
    page: externalPage(townId, id),
  }
  if (deputyId !== person?.id) await tell(tx, [toDeputy], now)
}

/** A resident reads it once it is found in order, in words that say nothing to others who look on. */
export async function tellResidentsOfReply(tx: Tx, townId: string, id: string, now: Date) {
  const [reply] = await tx.query<Reply[]>(
    `SELECT x.id, p.name AS deputy, x.congress_level AS level, x.external_no AS externalNo, x.outcome,
       x.public_result AS publicResult, x.opinion_id AS opinionId, x.suggestion_id AS suggestionId
     FROM external_suggestion x JOIN person p ON p.id = x.deputy_id WHERE x.town_id = ? AND x.id = ?`,
    [townId, id],
  )
  if (reply?.outcome === undefined || reply.outcome === null) return
  const { deputy, level, outcome, publicResult } = reply
  const number = reply.externalNo ?? id.slice(0, 8).toUpperCase()
  const said = `您反映的事，${deputy}代表向${higherCongresses[level]}提出的建议有了答复：${externalOutcomes[outcome]}。`
  const residents = (await toldResidents(tx, townId, reply)).map(
    ({ residentId, opinionId, confidential }): Telling => ({
      townId,
      push: 'progress',
      number,
      recipientId: residentId,
      recipientKind: 'resident',
      text: `${said}${confidential === 1 ? '' : publicResult}`,
      page: opinionPage('resident', townId, opinionId),
      opinionId,
    }),
  )
  await tell(tx, residents, now)
}
type Reply = Pick<ExternalRecord, 'id' | 'deputy' | 'level' | 'externalNo' | 'opinionId' | 'suggestionId'> & {
  outcome: ExternalOutcome | null
  publicResult: string
}

/** Each once, whether through their own words or through the town's suggestion that grew out of them. */
async function toldResidents(
  tx: Tx,
  townId: string,
  { opinionId, suggestionId }: Pick<ExternalRecord, 'opinionId' | 'suggestionId'>,
) {
  const rows = await tx.query<{ residentId: string; opinionId: string; confidential: number | null }[]>(
    `SELECT o.resident_id AS residentId, o.id AS opinionId, s.confidential FROM resident_opinion o
     LEFT JOIN suggestion s ON s.id = o.suggestion_id
     WHERE o.town_id = ? AND (o.id = ? OR o.suggestion_id = ?) ORDER BY o.created_at, o.id`,
    [townId, opinionId ?? '', suggestionId ?? ''],
  )
  return rows.filter((row, index) => rows.findIndex((one) => one.residentId === row.residentId) === index)
}
