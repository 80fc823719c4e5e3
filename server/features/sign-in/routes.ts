import {
  acceptInvite as acceptEndpoint,
  saveProfile,
  showMe,
  showProfile,
  signIn,
  signOut,
} from '../../../shared/api/sign-in'
import { Refusal } from '../../../shared/refusals'
import { SignIn } from '../../database/entities/sign-in'
import { digestOf } from '../../database/digest'
import type { Database } from '../../database/source'
import type { Env } from '../../env'
import { WechatUnreachable } from '../../gateways/wechat/call'
import { templatesToAsk } from '../../gateways/wechat/templates'
import type { Wechat } from '../../gateways/wechat/wechat'
import type { Bind } from '../../http/bind'
import type { Limits } from '../../http/limits'
import { acceptInvite } from '../people/invites'
import { keepProfile, readProfile } from '../people/resident-profile'
import { cloudCaller } from './cloud-caller'
import { issueToken } from './issue-token'
import { readCounty, readStandings } from './queries'

export function signInRoutes(
  bind: Bind,
  parts: { database: Database; wechat: Wechat; limits: Limits; env: Env },
) {
  const { database, wechat, limits, env } = parts

  bind.publicCall(signIn, async ({ input, context, now }) => {
    const caller = cloudCaller(context, env.wechat)
    // Inside the cloud all calls come from one address, WeChat's own.
    await limits('signIn', caller ?? context.ip)
    if (caller !== undefined)
      return { token: await database.transaction((tx) => issueToken(tx, caller, now)) }
    const exchange = await wechat.exchangeCode(input.code).catch((error: unknown) => {
      if (error instanceof WechatUnreachable)
        throw new Refusal('unavailable', {}, '微信暂时没有回应，请过一会儿再试。')
      throw error
    })
    if ('refused' in exchange) throw new Refusal(refusalOfExchange[exchange.refused])
    const { openid } = exchange
    return { token: await database.transaction((tx) => issueToken(tx, openid, now)) }
  })

  bind.accountWrite(signOut, async ({ tx, accountId, context }) => {
    const token = context.get('authorization').replace(/^Bearer /, '')
    await tx.delete(SignIn, { tokenDigest: digestOf(token), accountId })
    return { done: true as const }
  })

  bind.accountRead(showMe, async ({ reader, accountId }) => ({
    standings: await readStandings(reader, accountId),
    county: await readCounty(reader, accountId),
    templates: templatesToAsk(env.wechat.templates),
  }))

  bind.accountWrite(
    acceptEndpoint,
    ({ tx, accountId, input, now }) => acceptInvite(tx, env.secretKey, accountId, input.code, now),
    (accountId) => limits('invite', accountId),
  )

  bind.read(showProfile, ({ reader, actor }) => readProfile(reader, actor))

  bind.write(saveProfile, async ({ tx, actor, input, now }) => {
    await keepProfile(tx, actor, input, now)
    return { done: true as const }
  })
}

const refusalOfExchange = { bad: 'sign_in_code_bad', blocked: 'sign_in_blocked', later: 'too_many' } as const
