import { IsNull, Not } from 'typeorm'
import {
  type AppealAnswer,
  appealAnswers,
  disqualificationSentence,
  levelOf,
} from '../../../shared/matters/award-standing/standing'
import { Refusal } from '../../../shared/words/refusals'
import { AwardDisqualification } from '../../database/entities/matters/award-disqualification'
import { DisqualifyingItem } from '../../database/entities/matters/disqualifying-item'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'
import type { Actor } from '../../http/actor'
import { readUnits } from '../../features/people/queries'
import { isInForce, readDisqualifications } from './disqualifications'
import { countOf, readItems } from './items'
import { periodOf } from './queries'
import { tellStanding } from './tell-standing'

/**
 * The presidium decides; the clock only asks it to, because a decision about people needs a body that answers for it.
 * What counted that day is kept as it stood. @throws Refusal `not_found`, `standing_within_limit`, `standing_recorded`
 */
export async function disqualifyUnit(
  tx: Tx,
  actor: Actor,
  unitId: string,
  { year: asked, decision }: { year: string | undefined; decision: string },
  now: Date,
) {
  const { townId } = actor
  const unit = await unitNamed(tx, townId, unitId)
  const { year, from, to } = await periodOf(tx, townId, asked, now)
  const items = (await readItems(tx, townId, { year, from, to })).filter(
    (item) => item.unitId === unitId && item.standing === 'counted',
  )
  if (levelOf(countOf(items)) !== 'over') throw new Refusal('standing_within_limit')
  const before = (await readDisqualifications(tx, townId, year)).filter((one) => one.unitId === unitId)
  if (before.some(isInForce)) throw new Refusal('standing_recorded')

  const id = newId()
  await insertOnce(tx, {
    id,
    townId,
    handlingUnitId: unitId,
    year,
    no: before.length + 1,
    fromOn: from,
    toOn: to,
    decision,
    decidedById: actor.person?.id ?? null,
    decidedAt: now,
    appeal: null,
    appealedAt: null,
    appealVerdict: null,
    appealAnswer: null,
    answeredAt: null,
  })
  await tx.insert(
    DisqualifyingItem,
    items.map((item) => ({
      awardDisqualificationId: id,
      suggestionId: item.id,
      suggestionNo: item.no,
      subject: item.subject,
      ratedOn: item.ratedOn,
    })),
  )
  const told = `${items.length} 件建议代表不认可结果，主席团决定：${disqualificationSentence}`
  await tellStanding(
    tx,
    {
      townId,
      unitId,
      year,
      toUnit: `本单位有 ${told}有不同意见，可以提出一次申诉。`,
      toOffice: `${unit}有 ${told}`,
      toPresidium: `${unit}有 ${told}`,
    },
    now,
    actor.person?.id,
  )
}

async function insertOnce(tx: Tx, row: AwardDisqualification) {
  try {
    await tx.insert(AwardDisqualification, row)
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('standing_recorded') : error
  }
}

/** @throws Refusal `not_found` where it is not about the asking person's unit, `appeal_sent` */
export async function appeal(tx: Tx, actor: Actor, id: string, note: string, now: Date) {
  const about = await keptOf(tx, actor.townId, id)
  if (!actor.unitIds.includes(about.unitId)) throw new Refusal('not_found')
  const written = await tx.update(
    AwardDisqualification,
    { id, appealedAt: IsNull() },
    { appeal: note, appealedAt: now },
  )
  if (written.affected !== 1) throw new Refusal('appeal_sent')
  const sentence = `${about.unit}对取消 ${about.year} 年评先资格提出申诉：${note}`
  await tellStanding(
    tx,
    { ...about, townId: actor.townId, toPresidium: sentence, toOffice: sentence, task: 'presidium' },
    now,
  )
}

/** @throws Refusal `not_found`, `no_open_appeal` */
export async function answerAppeal(
  tx: Tx,
  actor: Actor,
  id: string,
  { verdict, text }: { verdict: AppealAnswer; text: string },
  now: Date,
) {
  const about = await keptOf(tx, actor.townId, id)
  const written = await tx.update(
    AwardDisqualification,
    { id, appealedAt: Not(IsNull()), answeredAt: IsNull() },
    { appealVerdict: verdict, appealAnswer: text, answeredAt: now },
  )
  if (written.affected !== 1) throw new Refusal('no_open_appeal')
  const sentence = `申诉，主席团答复：${appealAnswers[verdict]}。${text}`
  await tellStanding(
    tx,
    {
      ...about,
      townId: actor.townId,
      toUnit: `对本单位的${sentence}`,
      toOffice: `对${about.unit}的${sentence}`,
    },
    now,
  )
}

async function keptOf(tx: Tx, townId: string, id: string) {
  const [kept] = await tx.query<{ unitId: string; unit: string; year: number }[]>(
    `SELECT d.handling_unit_id AS unitId, u.name AS unit, d.year FROM award_disqualification d
     JOIN handling_unit u ON u.id = d.handling_unit_id WHERE d.town_id = ? AND d.id = ?`,
    [townId, id],
  )
  if (!kept) throw new Refusal('not_found')
  return kept
}

async function unitNamed(tx: Tx, townId: string, unitId: string): Promise<string> {
  const unit = (await readUnits(tx, townId)).find(({ id }) => id === unitId)
  if (!unit) throw new Refusal('not_found')
  return unit.name
}
