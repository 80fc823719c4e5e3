// `npm run doctor`: looks at everything that a first day depends on and says in Chinese what must be set right.
import { BadEnvironment, type Env, readEnv } from '../server/env'
import { createWechat } from '../server/gateways/wechat/wechat'
import { runCommand, type Typed } from './command'
import { backupCheck } from './doctor/check-backup'
import { cloudChecks } from './doctor/check-cloud'
import { deskCheck } from './doctor/check-desk'
import { linkCheck } from './doctor/check-link'
import { machineChecks } from './doctor/check-machine'
import { pushCheck } from './doctor/check-push'
import { wechatChecks } from './doctor/check-wechat'
import { runChecks } from './doctor/finding'

const usage = `用法：
  npm run doctor                        查设置、数据库、备份、存储、微信，什么也不改
  npm run doctor -- --url https://域名  消息推送从这个地址查`
const options = { url: { type: 'string' } } as const

async function look({ values }: Typed<typeof options>) {
  const say = (line: string) => console.log(line)
  const env = readSettings(say)
  if (env === undefined) return 1
  const now = () => new Date()
  const serverUrl = (values.url ?? `http://${env.host}:${env.port}`).replace(/\/$/, '')
  const wechat = createWechat(env.wechat, now)
  const toFix = await runChecks(
    [
      ...machineChecks(env.databaseUrl, env.dataDir),
      backupCheck(env.databaseUrl, now),
      ...cloudChecks(env),
      ...wechatChecks(wechat, now),
      pushCheck(env.wechat.push, serverUrl),
      linkCheck(env.wechat.linkCheck, serverUrl),
      deskCheck(env, wechat),
    ],
    say,
  )
  say(toFix === 0 ? '都好了。' : `有 ${toFix} 处要改。改好以后再运行一次 npm run doctor。`)
  return toFix === 0 ? 0 : 1
}

function readSettings(say: (line: string) => void): Env | undefined {
  try {
    const env = readEnv(process.env)
    say('✓ 设置：读得懂。')
    return env
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error
    for (const line of error.message.split('\n')) say(`✗ 设置：${line}`)
    say('请先改好设置，再运行一次 npm run doctor。')
    return undefined
  }
}

void runCommand({ usage, options }, look)
