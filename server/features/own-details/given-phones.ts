import { Refusal, wrongField } from '../../../shared/words/refusals'
import { GivenPhone } from '../../database/entities/people/given-phone'
import { seal, unseal } from '../../database/seal'
import type { Reader, Tx } from '../../database/source'
import { WechatUnreachable } from '../../gateways/wechat/call'
import type { Wechat } from '../../gateways/wechat/wechat'
import type { Actor } from '../../http/actor'
import { tooMany } from '../../http/limits'

const placeOf = (townId: string, accountId: string) => `given_phone ${townId} ${accountId}`

const notAtThisTime = '暂时取不到手机号，请过一会儿再试，也可以不留：不留手机号，什么都照样能办。'

/** The number behind the code of WeChat's button. @throws Refusal `bad_input`, `too_many`, `unavailable` */
export async function fetchPhone(reader: Reader, wechat: Wechat, actor: Actor, code: string) {
  const [account] = await reader.query<{ openid: string }[]>('SELECT openid FROM account WHERE id = ?', [
    actor.accountId,
  ])
  const answer = await wechat.readPhoneNumber(code, account?.openid ?? '').catch((error: unknown) => {
    if (!(error instanceof WechatUnreachable)) throw error
    // What is to be set right in WeChat's back office is no business of a resident.
    throw new Refusal('unavailable', {}, notAtThisTime)
  })
  if ('number' in answer) return answer.number
  if (answer.refused === 'later') throw tooMany(60_000)
  throw wrongField('code', '手机号没有取到，请再点一次。不留手机号，什么都照样能办。')
}

/** Keeps the number for the office of this town; what was given before makes room for it. */
export async function keepPhone(tx: Tx, secretKey: string, actor: Actor, number: string, now: Date) {
  const { townId, accountId } = actor
  await takeBackPhone(tx, actor)
  await tx.insert(GivenPhone, {
    townId,
    accountId,
    sealed: seal(secretKey, placeOf(townId, accountId), number),
    givenAt: now,
  })
}

/** It is theirs: taken back, nothing of it stays. */
export const takeBackPhone = (tx: Tx, { townId, accountId }: Actor) =>
  tx.delete(GivenPhone, { townId, accountId })

/** The number as its owner sees it again. */
export async function ownPhone(reader: Reader, secretKey: string, { townId, accountId }: Actor) {
  const [row] = await reader.query<{ sealed: string }[]>(
    'SELECT sealed FROM given_phone WHERE town_id = ? AND account_id = ?',
    [townId, accountId],
  )
  const number = row && openPhone(secretKey, { townId, accountId, sealed: row.sealed })
  return number === undefined ? null : masked(number)
}

/** For the office's phone list, and nothing else. @returns undefined where the key of the server has been changed since */
export const openPhone = (secretKey: string, row: { townId: string; accountId: string; sealed: string }) =>
  unseal(secretKey, placeOf(row.townId, row.accountId), row.sealed)

/** `138****5678`: enough for its owner to know it again. */
export const masked = (number: string) =>
  number.length < 9
    ? `${number.slice(0, 1)}****${number.slice(-2)}`
    : `${number.slice(0, 3)}****${number.slice(-4)}`
