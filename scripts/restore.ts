import path from 'node:path'
import { fillFrom, openBackup } from '../server/database/backup/restore-backup'
import { keyMarkOf } from '../server/database/backup/take-backup'
import { prepareTarget } from '../server/database/backup/target'
import { connect } from '../server/database/connect'
import { readEnv } from '../server/env'
import { createWechat } from '../server/gateways/wechat/wechat'
import { createLog } from '../server/http/log'
import { sayRestored, settleRestored } from '../server/jobs/after-restore'
import { BadUsage, runCommand } from './command'

/** `npm run restore`: brings a backup back into the database of this server, which must not run meanwhile. */
const usage = `用法：
  npm run restore -- 备份文件              先停下服务器；目标数据库要是空的
  npm run restore -- 备份文件 --replace    换掉现在的内容，原来的留一份
  npm run restore -- 备份文件 --check      只核对备份文件，什么也不改
恢复到 DATABASE_URL 或 DATA_DIR 指的数据库，SQLite 和 MySQL、MariaDB 的备份可以互相恢复。`

/** The tables of a large town take a while; nobody waits behind this. */
const waitMs = 60_000

void runCommand(
  { usage, options: { replace: { type: 'boolean' }, check: { type: 'boolean' } }, atMost: 1 },
  async ({ values, positionals }) => {
    const [file] = positionals
    if (file === undefined) throw new BadUsage('请写要恢复的备份文件。')
    const env = readEnv({ ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'development' })
    const now = () => new Date()
    const header = await openBackup(file)
    console.log(`备份是完整的：${header.takenAt} 做的（${header.engine}）。`)
    if (header.keyMark !== keyMarkOf(env.secretKey))
      console.log(
        '提示：现在的 SECRET_KEY 和备份时的不一样。没有用过的邀请码、群众留的微信手机号、正在投的票会打不开；能找回原来的，请先换回来。',
      )
    if (values.check) return
    const target = await prepareTarget(
      { url: env.databaseUrl, secretKey: env.secretKey, safetyFolder: path.dirname(path.resolve(file)) },
      values.replace ?? false,
      now,
    )
    try {
      await fillFrom(file, header, target.url)
      await report(target.url, header.takenAt, now)
    } catch (error) {
      target.giveUp()
      throw error
    }
    const before = target.finish()
    if (before !== undefined) console.log(`原来的内容留在 ${before}，确认没有问题以后再删。`)
    console.log('恢复好了，可以启动服务器。所有人要重新登录；备份以后办的事要再办一次。')

    async function report(url: string, takenAt: string, at: () => Date) {
      const database = await connect(url, undefined, waitMs)
      try {
        const { setAside } = await settleRestored(
          {
            database,
            wechat: createWechat(env.wechat, at),
            now: at,
            log: createLog('silent'),
            outboxLeaseSeconds: env.outboxLeaseSeconds,
            pushesADay: env.wechat.pushesADay,
          },
          takenAt,
        )
        const { counts, newest } = await sayRestored({ database })
        for (const [kind, count] of Object.entries(counts)) console.log(`${kind}：${count}`)
        console.log(`最近的一件事：${newest ?? '没有'}`)
        console.log(
          `${setAside} 条微信提醒没有再发，在镇人大办的“未送达的提醒”里，写着“恢复备份以前没有发出的”，可以一条一条再发。`,
        )
      } finally {
        await database.close()
      }
    }
  },
)
