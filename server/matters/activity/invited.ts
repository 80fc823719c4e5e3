import type { InputOf } from '../../../shared/grammar/endpoint'
import type { announceActivity } from '../../../shared/matters/activity/endpoints'
import type { Day } from '../../../shared/rules/days'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { isDeputy, isTownshipDeputy } from '../../database/in-office'
import { marks } from '../../database/sql'
import type { Reader, Tx } from '../../database/source'
import { part, readTogether } from '../../database/together'
import type { Actor } from '../../http/actor'

type Input = InputOf<typeof announceActivity>

const ofOwnGroup = '组长请本组的代表；要请别组的，请告诉镇人大办。'

/** @throws Refusal `bad_input` */
export function refuseBackwards({ day, until }: { day: Day; until?: Day | null | undefined }) {
  if (until && until < day) throw wrongField('until', '结束的日期在开始以前，请改一下。')
}

/** The group that somebody leads. @throws Refusal `not_allowed` where they lead none */
export async function groupLedBy(reader: Reader, actor: Actor) {
  const group = await ownGroup(reader, actor)
  if (group === null) throw new Refusal('not_allowed')
  return group
}

export async function ownGroup(reader: Reader, { townId, person }: Pick<Actor, 'townId' | 'person'>) {
  const [led] = await reader.query<{ id: string; name: string }[]>(
    `SELECT g.id, g.name FROM person p JOIN deputy_group g ON g.id = p.deputy_group_id
     WHERE p.town_id = ? AND p.id = ? AND p.group_leader = 1 AND g.ended_on IS NULL AND ${isTownshipDeputy('p.id')}`,
    [townId, person?.id ?? ''],
  )
  return led === undefined ? null : { id: led.id, name: led.name }
}

/** Everybody who is asked, in the order of the register. @throws Refusal `bad_input` */
export async function invitedBy(
  tx: Tx,
  townId: string,
  input: Input,
  ledId: string | null,
): Promise<string[]> {
  const { openTo, groupIds, deputyIds } = input
  if (openTo === 'named') {
    if (deputyIds === undefined) throw wrongField('deputyIds', '请选择请哪些代表。')
    return deputiesToCome(tx, townId, deputyIds, 'deputyIds', ledId ?? undefined)
  }
  if (openTo === 'all' && ledId !== null)
    throw wrongField('openTo', '组长请本组的代表，请选“几个小组的代表”；要请全体的，请告诉镇人大办。')
  if (openTo === 'groups' && ledId === null && groupIds === undefined)
    throw wrongField('groupIds', '请选择请哪些小组。')
  const groups = ledId === null ? (groupIds ?? []) : [ledId]
  if (ledId !== null && groupIds?.some((id) => id !== ledId)) throw wrongField('groupIds', ofOwnGroup)
  const found = await tx.query<{ id: string }[]>(
    openTo === 'all'
      ? `SELECT p.id FROM person p WHERE p.town_id = ? AND ${isTownshipDeputy('p.id')} ORDER BY p.position, p.id`
      : `SELECT p.id FROM person p JOIN deputy_group g ON g.id = p.deputy_group_id AND g.ended_on IS NULL
         WHERE p.town_id = ? AND g.town_id = p.town_id AND g.id IN (${marks(groups)}) AND ${isDeputy('p.id')}
         ORDER BY p.position, p.id`,
    openTo === 'all' ? [townId] : [townId, ...groups],
  )
  if (found.length === 0) throw wrongField('openTo', '这样选一位代表也没有，请换一种选法。')
  return found.map(({ id }) => id)
}

/** That the groups that the office asks are there. @throws Refusal `bad_input` */
export async function groupsInTown(reader: Reader, townId: string, { openTo, groupIds: ids = [] }: Input) {
  if (openTo !== 'groups' || ids.length === 0) return
  const { found } = await readTogether(reader, {
    found: part<{ id: string }>({
      columns: { id: 'g.id' },
      from: `FROM deputy_group g WHERE g.town_id = ? AND g.ended_on IS NULL AND g.id IN (${marks(ids)})`,
      order: 'g.id',
      parameters: [townId, ...ids],
    }),
  })
  if (found.length !== new Set(ids).size) throw wrongField('groupIds', '没有这个小组，请重新选择。')
}

/** Deputies in office of whatever level, in the order of the register. @throws Refusal `bad_input` */
export async function deputiesToCome(
  tx: Tx,
  townId: string,
  ids: readonly string[],
  field: string,
  groupId?: string,
): Promise<string[]> {
  if (ids.length === 0) return []
  const found = await tx.query<{ id: string; groupId: string | null }[]>(
    `SELECT p.id, p.deputy_group_id AS groupId FROM person p
     WHERE p.town_id = ? AND p.id IN (${marks(ids)}) AND ${isDeputy('p.id')} ORDER BY p.position, p.id`,
    [townId, ...ids],
  )
  if (found.length !== new Set(ids).size) throw wrongField(field, '名单里有人不是本镇现任代表，请重新选择。')
  if (groupId !== undefined && found.some((one) => one.groupId !== groupId))
    throw wrongField(field, ofOwnGroup)
  return found.map(({ id }) => id)
}
