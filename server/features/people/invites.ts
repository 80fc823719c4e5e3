import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import { keyedDigestOf } from '../../database/digest'
import { Invite } from '../../database/entities/people/invite'
import { Person } from '../../database/entities/people/person'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { sqlInstant } from '../../database/sql'
import { writeAudit } from '../../engine/write-audit'
import { endInvites } from './binding'
import { plainCode, spokenCode } from './code'
import { lookAtAgain } from '../leaving/look-at-again'

const validDays = 30

/**
 * Issues a single-use code for a person of the register (`inTown`: of that town) and ends the one before.
 * @throws Refusal `not_found`, or `already_bound` where the person has bound a WeChat account
 */
export async function issueInvite(
  tx: Tx,
  secretKey: string,
  inTown: string | null,
  personId: string,
  now: Date,
  /** Who of the register issues it; nobody from the server's command line. */
  byPersonId: string | null = null,
) {
  const [person] = await tx.query<
    { name: string; accountId: string | null; place: string; endedOn: string | null }[]
  >(
    `SELECT name, account_id AS accountId, COALESCE(town_id, county_id) AS place, ended_on AS endedOn FROM person WHERE id = ? AND ${inTown ? 'town_id = ?' : 'county_id IS NOT NULL'}`,
    inTown ? [personId, inTown] : [personId],
  )
  if (!person) throw new Refusal('not_found')
  if (person.accountId !== null)
    throw new Refusal(
      'already_bound',
      {},
      `${person.name}已经绑定微信，不用再发邀请码。换了微信的，请先解除绑定再发。`,
    )
  if (person.endedOn !== null)
    throw new Refusal('bad_input', {}, `${person.name}已经移出名册，不能发邀请码。要发请先恢复。`)
  await endInvites(tx, personId, now)
  const code = spokenCode()
  const expiresAt = new Date(now.getTime() + validDays * 86_400_000)
  await tx.insert(Invite, {
    id: newId(),
    personId,
    codeDigest: keyedDigestOf(secretKey, code),
    createdAt: now,
    expiresAt,
    endedAt: null,
    usedByAccountId: null,
  })
  const validUntil = beijingDay(expiresAt)
  await writeAudit(
    tx,
    {
      townId: person.place,
      personId: byPersonId,
      what: `邀请码：${person.name}`,
      fromValue: null,
      toValue: `发出，${validUntil} 前有效`,
      reason: null,
    },
    now,
  )
  return { code, name: person.name, validUntil }
}

async function findInvite(reader: Reader, secretKey: string, code: string, now: Date) {
  const digest = keyedDigestOf(secretKey, plainCode(code))
  const [invite] = await reader.query<{ id: string; personId: string }[]>(
    'SELECT id, person_id AS personId FROM invite WHERE code_digest = ? AND ended_at IS NULL AND expires_at > ?',
    [digest, sqlInstant(now)],
  )
  return invite
}

/** Whether there is such a code and it may still be used. */
export const isOpenInvite = async (reader: Reader, secretKey: string, code: string, now: Date) =>
  (await findInvite(reader, secretKey, code, now)) !== undefined

/**
 * Binds the person of the register to the account. Of many who send the same code at once, one succeeds.
 * @throws Refusal `invite_bad`, or `already_bound` where the account is somebody else in that town
 */
export async function acceptInvite(tx: Tx, secretKey: string, accountId: string, code: string, now: Date) {
  const invite = await findInvite(tx, secretKey, code, now)
  if (!invite) throw new Refusal('invite_bad')
  const ended = await tx
    .createQueryBuilder()
    .update(Invite)
    .set({ endedAt: now, usedByAccountId: accountId })
    .where('id = :id AND ended_at IS NULL', { id: invite.id })
    .execute()
  if (ended.affected !== 1) throw new Refusal('invite_bad')

  const [person] = await tx.query<
    { name: string; townId: string | null; townName: string | null; place: string }[]
  >(
    'SELECT p.name, t.id AS townId, t.name AS townName, COALESCE(p.town_id, p.county_id) AS place FROM person p LEFT JOIN town t ON t.id = p.town_id WHERE p.id = ?',
    [invite.personId],
  )
  if (!person) throw new Refusal('invite_bad')
  const [other] = await tx.query<unknown[]>(
    `SELECT id FROM person WHERE account_id = ? AND ${person.townId ? 'town_id = ?' : 'town_id IS NULL'}`,
    person.townId ? [accountId, person.townId] : [accountId],
  )
  if (other) throw new Refusal('already_bound')
  await tx.update(Person, { id: invite.personId }, { accountId })
  // What lay with the office because nobody read it here is theirs from now on.
  if (person.townId !== null) await lookAtAgain(tx, person.townId, invite.personId)
  await writeAudit(
    tx,
    {
      townId: person.place,
      personId: invite.personId,
      what: `微信绑定：${person.name}`,
      fromValue: '没有绑定',
      toValue: '用邀请码绑定了微信',
      reason: null,
    },
    now,
  )
  return {
    name: person.name,
    town: person.townId && person.townName ? { id: person.townId, name: person.townName } : null,
  }
}
