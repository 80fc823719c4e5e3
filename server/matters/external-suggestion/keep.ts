import type { registerExternal } from '../../../shared/matters/external-suggestion/endpoints'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { beijingDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { congressLevels, type HigherLevel } from '../../../shared/words/words'
import { ExternalSuggestion } from '../../database/entities/matters/external-suggestion'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import type { Actor } from '../../http/actor'
import { checkDeadline, columnsOf } from './effects'
import { kind } from './kind'

/** @returns its id. @throws Refusal `bad_input` where it names what does not stand in the register of the town */
export async function register(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof registerExternal>,
  now: Date,
): Promise<string> {
  const { townId } = actor
  const { deputyId, level, subject, submittedOn, suggestionId, opinionId, ...course } = input
  await sitsInCongress(tx, townId, deputyId, level)
  if (submittedOn > beijingDay(now)) throw wrongField('submittedOn', '提出日期还没有到，请提出以后再登记。')
  checkDeadline(submittedOn, course.deadlineOn)
  if (suggestionId !== undefined) await wasReferred(tx, townId, suggestionId)
  if (opinionId !== undefined) await isOpinionOfTown(tx, townId, opinionId)
  const id = newId()
  await tx.insert(ExternalSuggestion, {
    id,
    townId,
    deputyId,
    congressLevel: level,
    subject,
    submittedOn,
    ...columnsOf(course),
    suggestionId: suggestionId ?? null,
    opinionId: opinionId ?? null,
    outcome: null,
    publicResult: null,
    resultCheckId: null,
    repliedOn: null,
    satisfaction: null,
    createdAt: now,
  })
  const personId = actor.person?.id ?? null
  await begin(tx, kind, { id, townId }, { party: 'congressOffice', personId }, now)
  return id
}

async function sitsInCongress(tx: Tx, townId: string, deputyId: string, level: HigherLevel) {
  const found = await tx.query<unknown[]>(
    `SELECT id FROM mandate
     WHERE town_id = ? AND person_id = ? AND congress_level = ? AND ended_on IS NULL`,
    [townId, deputyId, level],
  )
  if (found.length === 0) {
    throw wrongField('deputyId', `这位不是本镇选出的现任${congressLevels[level]}，请重新选择代表或级别。`)
  }
}

async function wasReferred(tx: Tx, townId: string, suggestionId: string) {
  const found = await tx.query<unknown[]>(
    `SELECT s.id FROM suggestion s JOIN upward_referral w ON w.suggestion_id = s.id
     WHERE s.town_id = ? AND s.id = ?`,
    [townId, suggestionId],
  )
  if (found.length === 0) throw wrongField('suggestionId', '这件建议没有向上反映过，请重新选择，或不选。')
}

async function isOpinionOfTown(tx: Tx, townId: string, opinionId: string) {
  const found = await tx.query<unknown[]>('SELECT id FROM resident_opinion WHERE town_id = ? AND id = ?', [
    townId,
    opinionId,
  ])
  if (found.length === 0) throw wrongField('opinionId', '没有这条群众留言，请重新选择，或不选。')
}
