import {
  answerDeskRequest,
  askAtDesk,
  awaitDesk,
  endDevice as endDeviceEndpoint,
  endOtherDevices,
  enterByPassword as enterByPasswordEndpoint,
  listDevices,
  proposePassword,
  removePassword,
  setPassword,
  showDeskRequest,
  showPassword,
} from '../../../shared/api/desk'
import { Refusal } from '../../../shared/words/refusals'
import { askerOf } from '../../http/address'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { originOf } from '../../http/origin'
import { readCookie, refuseForeign, setCookie } from '../../http/cookies'
import type { Session } from '../../http/session'
import { endDevice, endOthers, readDevices } from './devices'
import { drawLink, drawMiniCode } from './draw-code'
import { enterByPassword } from './enter-by-password'
import { auditAccount, keepSession, whereOf } from './open-session'
import { dropPassword, keepPassword, prepare, type Prepared, propose, readPassword } from './password'
import { answerRequest, ask, outcomeOf, readRequest, takeConfirmed } from './requests'

/** A session of a desk that was left open must not become a way in for good. */
const freshMs = 10 * 60_000

export function routes(bind: Bind, parts: RouteParts) {
  const { database, wechat, limits, env } = parts

  /** Without the rule for ordinary links only a 小程序码 opens the mini-program; where WeChat gives none, a link is better than nothing. */
  const draw = async (scene: string, link: string, wanted: boolean | undefined) => {
    if (wanted ?? env.wechat.linkCheck === null) {
      const image = await drawMiniCode(wechat, scene).catch((error: unknown) => {
        if (wanted === true) throw error
        return undefined
      })
      if (image !== undefined) return { image, isMiniCode: true }
    }
    return { image: await drawLink(link), isMiniCode: false }
  }

  bind.publicCall(askAtDesk, async ({ input, context, now }) => {
    refuseForeign(context)
    await limits('deskRequest', askerOf(context))
    const asked = await database.transaction((tx) =>
      ask(tx, whereOf(context), readCookie(context, 'desk-ask'), now),
    )
    const link = `${env.publicUrl ?? originOf(context)}/q/${asked.scene}`
    const drawn = await draw(asked.scene, link, input.miniCode)
    setCookie(context, 'desk-ask', asked.secret)
    return { ...drawn, link, number: asked.number, expiresAt: asked.expiresAt.toISOString() }
  })

  bind.publicCall(awaitDesk, async ({ context, now }) => {
    refuseForeign(context)
    const secret = readCookie(context, 'desk-ask')
    if (secret === undefined) return { state: 'ended' as const }
    const outcome = await outcomeOf(database.reader, secret, now)
    if (outcome !== 'confirmed') return { state: outcome }
    const token = await database.transaction((tx) => takeConfirmed(tx, secret, now))
    if (token === undefined) return { state: 'ended' as const }
    keepSession(context, token)
    setCookie(context, 'desk-ask', '')
    return { state: 'signedIn' as const }
  })

  bind.accountRead(showDeskRequest, ({ reader, accountId, params, now }) =>
    readRequest(reader, accountId, params.scene, now),
  )

  bind.accountWrite(
    answerDeskRequest,
    async ({ tx, accountId, params, input, now }) => {
      await answerRequest(tx, accountId, params.scene, input.confirm, now)
      return { done: true as const }
    },
    (_, { context }) => {
      // One desk does not let in another; in the demo the browser stands in for the phone.
      if (sessionIn(context).kind !== 'phone' && !env.demoPersonas) throw new Refusal('phone_needed')
      return Promise.resolve()
    },
  )

  bind.publicCall(enterByPasswordEndpoint, async ({ input, context, now }) => {
    refuseForeign(context)
    const from = { asker: askerOf(context), where: whereOf(context) }
    const { token, recoveryCodes } = await enterByPassword(database, env.secretKey, input, from, now)
    keepSession(context, token)
    return { recoveryCodes }
  })

  bind.accountRead(showPassword, ({ reader, accountId }) => readPassword(reader, accountId))

  bind.accountRead(proposePassword, async ({ accountId, context, now }) => {
    onlyFresh(sessionIn(context), now)
    const { secret, ...rest } = propose(env.secretKey, accountId, now)
    const named = `otpauth://totp/${encodeURIComponent('代表之家')}?secret=${secret}&issuer=${encodeURIComponent('代表之家')}`
    return { secret, image: await drawLink(named), ...rest }
  })

  bind.accountWrite<typeof setPassword, Prepared>(
    setPassword,
    async ({ tx, accountId, input, prepared, now }) => {
      await keepPassword(tx, env.secretKey, accountId, { name: input.name, prepared }, now)
      return { done: true as const }
    },
    (accountId, { input, context, now }) => {
      onlyFresh(sessionIn(context), now)
      return prepare(database.reader, env.secretKey, accountId, input, now)
    },
  )

  bind.accountWrite(removePassword, async ({ tx, accountId, now }) => {
    await dropPassword(tx, accountId)
    await auditAccount(tx, accountId, { what: '电脑登录：不再用密码' }, now)
    return { done: true as const }
  })

  bind.accountRead(listDevices, async ({ reader, context, now }) => ({
    devices: await readDevices(reader, sessionIn(context), now),
  }))

  bind.accountWrite(endDeviceEndpoint, async ({ tx, params, context, now }) => {
    await endDevice(tx, sessionIn(context), params.id, now)
    return { done: true as const }
  })

  bind.accountWrite(endOtherDevices, async ({ tx, context, now }) => {
    await endOthers(tx, sessionIn(context), now)
    return { done: true as const }
  })
}

type Context = Parameters<typeof readCookie>[0]
const sessionIn = (context: Context) => context.state.session as Session

/** @throws Refusal `fresh_sign_in_needed` */
function onlyFresh({ kind, startedAt }: Session, now: Date) {
  if (kind === 'desk' && now.getTime() - startedAt.getTime() > freshMs)
    throw new Refusal('fresh_sign_in_needed')
}
