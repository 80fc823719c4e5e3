import { createReadsApart } from './apart/reads'
import { createApp } from './app'
import { errorWithoutValues } from './database/error-without-values'
import { privateFolder } from './database/private-files'
import { connect } from './database/connect'
import type { Database } from './database/source'
import { readOwed } from './engine/owed'
import { registers } from './features/registers/found'
import { BadEnvironment, type Env, readEnv } from './env'
import { createWechat } from './gateways/wechat/wechat'
import { createInHand } from './http/in-hand'
import { createHttpServer } from './http/listen'
import { createLog } from './http/log'
import { askForContacts } from './jobs/ask-for-contacts'
import { askForHolidays } from './jobs/ask-for-holidays'
import { beginTerms } from './jobs/begin-terms'
import { checkContent } from './jobs/check-content'
import { checkPhotos } from './jobs/check-photos'
import { checkOpinions } from './jobs/check-opinions'
import { checkRegisters } from './jobs/check-register'
import { checkTemplates } from './jobs/check-templates'
import { clock } from './jobs/clock'
import { deliver } from './jobs/deliver'
import { planMeetings } from './jobs/plan-meetings'
import { readWechatEvents } from './jobs/read-wechat-events'
import { startJobs } from './jobs/runner'
import { tidy } from './jobs/tidy'
import { transcribe } from './jobs/transcribe'
import { kinds } from './matters/kinds'
import { issueStartCode, startCodeMinutes } from './features/first-start/start-code'
import { keepHeapSmall } from './small-heap'
import { faultsOfHouse } from './whole-tables'

/** Whoever is being answered when the process is told to end has this long. */
const finishWithinMs = 10_000
/** A job holds a lease and a transaction is whole or not at all: both may be cut off. */
const lastWordMs = 1500

/** The process: environment → database → HTTP and the clock. Ends cleanly when it is told to. */
export function serve(environment: NodeJS.ProcessEnv, now: () => Date) {
  run(environment, now).catch((error: unknown) => {
    console.error(error instanceof BadEnvironment ? error.message : errorWithoutValues(error))
    process.exit(1)
  })
}

async function run(environment: NodeJS.ProcessEnv, now: () => Date) {
  keepHeapSmall()
  const [fault] = faultsOfHouse(kinds)
  if (fault !== undefined) throw new BadEnvironment(fault)
  const env = readEnv(environment)
  if (env.databaseUrl.startsWith('sqlite:')) prepareFolder(env.dataDir)
  const log = createLog(env.logLevel)
  const asleep = (error: Error) => log.warn({ database: `数据库还没有醒，稍后再连：${error.message}` })
  const upgrading = () => log.info({ database: '正在升级数据表，完成以前不提供服务，请不要停掉' })
  const database = await connect(env.databaseUrl, asleep, undefined, upgrading).catch((error: Error) => {
    throw new BadEnvironment(`连不上数据库，请检查 DATABASE_URL 或 DATA_DIR：${error.message}`)
  })
  const owed = await readOwed(database, registers)
  if (owed.towns > 0)
    log.info({ towns: owed.towns }, '升级后要整理数据：边整理边服务，整理完以前先不让看本镇的待办')
  const wechat = createWechat(env.wechat, now)
  const jobs = startJobs(
    [
      checkTemplates,
      deliver,
      readWechatEvents,
      checkOpinions,
      checkContent,
      checkPhotos,
      transcribe,
      checkRegisters,
      clock,
      beginTerms,
      planMeetings,
      askForHolidays,
      askForContacts,
      tidy,
    ],
    {
      database,
      wechat,
      now,
      log,
      outboxLeaseSeconds: env.outboxLeaseSeconds,
      pushesADay: env.wechat.pushesADay,
      photoCheck: env.publicUrl === null ? undefined : { publicUrl: env.publicUrl, secretKey: env.secretKey },
    },
  )
  database.whenKept(jobs.wake)
  const apart = createReadsApart(env.databaseUrl)
  const { app } = createApp({ env, database, wechat, log, now, apart, ready: owed.ready })

  const inHand = createInHand(app.callback())
  const server = createHttpServer(inHand.answer)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenTrouble(error, env.port)))
    server.listen(env.port, env.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env.port
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    const jobsEnd = jobs.stop()
    await inHand.end(server, finishWithinMs)
    apart.end()
    await atMost(lastWordMs, jobsEnd)
    await atMost(lastWordMs, database.close())
    process.exit(0)
  }
  process.on('SIGTERM', () => void end())
  process.on('SIGINT', () => void end())
  process.on('disconnect', () => void end())
  process.send?.({ ready: true, port })
  log.info({ port, database: database.engine }, 'ready')
  await sayStartCode(database, env, now).catch((err: unknown) => log.error({ err }))
  await owed.find().catch((err: unknown) => log.error({ err }))
}

/** Where nobody has begun, whoever sits at the terminal is shown how. */
async function sayStartCode(database: Database, env: Env, now: () => Date) {
  const code = await database.transaction((tx) => issueStartCode(tx, env.secretKey, now()))
  if (code === undefined) return
  console.log(
    `这里还没有乡镇。请镇人大办第一位工作人员打开 ${env.publicUrl ?? '网页或小程序'}，点“第一次启动”，填启动码：${code}\n` +
      `启动码 ${startCodeMinutes} 分钟内有效，只能用一次；过期就重新启动服务器，会显示一个新的。`,
  )
}

function prepareFolder(folder: string) {
  try {
    privateFolder(folder)
  } catch {
    throw new BadEnvironment(`文件夹 ${folder} 不能写入，请用 DATA_DIR 换一个有权限的地方。`)
  }
}

const atMost = (ms: number, work: Promise<void>) =>
  Promise.race([work.catch(() => {}), new Promise<void>((resolve) => setTimeout(resolve, ms))])

const listenTrouble = (error: NodeJS.ErrnoException, port: number) =>
  error.code === 'EADDRINUSE'
    ? new BadEnvironment(`端口 ${port} 已经被别的程序占用，请先关掉它，或用 PORT=另一个数字 换一个端口。`)
    : error.code === 'EACCES'
      ? new BadEnvironment(`没有权限使用端口 ${port}，请用 PORT 换一个 1024 以上的端口。`)
      : error
