import path from 'node:path'
import * as z from 'zod/mini'
import { hostsIn } from './database/hosts'
import { type PushKind, pushKinds } from '../shared/words/messages'

/** The only reader of the process's environment. */
export interface Env {
  /** Only the demo start and the tests are not production. */
  production: boolean
  host: string
  port: number
  /** Where the embedded database and uploaded files live. */
  dataDir: string
  /** Where `npm run backup` writes where it is told no other folder. */
  backupDir: string | null
  /** `sqlite:<path>`, `mysql://user:password@host/name` or `mariadb://…`. */
  databaseUrl: string
  /** Key of the keyed digests of invite codes and of openids in logs; at least 32 characters. */
  secretKey: string
  wechat: {
    /** The official host, or the simulator where this is not production. */
    apiBase: string
    appid: string
    secret: string
    /** Business field → key of the account's own template, per kind of push. */
    templates: WechatTemplates
    /** Which release of the mini-program a push opens. */
    miniprogramState: 'developer' | 'trial' | 'formal'
    /** Of the message push in WeChat's back office; without it the address answers with 404. */
    push: { token: string; aesKey: string } | null
    /** The file by which WeChat knows whose address the ordinary links of printed codes are. */
    linkCheck: { name: string; content: string } | null
    /** How many pushes this account may send in a day. The last tenth is kept for what somebody waits for. */
    pushesADay: number
    /** 微信云托管 with public access closed: only then do the headers tell who calls. */
    trustsCloudHeaders: boolean
    /** 开放接口服务 of 微信云托管: calls go there without a token; null where it is off. */
    openInterface: string | null
    /** Recordings are handed to WeChat to be written down. */
    transcribes: boolean
  }
  /** Lets anyone play the people of the demo town. Never in production. */
  demoPersonas: boolean
  /** The address under which the world reaches this server: there WeChat fetches the photos that it checks. */
  publicUrl: string | null
  /** How many proxies of our own stand in front, whose entries in `X-Forwarded-For` are believed. */
  trustedProxies: number
  /** With it whoever looks after the server reads how the work stands; null where nobody was given one. */
  operatorToken: string | null
  /** How long a dispatcher may hold a push before another one takes it over. */
  outboxLeaseSeconds: number
  /** Pause between two looks of the clock at what is due. */
  jobPauseMs: number
  logLevel: string
}

const fieldKey = z.string().check(z.regex(/^[a-z_]+\d+$/))
const templateSchema = z.strictObject({
  id: z.string().check(z.minLength(1)),
  /** Business field → key of the template. Every key of the template must stand here. */
  fields: z.partial(
    z.strictObject({ number: fieldKey, phrase: fieldKey, status: fieldKey, time: fieldKey, hint: fieldKey }),
  ),
  /** 长期订阅: needs no new "yes" for each message. */
  longTerm: z.optional(z.boolean()),
})
const pushKindNames = Object.keys(pushKinds) as PushKind[]
const templatesSchema = z
  .partialRecord(z.enum(pushKindNames), templateSchema)
  .check(z.refine((templates) => templates.task !== undefined && templates.progress !== undefined))
export type WechatTemplate = z.output<typeof templateSchema>
export type WechatTemplates = z.output<typeof templatesSchema> | null

export const officialWechatBase = 'https://api.weixin.qq.com'
/** The side-car of 微信云托管 listens under this name, in plain HTTP. */
export const officialOpenInterface = 'http://api.weixin.qq.com'

/** Stand-ins that every developer knows, so production must not run on them. */
export const developmentSecrets = {
  secretKey: 'development-only-key-development-only-key',
  wechatSecret: 'development-only-secret',
}

/** A sentence for the person who starts the server; shown without a stack. */
export class BadEnvironment extends Error {}

/** @throws BadEnvironment naming every variable that is not right */
export function readEnv(vars: Readonly<Record<string, string | undefined>>): Env {
  const wrong: string[] = []
  const production = (vars.NODE_ENV ?? 'production') === 'production'

  const whole = (name: string, fallback: number, min: number, max: number) => {
    const value = vars[name] === undefined || vars[name] === '' ? fallback : Number(vars[name])
    if (!Number.isInteger(value) || value < min || value > max) {
      wrong.push(`${name} 要写 ${min} 到 ${max} 之间的整数，现在是“${vars[name]}”。`)
    }
    return value
  }
  const dataDir = path.resolve(vars.DATA_DIR || 'data')
  const env: Env = {
    production,
    host: vars.HOST || '127.0.0.1',
    port: whole('PORT', 8080, 0, 65_535),
    dataDir,
    backupDir: vars.BACKUP_DIR ? path.resolve(vars.BACKUP_DIR) : null,
    databaseUrl: vars.DATABASE_URL || `sqlite:${path.join(dataDir, 'deputies-home.sqlite')}`,
    secretKey: vars.SECRET_KEY || developmentSecrets.secretKey,
    wechat: {
      apiBase: (vars.WECHAT_API_BASE || officialWechatBase).replace(/\/$/, ''),
      appid: vars.WECHAT_APPID || '',
      secret: vars.WECHAT_SECRET || '',
      templates: null,
      miniprogramState: 'formal',
      push: null,
      linkCheck: null,
      pushesADay: whole('WECHAT_PUSHES_A_DAY', 10_000_000, 1, 30_000_000),
      trustsCloudHeaders: vars.WECHAT_CLOUD === 'private',
      openInterface: openInterfaceOf(vars.WECHAT_OPEN_INTERFACE),
      transcribes: vars.WECHAT_TRANSCRIBE === 'on',
    },
    demoPersonas: vars.DEMO_PERSONAS === 'on',
    publicUrl: vars.PUBLIC_URL ? vars.PUBLIC_URL.replace(/\/+$/, '') : null,
    trustedProxies: proxiesOf(vars.TRUST_PROXY),
    operatorToken: vars.OPERATOR_TOKEN || null,
    outboxLeaseSeconds: whole('OUTBOX_LEASE_SECONDS', 60, 1, 3600),
    jobPauseMs: whole('JOB_PAUSE_MS', 1000, 10, 60_000),
    logLevel: vars.LOG_LEVEL || 'info',
  }

  if (vars.WECHAT_CLOUD && vars.WECHAT_CLOUD !== 'private') {
    wrong.push(
      'WECHAT_CLOUD 只能写 private：表示云托管控制台里已经关闭公网访问。没有关闭就不要设置，改用登录码登录。',
    )
  }
  if (Number.isNaN(env.trustedProxies)) {
    wrong.push('TRUST_PROXY 要写 on（前面有一层自己的反向代理）或代理的层数（1 到 9）；没有代理就不要设置。')
  }
  if (!/^(sqlite:.|mysql:\/\/|mariadb:\/\/)/.test(env.databaseUrl)) {
    wrong.push('DATABASE_URL 要以 sqlite:、mysql:// 或 mariadb:// 开头。')
  } else if (!env.databaseUrl.startsWith('sqlite:') && hostsIn(env.databaseUrl) === undefined) {
    wrong.push(
      'DATABASE_URL 里的主机看不懂：写成 主机:端口，有几台就用英文逗号隔开，例如 mariadb://用户:密码@10.0.0.1:3306,10.0.0.2:3306/库。密码里的 @、/、: 要写成 %40、%2F、%3A。',
    )
  }
  if (vars.WECHAT_TEMPLATES) {
    const parsed = parseTemplates(vars.WECHAT_TEMPLATES)
    if (parsed === undefined)
      wrong.push('WECHAT_TEMPLATES 要写成 README 里那样的 JSON：task 和 progress 各有 id 与 fields。')
    else env.wechat.templates = parsed
  }
  if (vars.WECHAT_PUSH_TOKEN || vars.WECHAT_PUSH_AES_KEY) {
    const [token, aesKey] = [vars.WECHAT_PUSH_TOKEN ?? '', vars.WECHAT_PUSH_AES_KEY ?? '']
    if (!/^[A-Za-z0-9]{3,32}$/.test(token) || !/^[A-Za-z0-9]{43}$/.test(aesKey)) {
      wrong.push(
        'WECHAT_PUSH_TOKEN（3 到 32 位字母数字）和 WECHAT_PUSH_AES_KEY（43 位）要照抄小程序后台“消息推送”里的值。',
      )
    } else env.wechat.push = { token, aesKey }
  }
  if (vars.WECHAT_LINK_CHECK) {
    const [, name, content] =
      /^([0-9A-Za-z_-]{1,64}\.txt):([0-9A-Za-z_-]{1,200})$/.exec(vars.WECHAT_LINK_CHECK) ?? []
    if (name && content) env.wechat.linkCheck = { name, content }
    else
      wrong.push(
        'WECHAT_LINK_CHECK 要写成“文件名.txt:文件里的内容”，照抄小程序后台“扫普通链接二维码打开小程序”里下载的校验文件。',
      )
  }
  const state = vars.WECHAT_MINIPROGRAM_STATE || 'formal'
  if (state === 'formal' || state === 'trial' || state === 'developer') env.wechat.miniprogramState = state
  else wrong.push('WECHAT_MINIPROGRAM_STATE 只能是 formal、trial 或 developer。')

  if (env.publicUrl !== null && !/^https?:\/\/[^/\s?#]+(\/[^\s?#]*)?$/.test(env.publicUrl)) {
    wrong.push('PUBLIC_URL 要写别人从外面打开本系统的地址，例如 https://dbzj.example.cn。')
  }

  if (env.operatorToken !== null && !/^\S{32,200}$/.test(env.operatorToken)) {
    wrong.push('OPERATOR_TOKEN 要写至少 32 个随机字符，例如 openssl rand -hex 32 的输出；不用就删掉。')
  }

  if (production) wrong.push(...refusedInProduction(env))
  if (wrong.length > 0) throw new BadEnvironment(wrong.join('\n'))
  return env
}

/** @returns NaN where it is neither a switch nor a number of proxies */
const proxiesOf = (value = '') =>
  value === 'on' ? 1 : value === '' || value === 'off' ? 0 : /^[0-9]$/.test(value) ? Number(value) : NaN

/** `on`, or another address where this is not production. */
const openInterfaceOf = (value: string | undefined) =>
  value ? (value === 'on' ? officialOpenInterface : value.replace(/\/$/, '')) : null

function parseTemplates(text: string) {
  try {
    return z.parse(templatesSchema, JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Production never runs on a default secret, a simulator or borrowed identities. */
function refusedInProduction(env: Env): string[] {
  const wrong: string[] = []
  if (env.secretKey === developmentSecrets.secretKey || env.secretKey.length < 32) {
    wrong.push(
      'SECRET_KEY 没有设置或太短：请设为至少 32 个字符的随机文字，例如 openssl rand -hex 32 的输出。',
    )
  }
  if (env.wechat.apiBase !== officialWechatBase) {
    wrong.push(`WECHAT_API_BASE 在正式环境只能是 ${officialWechatBase}，请删掉这个设置。`)
  }
  if (
    env.wechat.appid === '' ||
    env.wechat.secret === '' ||
    env.wechat.secret === developmentSecrets.wechatSecret
  ) {
    wrong.push('WECHAT_APPID 和 WECHAT_SECRET 要填小程序后台里的真实值。')
  }
  if (env.wechat.openInterface !== null && env.wechat.openInterface !== officialOpenInterface) {
    wrong.push('WECHAT_OPEN_INTERFACE 在正式环境只能写 on，或删掉这个设置。')
  }
  if (env.demoPersonas) wrong.push('DEMO_PERSONAS 只能用于演示，正式环境请删掉这个设置。')
  return wrong
}
