import { addDays, beijingDay, daysBetween } from '../../../shared/rules/days'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import { deputyNamed } from '../../../shared/words/messages'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { askThem, forgetAsk, withdrawAsk } from '../../engine/asks/take'
import { unit } from '../../engine/holders'
import { unitsToGive } from '../../features/places/reach'
import type { EffectOf } from './effect-of'
import { keepProgressFiles } from './photos-of-steps'
import type { SuggestionRecord } from './record'
import { clockOfRound, moveDeadline } from './rounds'

/**
 * Stops the clock. The deadline moves at once by the longest time the deputy may take, so that the clock goes on by
 * itself; an earlier answer moves it back by what was not used. A day that was granted meanwhile, or counted anew, is a
 * promise of its own: the answer leaves it alone.
 */
export async function stopClock({ tx, record, asked, calendar }: EffectOf<'askForInformation'>) {
  const { countedTo } = clockOfRound(record)
  if (!asked?.dueOn) throw new Refusal('no_information_wanted')
  const most = daysBetween(asked.askedOn, asked.dueOn)
  await moveDeadline(tx, record, addDays(countedTo, most), calendar, countedTo)
}

export async function startClock({ tx, record, asked, form, calendar, now }: EffectOf<'giveInformation'>) {
  const { countedBefore } = record
  if (asked === undefined) throw new Refusal('no_information_wanted')
  const stood = daysBetween(asked.askedOn, beijingDay(now))
  if (countedBefore !== null) await moveDeadline(tx, record, addDays(countedBefore, stood), calendar)
  return { reason: form.answer }
}

export async function reportProgress(effect: EffectOf<'reportProgress'>) {
  await keepProgressFiles(effect, effect.form.files)
  return { reason: effect.form.note }
}

/** Each is asked for its opinion from now on, and the reply waits for it. */
export async function addCoUnits({ tx, record, form, calendar, now }: EffectOf<'addCoUnits'>) {
  const coUnitIds = [...new Set(form.coUnitIds)]
  const known = coUnitsOf(record)
  if (record.leadUnitId !== null && coUnitIds.includes(record.leadUnitId))
    throw wrongField('coUnitIds', '主办单位不能同时是协办单位。')
  if (coUnitIds.some((id) => known.has(unit(id))))
    throw wrongField('coUnitIds', '有的单位已经是协办单位，请只选要增加的。')
  await unitsToGive(tx, record.townId, coUnitIds, form.nobodyConfirmed === true, record.leadDeputyId)
  // Who was let go once is asked once more.
  await forgetAsk(tx, record, 'coOpinion', coUnitIds.map(unit))
  await askThem(tx, suggestionTable, record, 'coOpinion', { holders: coUnitIds.map(unit) }, { calendar, now })
  return { whose: await namesOfUnits(tx, record.townId, coUnitIds) }
}

export async function releaseCoUnit({ tx, record, form, now }: EffectOf<'releaseCoUnit'>) {
  const { coUnitId, reason } = form
  if (!coUnitsOf(record).has(unit(coUnitId))) throw new Refusal('no_such_co_unit')
  await withdrawAsk(tx, record, 'coOpinion', unit(coUnitId), now)
  return { whose: await namesOfUnits(tx, record.townId, [coUnitId]), reason }
}

const coUnitsOf = ({ asked = [] }: SuggestionRecord) =>
  new Set(
    asked
      .filter(({ ask, endedHow }) => ask === 'coOpinion' && endedHow !== 'withdrawn')
      .map(({ holder }) => holder),
  )

async function namesOfUnits(reader: Reader, townId: string, ids: readonly string[]) {
  const rows = await reader.query<{ name: string }[]>(
    `SELECT name FROM handling_unit WHERE town_id = ? AND id IN (${marks(ids)}) ORDER BY position, id`,
    [townId, ...ids],
  )
  return rows.map(({ name }) => name).join('、')
}

/** Whoever objects, or takes it back, of several deputies. */
export const nameObjector = ({ asker }: EffectOf<'objectToUnit' | 'dropObjection'>) =>
  Promise.resolve(
    'system' in asker || asker.person === null ? {} : { deputy: deputyNamed(asker.person.name) },
  )

export const keepUnit = ({ form }: EffectOf<'keepUnit'>) => Promise.resolve({ reason: form.answer })
