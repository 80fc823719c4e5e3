import { readLastBackup } from '../../server/database/backup/last-backup'
import { type Check, right, skipped, wrong } from './finding'

const mostDays = 2

/** Whether there is a backup that is not older than two days. */
export const backupCheck = (databaseUrl: string, now: () => Date): Check => ({
  name: '备份',
  async look() {
    const last = await readLastBackup(databaseUrl)
    if (last === 'absent') return [skipped('数据库还没有建立。')]
    if (last === null)
      return [wrong('还没有备份过。请运行 npm run backup -- 文件夹，再让它每天夜里自动运行。')]
    const days = (now().getTime() - last.getTime()) / 86_400_000
    return [
      days <= mostDays
        ? right(`最近一次是 ${last.toISOString()}。`)
        : wrong(
            `最近一次是 ${last.toISOString()}，已经 ${Math.floor(days)} 天了。请看每天夜里的备份为什么没有做成。`,
          ),
    ]
  },
})
