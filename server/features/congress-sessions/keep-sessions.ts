import {
  type CongressSessionDays,
  contradictionAmong,
  spokenSession,
} from '../../../shared/registers/congress-sessions'
import type { Day } from '../../../shared/rules/days'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { CongressSession } from '../../database/entities/suggestion/congress-session'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { writeAudit } from '../../engine/write-audit'
import { readSessions } from './queries'

/** @throws Refusal `bad_input` where it contradicts the sessions that are there */
export async function registerSession(tx: Tx, actor: Actor, session: CongressSessionDays, now: Date) {
  const others = await readSessions(tx, actor.townId)
  checkAmong(others, session)
  await tx.insert(CongressSession, { id: newId(), townId: actor.townId, ...session })
  await audit(tx, actor, { session, before: null }, now)
}

/** Corrects its days. Numbers that were given stay: they are on paper. @throws Refusal `not_found`, `bad_input` */
export async function changeSession(
  tx: Tx,
  actor: Actor,
  id: string,
  days: { openedOn: Day; closedOn: Day | null },
  now: Date,
) {
  const all = await readSessions(tx, actor.townId)
  const before = all.find((one) => one.id === id)
  if (!before) throw new Refusal('not_found')
  refuseSame(before, days)
  const session = { termNo: before.termNo, sessionNo: before.sessionNo, ...days }
  checkAmong(
    all.filter((one) => one !== before),
    session,
  )
  await tx.update(CongressSession, { id, townId: actor.townId }, days)
  await audit(tx, actor, { session, before }, now)
}

function checkAmong(others: readonly CongressSessionDays[], session: CongressSessionDays) {
  const contradiction = contradictionAmong(others, session)
  if (contradiction) throw wrongField(contradiction.field, contradiction.sentence)
}

const audit = (
  tx: Tx,
  { townId, person }: Actor,
  { session, before }: { session: CongressSessionDays; before: CongressSessionDays | null },
  now: Date,
) =>
  writeAudit(
    tx,
    {
      townId,
      personId: person?.id ?? null,
      what: `人代会${spokenSession(session)}`,
      fromValue: before && spokenDays(before),
      toValue: spokenDays(session),
      reason: null,
    },
    now,
  )

const spokenDays = ({ openedOn, closedOn }: CongressSessionDays) =>
  `${openedOn} 至 ${closedOn ?? '还没有闭会'}`
