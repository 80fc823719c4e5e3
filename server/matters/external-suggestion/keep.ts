import type {
  addExternalEntry,
  changeExternal,
  rateExternal,
  registerExternal,
} from '../../../shared/matters/external-suggestion/endpoints'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { congressLevels } from '../../../shared/words/words'
import { ExternalSuggestion } from '../../database/entities/matters/external-suggestion'
import { ExternalSuggestionEntry } from '../../database/entities/matters/external-suggestion-entry'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { type ExternalRecord, recordOf } from './queries'
import { openNew } from '../content-check/open'
import { tellDeputyOfReply, tellResidentsOfReply } from './tell-of-reply'

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
    version: 0,
    deputyId,
    congressLevel: level,
    subject,
    submittedOn,
    ...columns(course),
    suggestionId: suggestionId ?? null,
    opinionId: opinionId ?? null,
    outcome: null,
    publicResult: null,
    resultCheckId: null,
    repliedOn: null,
    satisfaction: null,
    createdAt: now,
  })
  return id
}

export async function change(tx: Tx, actor: Actor, id: string, input: InputOf<typeof changeExternal>) {
  const record = await recordOf(tx, actor.townId, id)
  checkDeadline(record.submittedOn, input.form.deadlineOn)
  const course = columns(input.form)
  refuseSame({ ...record, unitName: record.unit }, course)
  await write(tx, actor, record, input.version, course)
}

/** A reply is told to the deputy who carried it, and once it is checked to the residents whose words are behind it. */
export async function addEntry(
  tx: Tx,
  actor: Actor,
  id: string,
  { version, form }: InputOf<typeof addExternalEntry>,
  now: Date,
) {
  const record = await recordOf(tx, actor.townId, id)
  if (form.heldOn > beijingDay(now)) throw wrongField('heldOn', '日期还没有到，请核对。')
  if (form.heldOn < record.submittedOn) throw wrongField('heldOn', '日期要在提出以后，请核对。')
  const { kind, heldOn, note, outcome, publicResult } = form
  const secret = await isConfidential(tx, record)
  const isReply = kind === 'reply' && outcome !== undefined && publicResult !== undefined
  if (isReply) refuseSame(record, { outcome, publicResult, repliedOn: heldOn })
  await write(
    tx,
    actor,
    record,
    version,
    // A new answer is not rated yet.
    isReply
      ? {
          outcome,
          publicResult,
          resultCheckId: secret ? null : await checkResult(tx, actor, record, publicResult, now),
          repliedOn: heldOn,
          satisfaction: null,
        }
      : {},
  )
  await tx.insert(ExternalSuggestionEntry, {
    id: newId(),
    externalSuggestionId: id,
    entryKind: kind,
    heldOn,
    note,
    personId: actor.person?.id ?? '',
    at: now,
  })
  if (!isReply) return
  await tellDeputyOfReply(tx, actor, record, { outcome, publicResult }, now)
  if (secret) await tellResidentsOfReply(tx, actor.townId, id, now)
}

/** Its words reach nobody, so that there is nothing to check: residents hear that there is an answer. */
async function isConfidential(tx: Tx, { suggestionId }: ExternalRecord): Promise<boolean> {
  const found = await tx.query<unknown[]>('SELECT id FROM suggestion WHERE id = ? AND confidential = 1', [
    suggestionId ?? '',
  ])
  return found.length > 0
}

/** Residents read it, so that it is checked like what stands on the board. */
const checkResult = (
  tx: Tx,
  { townId, person }: Actor,
  { id, suggestionId, opinionId }: ExternalRecord,
  text: string,
  now: Date,
) =>
  openNew(
    tx,
    { townId, suggestionId, opinionId, personId: person?.id ?? null, now },
    { kind: 'externalResult', text, placeId: id },
  )

export async function rate(tx: Tx, actor: Actor, id: string, input: InputOf<typeof rateExternal>) {
  const record = await recordOf(tx, actor.townId, id)
  if (record.repliedOn === null)
    throw wrongField('satisfaction', '上级还没有答复，登记答复以后再登记代表是否满意。')
  refuseSame(record, { satisfaction: input.form.satisfaction })
  await write(tx, actor, record, input.version, { satisfaction: input.form.satisfaction })
}

async function write(
  tx: Tx,
  { townId }: Actor,
  { id }: ExternalRecord,
  version: number,
  changed: Partial<ExternalSuggestion>,
) {
  const moved = await tx.update(
    ExternalSuggestion,
    { id, townId, version },
    { ...changed, version: version + 1 },
  )
  if (moved.affected !== 1) throw new Refusal('stale')
}

const columns = (course: InputOf<typeof changeExternal>['form']) => ({
  externalNo: course.externalNo ?? null,
  unitName: course.unitName ?? null,
  deadlineOn: course.deadlineOn ?? null,
})

function checkDeadline(submittedOn: Day, deadlineOn: Day | undefined) {
  if (deadlineOn !== undefined && deadlineOn <= submittedOn) {
    throw wrongField('deadlineOn', '答复期限要在提出日期以后，请核对。')
  }
}

async function sitsInCongress(tx: Tx, townId: string, deputyId: string, level: ExternalRecord['level']) {
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
