import { Refusal } from '../../../shared/words/refusals'
import type { Database } from '../../database/source'
import { tooMany } from '../../http/limits'
import { countTry, madeBy, takeBackTry } from './failures'
import { auditAccount, openSession, type Where } from './open-session'
import { codesLeft, findPassword, nameDigestOf, useCode } from './password'
import { isPassword } from './password-hash'

interface Typed {
  name: string
  password: string
  code: string
}

/**
 * Whatever does not fit, the answer is the same and takes as long: nobody learns which names there are.
 * @throws Refusal `desk_sign_in_wrong`, or `too_many` after five failures of the name or of the address
 */
export async function enterByPassword(
  database: Database,
  secretKey: string,
  typed: Typed,
  from: { asker: string; where: Where },
  now: Date,
) {
  const name = madeBy('name', nameDigestOf(secretKey, typed.name))
  const address = madeBy('address', from.asker)
  const waitMs = await database.transaction((tx) => countTry(tx, [name, address], now))
  if (waitMs > 0) throw tooMany(waitMs)
  const kept = await database.transaction((tx) => findPassword(tx, secretKey, typed.name))
  const isRight = await isPassword(typed.password, kept?.passwordHash)
  if (kept === null || !isRight) throw new Refusal('desk_sign_in_wrong')
  return database.transaction(async (tx) => {
    const used = await useCode(tx, secretKey, kept, typed.code, now)
    if (used === undefined) throw new Refusal('desk_sign_in_wrong')
    await takeBackTry(tx, name, address)
    const token = await openSession(tx, kept.accountId, from.where, now)
    const left = await codesLeft(tx, kept.accountId)
    const { device, place } = from.where
    await auditAccount(
      tx,
      kept.accountId,
      {
        what: used === 'time' ? '电脑登录：密码和验证码' : '电脑登录：密码和备用码',
        to: `${device}，${place}${used === 'time' ? '' : `，备用码还剩 ${left} 个`}`,
      },
      now,
    )
    return { token, recoveryCodes: used === 'time' ? null : left }
  })
}
