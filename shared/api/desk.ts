import * as z from 'zod/mini'
import { line, secretLine } from '../grammar/fields'
import { done, get, post } from '../grammar/endpoint'
import { signIn } from './sign-in'

/** A browser asks to be let in. The secret that belongs to the code goes into a cookie, and nowhere else. */
export const askAtDesk = post('/desk/requests', {
  who: 'anyone',
  says: '电脑登录：要一张三分钟内有效、只能用一次的登录码',
  input: z.strictObject({
    /** Asks WeChat for a 小程序码 where ordinary links do not open the mini-program. */
    miniCode: z.optional(z.boolean('请刷新页面后再试。')),
  }),
  output: z.strictObject({
    /** Data address of the picture. */
    image: z.string(),
    /** What stands in an ordinary code; also opens the mini-program from a page inside WeChat. */
    link: z.string(),
    isMiniCode: z.boolean(),
    /** Two digits; the phone shows the same. */
    number: z.string(),
    expiresAt: z.iso.datetime(),
  }),
})

/** Asked again and again by the browser; the one answer `signedIn` brings its cookie. */
export const awaitDesk = post('/desk/requests/mine', {
  who: 'anyone',
  says: '电脑登录：登录码有没有人确认；确认了就登录这个浏览器',
  output: z.strictObject({ state: z.enum(['open', 'refused', 'ended', 'signedIn']) }),
})

export const showDeskRequest = get('/desk/requests/:scene', {
  who: 'account',
  says: '扫了登录码：是哪台电脑要登录',
  output: z.strictObject({
    device: z.string(),
    place: z.string(),
    number: z.string(),
    at: z.iso.datetime(),
    /** Whether this account was signed in on such a device at such a place of late. */
    seenBefore: z.boolean(),
  }),
})

export const answerDeskRequest = post('/desk/requests/:scene/answer', {
  who: 'account',
  says: '确认让这台电脑登录，或者说不是我；只能在手机微信里办',
  input: z.strictObject({ confirm: z.boolean('请点“确认登录”或“不是我”。') }),
  output: done,
})

const loginName = line('登录名', 20, { help: '自己起一个，最多 20 个字，例如“禾丰坝陈静”。' })

/** What one types to set a password. */
export const passwordForm = z.strictObject({
  name: loginName,
  password: secretLine('密码', 12, 100, { help: '至少 12 个字，不要用生日、电话、姓名。' }),
  code: line('验证码', 20, { help: '验证器里现在显示的 6 位数字。' }),
})

export const enterByPassword = post('/desk/password/sign-in', {
  who: 'anyone',
  says: '电脑登录：登录名、密码，加验证码或备用码',
  input: z.strictObject({
    name: line('登录名', 20),
    password: secretLine('密码', 1, 100),
    code: line('验证码', 20, { help: '验证器里现在显示的 6 位数字。手机不在身边，填一个备用码。' }),
  }),
  /** How many are left where one was used. */
  output: z.strictObject({ recoveryCodes: z.nullable(z.int()) }),
})

export const showPassword = get('/desk/password', {
  who: 'account',
  says: '我的电脑登录密码设了没有，备用码还剩几个',
  output: z.strictObject({ name: z.nullable(z.string()), recoveryCodes: z.int() }),
})

export const proposePassword = get('/desk/password/new', {
  who: 'account',
  says: '要设密码：验证器的密钥和十个备用码，只显示这一次，确认以后才算数',
  output: z.strictObject({
    secret: z.string(),
    image: z.string(),
    recoveryCodes: z.array(z.string()),
    /** Brings the secret and the codes back, sealed. */
    ticket: z.string(),
  }),
})

export const setPassword = post('/desk/password/new', {
  who: 'account',
  says: '设好密码和验证码，以前的作废',
  input: z.strictObject({
    ...passwordForm.shape,
    ticket: z.string('请返回后重新打开这一页。').check(z.maxLength(2000)),
  }),
  output: done,
})

export const removePassword = post('/desk/password/remove', {
  who: 'account',
  says: '不再用密码登录：密码、验证码和备用码都作废',
  output: done,
})

export const listDevices = get('/devices', {
  who: 'account',
  says: '我在哪些手机和电脑上登录着',
  output: z.strictObject({
    devices: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['phone', 'desk']),
        device: z.string(),
        place: z.nullable(z.string()),
        startedAt: z.iso.datetime(),
        lastUsedAt: z.iso.datetime(),
        isThis: z.boolean(),
      }),
    ),
  }),
})
export type Device = z.output<(typeof listDevices)['output']>['devices'][number]

export const endDevice = post('/devices/:id/end', {
  who: 'account',
  says: '在别处退出：立刻结束这一处登录',
  output: done,
})

export const endOtherDevices = post('/devices/end-others', {
  who: 'account',
  says: '在别处退出：除了这里，全部结束',
  output: done,
})

/** Served only where the demo town runs: its personas enter a browser without a phone. */
export const enterAsPersona = post('/demo/sign-in', {
  who: 'anyone',
  says: '演示：用登录码登录这个浏览器',
  input: signIn.input,
  output: done,
})
