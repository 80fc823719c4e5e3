import { beijingDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { ActivityPlan } from '../../database/entities/matters/activity-plan'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'
import { begin } from '../../engine/begin'
import type { Actor } from '../../http/actor'
import { kind } from './kind'

/** Begins the plan of this year or of the next. @returns its id @throws Refusal `bad_input` */
export async function startPlan(tx: Tx, { townId, person, roles }: Actor, year: number, now: Date) {
  const thisYear = Number(beijingDay(now).slice(0, 4))
  if (year !== thisYear && year !== thisYear + 1)
    throw wrongField('year', `只能排今年（${thisYear}）和明年（${thisYear + 1}）的。`)
  const id = newId()
  try {
    await tx.insert(ActivityPlan, { id, townId, year, decidedHow: null })
  } catch (error) {
    if (isDuplicate(error)) throw wrongField('year', '这一年已经有计划了，请打开它。')
    throw error
  }
  const party = roles.includes('congressOffice') ? 'congressOffice' : 'presidium'
  await begin(tx, kind, { id, townId }, { party, personId: person?.id ?? null }, now)
  return id
}
