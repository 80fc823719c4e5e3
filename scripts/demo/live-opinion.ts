import type { OpinionAction } from '../../shared/matters/opinion/table'
import { addDays, beijingDay } from '../../shared/rules/days'
import { Account } from '../../server/database/entities/sign-in/account'
import { digestOf } from '../../server/database/digest'
import { newId } from '../../server/database/id'
import { act } from '../../server/engine/act'
import { kind } from '../../server/matters/opinion/kind'
import { sendOpinion } from '../../server/matters/opinion/send'
import type { Actor } from '../../server/http/actor'
import { deputyAt } from './life'
import type { DemoOpinion } from './opinion-list'
import { createPastClock, type Seeding } from './seeding'

/** What one resident said, on its way through the real steps. */
export interface OpinionLife {
  take: (actor: Actor | 'system', action: OpinionAction, form?: Record<string, unknown>) => Promise<void>
  deputy: Actor
  resident: Actor
  id: string
}

/** Writes an opinion and lets it go through the content check and the deputy's first answer. */
export async function sendDemoOpinion(
  seeding: Seeding,
  opinion: DemoOpinion,
  accountId: string,
): Promise<OpinionLife> {
  const { database, townId } = seeding
  const deputy = await seeding.actorOf(deputyAt(opinion.deputy))
  if (opinion.away !== true) await bindOf(seeding, deputy)
  const clock = createPastClock(seeding, opinion.daysAgo)
  const [known] = await database.reader.query<{ id: string }[]>(
    'SELECT id FROM resident WHERE town_id = ? AND account_id = ?',
    [townId, accountId],
  )
  const asSender: Actor = {
    accountId,
    townId,
    person: null,
    residentId: known?.id ?? null,
    roles: ['resident'],
    unitIds: [],
    groupId: null,
  }
  const part = await partOf(seeding, opinion)
  const { id, residentId } = await database.transaction((tx) =>
    sendOpinion(
      tx,
      asSender,
      {
        deputyId: deputy.person?.id ?? '',
        kind: opinion.kind,
        text: opinion.text,
        forWhom: 'self',
        name: opinion.resident,
        villageId: seeding.villageId(opinion.village),
        ...part,
        ...callOf(opinion, clock.next()),
      },
      clock.next(),
    ),
  )
  const resident = { ...asSender, residentId }
  const take: OpinionLife['take'] = async (actor, action, form = {}) => {
    const now = clock.next()
    await database.transaction(async (tx) => {
      const [row] = await tx.query<{ version: number }[]>('SELECT version FROM matter WHERE id = ?', [id])
      const asker = actor === 'system' ? ({ townId, system: true } as const) : actor
      await act(tx, kind, asker, id, action, { version: row?.version ?? -1, form }, now)
    })
  }
  await take('system', opinion.held ? 'hold' : 'pass')
  if (opinion.answer) {
    clock.later(1)
    await take(deputy, 'answer', { text: opinion.answer })
    await take('system', opinion.answerHeld ? 'holdWords' : 'showAnswer')
  }
  return { id, take: laterBy(clock, take), deputy, resident }
}

async function partOf({ database, villageId }: Seeding, { village, part }: DemoOpinion) {
  if (part === undefined) return {}
  const [first] = await database.reader.query<{ id: string }[]>(
    'SELECT id FROM area WHERE village_id = ? AND area_kind = ? ORDER BY position, id LIMIT 1',
    [villageId(village), part],
  )
  return first ? { areaId: first.id } : {}
}

/** A number that nobody has. */
const callOf = ({ call }: DemoOpinion, now: Date) => {
  if (call === undefined) return {}
  const { withinDays, ...wish } = call
  return { phone: '13800009958', call: { ...wish, on: addDays(beijingDay(now), withinDays) } }
}

/** What follows happens at the end of the matter, which is now as far as the opinion's own clock is concerned. */
function laterBy(clock: { later: (days: number) => void }, take: OpinionLife['take']): OpinionLife['take'] {
  return async (...step) => {
    clock.later(2)
    await take(...step)
  }
}

/** Whoever answers residents has come into WeChat. */
async function bindOf(seeding: Seeding, { person }: Actor) {
  const id = person?.id ?? ''
  const unbound = 'SELECT id FROM person WHERE id = ? AND account_id IS NULL'
  if ((await seeding.database.reader.query<unknown[]>(unbound, [id])).length === 0) return
  const accountId = await addAccount(seeding, `oDemoDeputy-${id}`)
  await seeding.database.transaction((tx) =>
    tx.query('UPDATE person SET account_id = ? WHERE id = ?', [accountId, id]),
  )
}

/** A WeChat user of the demo; the personas' are known to the simulator, the others only have a place to be written to. */
export async function addAccount(seeding: Seeding, openid: string): Promise<string> {
  const id = newId()
  await seeding.database.transaction(async (tx) => {
    await tx.insert(Account, { id, openid, openidDigest: digestOf(openid), createdAt: seeding.now })
  })
  return id
}
