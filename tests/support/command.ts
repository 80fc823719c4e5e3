import { execFile } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/** Runs a command of `package.json` as somebody types it, by its name. @returns its exit code and all that it said */
export const runScript = (name: string, args: readonly string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const inherited = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' }
    execFile(
      process.execPath,
      [path.join(root, 'scripts/run.mjs'), name, ...args],
      { cwd: root, env: { ...inherited, NODE_ENV: 'development', ...env } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    )
  })
