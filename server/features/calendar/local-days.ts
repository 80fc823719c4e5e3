import type { Calendar } from '../../../shared/rules/calendar'
import type { DayKind } from '../../../shared/rules/festivals'
import { beijingDay, type Day, spokenDate } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { LocalDay } from '../../database/entities/rules/local-day'
import type { Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { recordSetting } from '../../engine/settings'
import { writeAudit } from '../../engine/write-audit'
import { dayKinds } from '../../../shared/api/calendar'
import { readCalendar } from '../../engine/read-calendar'
import { recalculate } from './recalculate'

/** The town closes, or works, on a day of its own; running rounds are counted again. */
export async function addLocalDay(
  tx: Tx,
  actor: Actor,
  { day, kind, reason }: { day: Day; kind: DayKind; reason: string },
  now: Date,
) {
  const before = await readCalendar(tx, actor.townId)
  if (before.isWorkingDay(day) === (kind === 'workday')) {
    throw wrongField('day', `这一天本来就${dayKinds[kind]}，不用另外设。`)
  }
  // A day that the town had set the other way round is set anew.
  await tx.delete(LocalDay, { townId: actor.townId, day })
  await tx.insert(LocalDay, { townId: actor.townId, day, kind, reason })
  await settle(tx, actor, before, { day, from: null, to: dayKinds[kind], reason }, now)
}

export async function removeLocalDay(
  tx: Tx,
  actor: Actor,
  { day, reason }: { day: Day; reason: string },
  now: Date,
) {
  const before = await readCalendar(tx, actor.townId)
  const [known] = await tx.query<{ kind: DayKind }[]>(
    'SELECT kind FROM local_day WHERE town_id = ? AND day = ?',
    [actor.townId, day],
  )
  if (!known) throw wrongField('day', '没有设过这一天，请刷新后再看。')
  await tx.delete(LocalDay, { townId: actor.townId, day })
  await settle(tx, actor, before, { day, from: dayKinds[known.kind], to: null, reason }, now)
}

async function settle(
  tx: Tx,
  actor: Actor,
  before: Calendar,
  change: { day: Day; from: string | null; to: string | null; reason: string },
  now: Date,
) {
  const { townId, person } = actor
  const spoken = spokenDate(change.day, beijingDay(now))
  const after = await readCalendar(tx, townId)
  const why = change.to === null ? `镇里取消了 ${spoken}的${change.from}` : `镇里 ${spoken}${change.to}`
  const moved = await recalculate(tx, townId, { before, after }, `${why}（${change.reason}）`, now)
  const label = `本地日子 ${spoken}`
  const { from, to, reason } = change
  await recordSetting(
    tx,
    actor,
    'calendar',
    { changes: [{ label, from, to: to ?? '取消' }], why: reason },
    now,
  )
  await writeAudit(
    tx,
    {
      townId,
      personId: person?.id ?? null,
      what: label,
      fromValue: from,
      toValue: `${to ?? '取消'}；${moved} 件建议的期限变了`,
      reason,
    },
    now,
  )
}
