import { suggestionTable } from '../../../shared/matters/suggestion/table'
import { type Day } from '../../../shared/rules/days'
import { standsAlready } from '../../../shared/grammar/nothing-changed'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { rulesOf } from '../../../shared/rules/rules'
import { outcomes } from '../../../shared/words/words'
import { Reply } from '../../database/entities/suggestion/reply'
import { SuggestionRound } from '../../database/entities/suggestion/suggestion-round'
import { newId } from '../../database/id'
import { atOnce, part, readTogether } from '../../database/together'
import { askThem, withdrawAsk } from '../../engine/asks/take'
import { unit } from '../../engine/holders'
import { photosPart } from '../../features/photos/queries'
import { unitsToGive } from '../../features/places/reach'
import type { EffectOf } from './effect-of'
import { keepFormer } from './effects-of-silence'
import { endCommitment, keepPromise, longPromise } from './effects-of-promises'
import { hasSamePhotos, keepReplyPhotos, photosOfForm, type ShownByReply, shownIn } from './photos-of-steps'
import { checkReplied } from './public-words'
import { personIdOf } from '../../engine/begin'
import { refuseCopied } from './refuse-copied'
import { replyColumns, type ReplySays, saidIn } from './reply-says'
import { ofRound, openRound } from './rounds'
import { separate } from './separate'
import { bySomebodyElse, signedByHead } from './signed-by-head'

/** Hand-over opens round 1 and starts its clock (代表法 art. 51), from the day on which it was handed over. */
export async function assign(effect: EffectOf<'assign'>) {
  const { tx, record, form, calendar, now, at } = effect
  const coUnitIds = [...new Set(form.coUnitIds ?? [])]
  const separateUnitIds = [...new Set(form.separateUnitIds ?? [])]
  checkUnits(form.leadUnitId, coUnitIds, separateUnitIds)
  const all = [form.leadUnitId, ...coUnitIds, ...separateUnitIds]
  await unitsToGive(tx, record.townId, all, form.nobodyConfirmed === true, record.leadDeputyId)
  await askThem(
    tx,
    suggestionTable,
    record,
    'coOpinion',
    { holders: coUnitIds.map(unit) },
    { calendar, now: at },
  )
  const round = {
    leadUnitId: form.leadUnitId,
    months: rulesOf(record).replyMonths,
    instructions: form.instructions,
  }
  await openRound(tx, record, round, { calendar, now: at })
  for (const [index, leadUnitId] of separateUnitIds.entries()) {
    const copy = await separate(tx, record, index + 2, personIdOf(effect.asker), now)
    const { instructions, handedOverOn, nobodyConfirmed } = form
    const handOver = { leadUnitId, instructions, handedOverOn, nobodyConfirmed }
    await effect.take({ id: copy, action: 'assign', form: handOver })
  }
}

function checkUnits(lead: string, coUnits: readonly string[], separate: readonly string[]) {
  if (coUnits.includes(lead)) throw wrongField('coUnitIds', '主办单位不能同时是协办单位。')
  if (separate.includes(lead)) throw wrongField('separateUnitIds', '这个单位已经选在上面了，请选别的单位。')
  if (coUnits.length > 0 && separate.length > 0) {
    throw wrongField('separateUnitIds', '分办不分主办、协办。请只选协办单位，或只选分办单位。')
  }
}

/** A "not satisfied" opens the next round with the same unit and a new clock of its own. */
export async function reHandle({ tx, record, form, calendar, now }: EffectOf<'reHandle'>) {
  if (record.leadUnitId === null) throw new Refusal('wrong_state')
  const round = {
    leadUnitId: record.leadUnitId,
    months: rulesOf(record).rehandleMonths,
    instructions: form.instructions,
  }
  await endCommitment(tx, record, 'rehandled', now)
  await openRound(tx, record, round, { calendar, now })
  return { reason: form.instructions }
}

/** Whoever has failed need not be asked again: the next round is another unit's, with the clock of a round. */
export async function reHandleElsewhere({ tx, record, form, calendar, now }: EffectOf<'reHandleElsewhere'>) {
  const { leadUnitId, reason, instructions, nobodyConfirmed } = form
  if (leadUnitId === record.leadUnitId)
    throw wrongField('leadUnitId', '还是原来的单位。请选另一个单位，或者点“责成重新办理”。')
  await unitsToGive(tx, record.townId, [leadUnitId], nobodyConfirmed === true, record.leadDeputyId)
  await keepFormer(tx, record, leadUnitId, reason, now)
  if (record.commitmentDueOn !== null) await endCommitment(tx, record, 'rehandled', now)
  await openRound(
    tx,
    record,
    { leadUnitId, months: rulesOf(record).rehandleMonths, instructions },
    { calendar, now },
  )
  await withdrawAsk(tx, record, 'coOpinion', unit(leadUnitId), now)
  return { reason }
}

export async function receive({ tx, record, form, now }: EffectOf<'receive'>) {
  await tx.update(SuggestionRound, ofRound(record), { ...form, receivedAt: now })
}

export async function reply(effect: EffectOf<'reply'>) {
  const { tx, record, asker, form, now } = effect
  bySomebodyElse(record, asker)
  const [, photos, copied] = await atOnce(tx, () =>
    Promise.all([signedByHead(tx, record, form.signer), photosOfForm(effect), refuseCopied(effect)]),
  )
  const { ofPhotos, promiseCheckId, ...checks } = await checkReply(effect, photos)
  await keepPromise(effect, promiseCheckId)
  await tx.insert(Reply, {
    id: newId(),
    ...ofRound(record),
    ...whatReplySays(form),
    ...checks,
    version: 1,
    personId: personIdOf(asker) ?? '',
    at: now,
  })
  await keepReplyPhotos(effect, 1, photos, ofPhotos)
  return { outcome: outcomes[form.outcome], result: form.publicResult, ...whySo(copied, longPromise(effect)) }
}

/** Each of what a reply gives a reason for. */
function whySo(copied: { reason?: string }, long: { latest?: string; reason?: string }) {
  const reason = [copied.reason, long.reason].filter(Boolean).join('　')
  return { ...long, ...(reason === '' ? {} : { reason }) }
}

/** What everyone reads of a reply: its result, what to see, and what it promises; and the photos and open files that are new in it. */
async function checkReply(effect: EffectOf<'reply' | 'correctReply'>, { toCheck }: ShownByReply) {
  const { publicResult, toSee } = whatReplySays(effect.form)
  const { promise } = effect.form
  const words = [
    { kind: 'result', text: publicResult } as const,
    ...(toSee === null ? [] : [{ kind: 'toSee', text: toSee } as const]),
    ...(promise === undefined ? [] : [{ kind: 'promise', text: promise } as const]),
  ]
  const { ofWords, ofPhotos } = await checkReplied(effect, words, toCheck)
  const checkOf = (kind: (typeof words)[number]['kind']) =>
    ofWords[words.findIndex((one) => one.kind === kind)] ?? null
  return {
    resultCheckId: checkOf('result'),
    toSeeCheckId: checkOf('toSee'),
    promiseCheckId: checkOf('promise'),
    ofPhotos,
  }
}

const keptOfReply = [
  'suggestion_id',
  'round_no',
  'version',
  ...Object.values(replyColumns),
  'person_id',
  'at',
].join(', ')

/** The reply as it stood goes to its versions; the first day of the reply stays the day it was given. */
export async function correctReply(effect: EffectOf<'correctReply'>) {
  const { tx, record, asker, form } = effect
  bySomebodyElse(record, asker)
  const [{ stands }, photos, copied] = await atOnce(tx, () => {
    const same = refuseSameReply(effect)
    return Promise.all([
      same,
      photosOfForm(
        effect,
        same.then(({ shown }) => shown),
      ),
      refuseCopied(effect),
    ])
  })
  const round = [record.id, record.currentRound]
  await tx.query(
    `INSERT INTO reply_version (${keptOfReply}) SELECT ${keptOfReply}
     FROM reply WHERE suggestion_id = ? AND round_no = ?`,
    round,
  )
  const { ofPhotos, promiseCheckId, ...checks } = await checkReply(effect, photos)
  await keepPromise(effect, promiseCheckId)
  const version = Number(stands.version) + 1
  await tx.update(Reply, ofRound(record), {
    ...whatReplySays(form),
    version,
    ...checks,
    personId: personIdOf(asker) ?? '',
  })
  await keepReplyPhotos(effect, version, photos, ofPhotos)
  return { outcome: outcomes[form.outcome], result: form.publicResult, ...whySo(copied, longPromise(effect)) }
}

/**
 * Whoever saves what stands there already has corrected nothing: nobody is asked to rate it anew.
 * @returns the reply as it stands, with its photos
 */
async function refuseSameReply({ tx, record, asker, form }: EffectOf<'correctReply'>) {
  const { id, currentRound } = record
  const [{ replies, promises, photos }] = await atOnce(tx, () =>
    Promise.all([
      readTogether(tx, {
        replies: replyPart(id, currentRound),
        promises: openPromise(id),
        photos: photosPart(id),
      }),
      signedByHead(tx, record, form.signer),
    ]),
  )
  const [stands] = replies
  if (stands === undefined) throw new Error(`suggestion ${id} has no reply of round ${currentRound}`)
  const shown = shownIn(photos, { record }, Number(stands.version))
  const [promised] = promises
  const samePromise = promised?.promise === form.promise && promised?.dueOn === form.promiseDueOn
  const isSame = standsAlready(stands, whatReplySays(form)) && samePromise && hasSamePhotos(form, shown)
  if (isSame && !('system' in asker)) throw new Refusal('nothing_changed')
  return { stands, shown }
}

const replyPart = (id: string, roundNo: number) =>
  part<ReplySays & { version: number }>({
    columns: {
      version: 'a.version',
      ...saidIn('a'),
    },
    from: 'FROM reply a WHERE a.suggestion_id = ? AND a.round_no = ?',
    order: 'a.id',
    parameters: [id, roundNo],
  })

const openPromise = (id: string) =>
  part<{ promise: string; dueOn: Day }>({
    columns: { promise: 'c.promise', dueOn: 'c.due_on' },
    from: 'FROM commitment c WHERE c.suggestion_id = ? AND c.ended_at IS NULL',
    order: 'c.id',
    parameters: [id],
  })

const whatReplySays = (form: EffectOf<'reply'>['form']): ReplySays => ({
  outcome: form.outcome,
  documentNo: form.documentNo,
  text: form.text,
  publicResult: form.publicResult,
  signer: form.signer,
  ground: form.ground ?? null,
  toSee: (form.outcome === 'solved' ? form.toSee : undefined) ?? null,
  fundsYuan: form.fundsYuan ?? null,
  lengthMetres: form.lengthMetres ?? null,
  beneficiaries: form.beneficiaries ?? null,
  personTimes: form.personTimes ?? null,
  vehicleTrips: form.vehicleTrips ?? null,
})
