import type { InputOf } from '../../../shared/grammar/endpoint'
import type { announceActivity } from '../../../shared/matters/activity/endpoints'
import { activityTable, announcedTells } from '../../../shared/matters/activity/table'
import { fewestNoticeDays } from '../../../shared/matters/activity/words'
import { addDays, beijingDay, type Day, daysBetween } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { Activity } from '../../database/entities/matters/activity'
import { ActivityPerson } from '../../database/entities/matters/activity-person'
import { newId } from '../../database/id'
import { insertMany } from '../../database/insert-many'
import type { Tx } from '../../database/source'
import { atOnce, part, readTogether } from '../../database/together'
import { answerFor, askThem } from '../../engine/asks/take'
import { begin } from '../../engine/begin'
import { person as holderOf } from '../../engine/holders'
import { readKept } from '../../engine/kept'
import { refreshRead } from '../../engine/refresh'
import { tellParties } from '../../engine/tell-parties'
import { ruleSetNow } from '../../features/rules/rule-set'
import type { Actor } from '../../http/actor'
import { groupLedBy, groupsInTown, invitedBy, refuseBackwards } from './invited'
import { inspectionOf } from './inspection-of'
import { kind } from './kind'
import { tellUnit } from './unit-told'
import { type ActivityRecord, readActivity } from './record'

type Input = InputOf<typeof announceActivity>

/** Announces one, and asks everybody whether they come. @returns its id @throws Refusal `bad_input` */
export async function startActivity(tx: Tx, actor: Actor, input: Input, now: Date): Promise<string> {
  const { townId, person } = actor
  const today = beijingDay(now)
  refuseBackwards(input)
  refuseShortNotice(input, today)
  const group = actor.roles.includes('congressOffice') ? null : await groupLedBy(tx, actor)
  const { until = null, capacity = null, shortNoticeReason = null } = input
  const [inspection, , ruleSetId] = await atOnce(tx, () =>
    Promise.all([
      inspectionOf(tx, townId, input),
      refuseSecond(tx, townId, input),
      ruleSetNow(tx, townId, now),
      group === null ? groupsInTown(tx, townId, input) : undefined,
    ]),
  )
  const ids = await invitedBy(tx, townId, input, group?.id ?? null)
  const id = newId()
  const isAhead = input.day >= today
  const { activityKind, title, day, meetAt, place, purpose, openTo } = input
  await tx.insert(Activity, {
    ...{ id, townId, activityKind, title, day, until, meetAt, place, purpose, openTo, capacity },
    ...{ deputyGroupId: group?.id ?? null, shortNoticeReason, report: null },
    answerBy: answerBy(input, today),
    ...inspection,
    ruleSetId,
  })
  await insertMany(
    tx,
    ActivityPerson,
    ids.map((personId, position) => ({
      ...{ activityId: id, personId, position, invited: true },
      ...{ came: null, source: null, notedAt: null, byPersonId: null },
    })),
  )
  const party = group === null ? 'congressOffice' : 'convener'
  const { record, calendar } = await begin(
    tx,
    kind,
    { id, townId },
    { party, personId: person?.id ?? null },
    now,
  )
  // What was held already is written down from paper: nobody is asked whether they come.
  if (!isAhead) return id
  const holders = ids.map(holderOf)
  await askThem(tx, activityTable, record, 'join', { holders }, { calendar, now })
  // A leader who asks the others comes.
  if (group !== null && person !== null)
    await answerFor(tx, record, 'join', holderOf(person.id), {
      ...{ answer: {}, answeredBy: person.id, now },
    })
  const [read, kept] = await atOnce(tx, () => Promise.all([readActivity(tx, townId, id), readKept(tx, id)]))
  const own = read as ActivityRecord
  const { holders: standing } = await refreshRead(tx, kind, own, calendar, now, kept)
  await tellParties(
    tx,
    { tells: announcedTells, pushes: { expected: 'task' } },
    {
      ...{ kind, record: own, holders: standing, action: 'start', asker: actor, now },
      ...{ turn: activityTable.states.planned.waitsFor, words: kind.words(own, now) },
    },
  )
  await tellUnit(kind, tx, own, 'start', now)
  return id
}

/** @throws Refusal `bad_input` */
function refuseShortNotice({ day, shortNoticeReason }: Input, today: Day) {
  const left = daysBetween(today, day)
  if (left >= 0 && left < fewestNoticeDays && shortNoticeReason === undefined)
    throw wrongField(
      'shortNoticeReason',
      `活动一般提前 ${fewestNoticeDays} 天通知，现在只提前 ${left} 天，请写一句为什么。`,
    )
}

function answerBy({ day, answerBy: wanted }: Input, today: Day): Day {
  if (wanted !== undefined) {
    if (wanted > day) throw wrongField('answerBy', '回话的日期在活动以后，请改成活动那天或者以前。')
    if (wanted < today && day >= today) throw wrongField('answerBy', '回话的日期已经过去，请改一下。')
    return wanted
  }
  const before = addDays(day, -1)
  return before < today && day >= today ? today : before
}

/** Two clerks who announce the same. @throws Refusal `bad_input` */
async function refuseSecond(tx: Tx, townId: string, { activityKind, title, day }: Input) {
  const { same } = await readTogether(tx, {
    same: part<{ id: string }>({
      columns: { id: 'v.id' },
      from: `FROM activity v JOIN matter m ON m.id = v.id
        WHERE v.town_id = ? AND v.day = ? AND v.activity_kind = ? AND v.title = ? AND m.state <> 'calledOff'`,
      order: 'v.id',
      parameters: [townId, day, activityKind, title],
    }),
  })
  if (same.length > 0)
    throw wrongField('title', `这一天已经有一次“${title}”，请从列表里打开；不是同一次的，名称写得不一样些。`)
}
