import { noteBackup, removeOld, takeBackup } from '../server/database/backup/take-backup'
import { BadEnvironment, readEnv } from '../server/env'
import { BadUsage, runCommand } from './command'

/** `npm run backup`: one verified file with everything in it, while the server goes on. */
const usage = `用法：
  npm run backup -- 文件夹                 把整个数据库（照片也在里面）备份成文件夹里的一个文件，服务器不用停
  npm run backup -- 文件夹 --keep-days 60  备份成功以后，删掉 60 天以前的备份
不写文件夹，就用环境变量 BACKUP_DIR。数据库从 DATABASE_URL 或 DATA_DIR 找，和服务器用同样的设置。`

void runCommand(
  { usage, options: { 'keep-days': { type: 'string' } }, atMost: 1 },
  async ({ values, positionals }) => {
    const env = readEnv({ ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'development' })
    const folder = positionals[0] ?? env.backupDir
    if (!folder) throw new BadUsage('请写备份放在哪个文件夹。')
    const keepDays = values['keep-days'] === undefined ? undefined : Number(values['keep-days'])
    if (keepDays !== undefined && !(Number.isInteger(keepDays) && keepDays >= 1))
      throw new BadUsage('--keep-days 要写 1 以上的整数。')
    const now = () => new Date()
    const began = now()
    const { file, counts } = await takeBackup(
      { url: env.databaseUrl, secretKey: env.secretKey, folder },
      now,
    ).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOSPC') throw new BadEnvironment(`${folder} 没有空间了，没有备份成。`)
      if (error.code === 'EACCES' || error.code === 'EROFS')
        throw new BadEnvironment(`${folder} 不能写入，没有备份成。请换一个文件夹，或改权限。`)
      throw error
    })
    const rows = Object.values(counts).reduce((sum, count) => sum + count.rows, 0)
    console.log(`备份好了，又读了一遍核对过：${file}（${Object.keys(counts).length} 张表，${rows} 行）`)
    await noteBackup(env.databaseUrl, { began, ended: now() }).catch(() =>
      console.error('备份的时间没有记进数据库，npm run doctor 会以为没有备份；备份文件是好的。'),
    )
    if (keepDays !== undefined) console.log(`删掉了 ${removeOld(folder, keepDays, now())} 份旧备份。`)
  },
)
