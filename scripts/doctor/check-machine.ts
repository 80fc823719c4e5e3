import fs from 'node:fs'
import path from 'node:path'
import { probe } from '../../server/database/probe'
import { type Check, right, wrong } from './finding'

const leastFreeBytes = 1024 ** 3

export function machineChecks(databaseUrl: string, dataDir: string): Check[] {
  return [
    {
      name: '数据库',
      async look() {
        const found = await probe(databaseUrl).catch((error: Error) => error)
        if (found instanceof Error)
          return [wrong(`连不上，请检查 DATABASE_URL 或 DATA_DIR：${found.message}`)]
        if (found === 'absent') return [right('还没有建立，第一次启动时自动建立。')]
        return [
          found.waiting === 0
            ? right('连得上，结构是最新的。')
            : right(`连得上，有 ${found.waiting} 处结构要更新，启动服务器时自动更新。请先备份。`),
        ]
      },
    },
    {
      name: '存储',
      async look() {
        const probeFile = path.join(dataDir, `.doctor-${process.pid}`)
        try {
          await fs.promises.mkdir(dataDir, { recursive: true })
          await fs.promises.writeFile(probeFile, '')
          await fs.promises.rm(probeFile)
        } catch {
          return [wrong(`文件夹 ${dataDir} 不能写入，请用 DATA_DIR 换一个有权限的地方。`)]
        }
        const { bavail, bsize } = await fs.promises.statfs(dataDir)
        const free = bavail * bsize
        const gigabytes = (free / 1024 ** 3).toFixed(1)
        return [
          free >= leastFreeBytes
            ? right(`能写入，还有 ${gigabytes} GB。`)
            : wrong(`只剩 ${gigabytes} GB，请腾出空间，或用 DATA_DIR 换一个盘。`),
        ]
      },
    },
  ]
}
