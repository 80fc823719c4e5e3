// `npm run bench:broadcast [number]`: a broadcast through one hour of "WeChat down", on the embedded database.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { connect } from '../../server/database/connect'
import { readEnv } from '../../server/env'
import { createWechat } from '../../server/gateways/wechat/wechat'
import { createLog } from '../../server/http/log'
import { startSimulator } from '../wechat-simulator/simulator'
import { broadcastOpenids, oweBroadcast } from './owe-broadcast'
import { throughOutage } from './through-outage'

async function main() {
  const count = Number(process.argv[2] ?? 50_000)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-bench-'))
  const clock = turnable(Date.UTC(2026, 10, 23, 1))
  const openids = broadcastOpenids(count)
  const simulator = await startSimulator({
    now: () => clock.now().getTime(),
    sendTakesMs: 0,
    log: () => {},
    users: openids.map((openid) => ({ openid })),
    // More than one, so that a second send would arrive and be counted.
    subscriptions: openids.map((openid) => ({ openid, templateId: 'sim-template-progress', accepts: 3 })),
  })
  const fields = { number: 'character_string1', phrase: 'thing2', time: 'time3' }
  const env = readEnv({
    NODE_ENV: 'test',
    DATA_DIR: folder,
    WECHAT_API_BASE: simulator.url,
    WECHAT_APPID: 'wx0000000000000000',
    WECHAT_SECRET: 'development-only-secret',
    WECHAT_TEMPLATES: JSON.stringify({
      task: { id: 'sim-template-task', fields },
      progress: { id: 'sim-template-progress', fields },
    }),
  })
  const database = await connect(env.databaseUrl)
  try {
    await oweBroadcast(database, openids, clock.now())
    const started = performance.now()
    const parts = {
      database,
      wechat: createWechat(env.wechat, clock.now),
      now: clock.now,
      log: createLog('silent'),
      outboxLeaseSeconds: 60,
      pushesADay: 10_000_000,
    }
    const figures = await throughOutage(parts, { simulator, clock, owed: openids })
    const seconds = (performance.now() - started) / 1000
    console.log({ count, ...figures, seconds: Math.round(seconds), perSecond: Math.round(count / seconds) })
    if (figures.lost > 0 || figures.duplicates > figures.cutOff) process.exitCode = 1
  } finally {
    await database.close()
    await simulator.close()
    fs.rmSync(folder, { recursive: true })
  }
}

function turnable(start: number) {
  let at = start
  return {
    now: () => new Date(at),
    advance: ({ minutes = 0 }) => {
      at += minutes * 60_000
    },
  }
}

void main()
