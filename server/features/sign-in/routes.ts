import { enterAsPersona } from '../../../shared/api/desk'
import {
  acceptInvite as acceptEndpoint,
  saveProfile,
  showMe,
  showProfile,
  signIn,
  signOut,
} from '../../../shared/api/sign-in'
import { Refusal } from '../../../shared/words/refusals'
import { SignIn } from '../../database/entities/sign-in/sign-in'
import { digestOf } from '../../database/digest'
import { WechatUnreachable } from '../../gateways/wechat/call'
import { templatesToAsk } from '../../gateways/wechat/templates'
import { askerOf } from '../../http/address'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { refuseForeign, setCookie } from '../../http/cookies'
import { cloudCaller } from '../../http/cloud-caller'
import { tooMany } from '../../http/limits'
import type { Session } from '../../http/session'
import { placeName } from '../desk/device-name'
import { keepSession, openSession, whereOf } from '../desk/open-session'
import { countTries } from '../people/count-tries'
import { acceptInvite, isOpenInvite } from '../people/invites'
import { keepProfile, readProfile } from '../people/resident-profile'
import { accountOf, issueToken } from './issue-token'
import { readCounty, readStandings } from './queries'

export function routes(bind: Bind, parts: RouteParts) {
  const { database, wechat, limits, env } = parts
  const signedIn = async (openid: string, place: string, now: Date) => {
    await limits('signInOfUser', digestOf(openid))
    return { token: await database.transaction((tx) => issueToken(tx, openid, now, place)) }
  }

  /** @throws Refusal where WeChat does not know the code */
  const openidOf = async (code: string, asker: string) => {
    await limits('wrongCode', asker, 0)
    await limits('exchange', 'all')
    const exchange = await wechat.exchangeCode(code).catch((error: unknown) => {
      if (error instanceof WechatUnreachable)
        throw new Refusal('unavailable', {}, '微信暂时没有回应，请过一会儿再试。')
      throw error
    })
    if ('openid' in exchange) return exchange.openid
    if (exchange.refused === 'later') throw tooMany(60_000)
    await limits('wrongCode', asker)
    throw new Refusal(refusalOfExchange[exchange.refused])
  }

  bind.publicCall(signIn, async ({ input, context, now }) => {
    const asker = askerOf(context)
    await limits('signIn', asker)
    const openid = cloudCaller(context, env.wechat) ?? (await openidOf(input.code, asker))
    return signedIn(openid, placeName(context.request.ip), now)
  })

  if (env.demoPersonas)
    bind.publicCall(enterAsPersona, async ({ input, context, now }) => {
      refuseForeign(context)
      const openid = await openidOf(input.code, askerOf(context))
      const token = await database.transaction(async (tx) =>
        openSession(tx, await accountOf(tx, openid, now), whereOf(context), now),
      )
      keepSession(context, token)
      return { done: true as const }
    })

  bind.accountWrite(signOut, async ({ tx, accountId, context }) => {
    const { kind, tokenDigest } = context.state.session as Session
    await tx.delete(SignIn, { tokenDigest, accountId })
    if (kind === 'desk') setCookie(context, 'desk', '')
    return { done: true as const }
  })

  bind.accountRead(showMe, async ({ reader, accountId }) => ({
    account: accountId,
    standings: await readStandings(reader, accountId),
    county: await readCounty(reader, accountId),
    templates: templatesToAsk(env.wechat.templates),
    transcribes: env.wechat.transcribes,
  }))

  bind.accountWrite(
    acceptEndpoint,
    ({ tx, accountId, input, now }) => acceptInvite(tx, env.secretKey, accountId, input.code, now),
    countTries(limits, (code, now) => isOpenInvite(database.reader, env.secretKey, code, now)),
  )

  bind.read(showProfile, ({ reader, actor }) => readProfile(reader, actor))

  bind.write(saveProfile, async ({ tx, actor, input, now }) => {
    await keepProfile(tx, actor, input, now)
    return { done: true as const }
  })
}

const refusalOfExchange = { bad: 'sign_in_code_bad', blocked: 'sign_in_blocked' } as const
