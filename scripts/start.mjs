// `npm start`: from a fresh clone to a running demo town. Needs no dependency to begin.
import { fork, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { buildIfStale, isBuilt } from './build.mjs'
import { compiled, compileIfStale } from './compile.mjs'
import { ensureInstalled, giveUp, requireNode, root } from './install.mjs'

const say = (line) => console.log(line)
const port = Number(process.env.PORT || 8080)
const dataDir = path.resolve(process.env.DATA_DIR || path.join(root, 'data'))
/** Agreed anew at every start between the server and the simulator, as a back office would keep them. */
const push = { token: 'demo', aesKey: randomBytes(32).toString('hex').slice(0, 43) }
/** As the simulator's templates are made. */
const templateFields = { number: 'character_string1', phrase: 'thing2', time: 'time3' }

requireNode()
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  giveUp(`PORT 要写 0 到 65535 之间的整数，现在是“${process.env.PORT}”。`)
await checkPort()
checkFolder()
ensureInstalled(say)
if (!isBuilt('h5')) {
  say('生成网页（第一次约半分钟）……')
  buildIfStale('h5', { quiet: true })
}
compileIfStale()
seedDemoTown()
await startChildren()

async function checkPort() {
  const trouble = await new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', (error) => resolve(error.code))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(undefined)))
  })
  if (trouble === 'EADDRINUSE')
    giveUp(`端口 ${port} 已经被别的程序占用，请先关掉它，或换一个端口：PORT=8081 npm start`)
  if (trouble === 'EACCES') giveUp(`没有权限使用端口 ${port}，请换一个 1024 以上的端口：PORT=8080 npm start`)
  if (trouble) giveUp(`端口 ${port} 用不了（${trouble}），请换一个端口：PORT=8081 npm start`)
}

function checkFolder() {
  try {
    fs.mkdirSync(dataDir, { recursive: true })
    const probe = path.join(dataDir, '.writable')
    fs.writeFileSync(probe, '')
    fs.rmSync(probe)
  } catch {
    giveUp(`文件夹 ${dataDir} 不能写入，请换一个有权限的地方：DATA_DIR=/别的/文件夹 npm start`)
  }
}

function seedDemoTown() {
  const result = spawnSync(process.execPath, [compiled('scripts/demo/seed')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development', DATA_DIR: dataDir },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (result.status !== 0) giveUp('演示数据没有准备好，请看上面的提示。')
}

async function startChildren() {
  const children = []
  let ending = false
  /** The server first, which finishes what it has in hand and may need the other one for it. */
  const end = async (code) => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(code), 15_000).unref()
    for (const child of children.toReversed()) {
      child.kill('SIGTERM')
      await child.gone
    }
    process.exit(code)
  }
  const launch = (script, env) => {
    const child = fork(script, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.gone = new Promise((resolve) => child.once('exit', resolve))
    void child.gone.then((code) => void end(code ?? 1))
    children.push(child)
    return new Promise((resolve) => child.once('message', resolve))
  }
  process.on('SIGINT', () => void end(0))
  process.on('SIGTERM', () => void end(0))
  stopWithNpm(() => void end(0))

  const simulator = await launch(compiled('scripts/wechat-simulator/main'), {
    SIMULATOR_PORT: '0',
    SIMULATOR_SEED_FILE: path.join(dataDir, 'simulator-seed.json'),
  })
  const server = await launch(compiled('server/main'), {
    NODE_ENV: 'development',
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env.LOG_LEVEL || 'error',
    DEMO_PERSONAS: 'on',
    ...(port === 0 ? {} : { PUBLIC_URL: `http://127.0.0.1:${port}` }),
    WECHAT_API_BASE: simulator.url,
    WECHAT_APPID: 'wx0000000000000000',
    WECHAT_SECRET: 'development-only-secret',
    WECHAT_PUSH_TOKEN: push.token,
    WECHAT_PUSH_AES_KEY: push.aesKey,
    WECHAT_TEMPLATES: JSON.stringify({
      task: { id: 'sim-template-task', fields: templateFields },
      progress: { id: 'sim-template-progress', fields: templateFields },
    }),
  })
  if (!(await shakeHands(simulator.controlUrl, server.port)))
    say('消息推送没有接上，“已送达”“已退订”不会更新；别的照常。')
  say(`代表之家 http://localhost:${server.port}`)
}

/** Tells the simulator where its events go, which asks the address first, as WeChat does. */
async function shakeHands(controlUrl, serverPort) {
  const answer = await fetch(`${controlUrl}/__sim/push/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `http://127.0.0.1:${serverPort}/wechat/push`, mode: 'safe', ...push }),
  }).catch(() => undefined)
  return answer?.ok === true && (await answer.json()).verified === true
}

/** npm does not pass a signal on; once it is gone, nobody is left who could stop what it started. */
function stopWithNpm(stop) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return
  setInterval(() => {
    if (process.ppid !== parent) stop()
  }, 500).unref()
}
