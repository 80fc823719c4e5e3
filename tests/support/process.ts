import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/**
 * One server process as `npm run serve` starts it, with what it said on its way.
 * @param at the instant at which its clock begins; without it, it goes by the clock of this machine
 * @param file what is run instead of the server as it is
 */
export async function startProcess(
  env: Record<string, string>,
  at?: string,
  file = at ? 'tests/support/serve-at.mjs' : 'scripts/serve.mjs',
) {
  const inherited = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' }
  const child: ChildProcess = fork(path.join(root, file), at ? [at] : [], {
    cwd: root,
    execArgv: file.endsWith('.ts') ? ['--import', 'tsx'] : [],
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const ready = new Promise<number | undefined>((resolve) => {
    child.once('message', (message) => resolve((message as { port?: number }).port))
    void ended.then(() => resolve(undefined))
  })
  const port = await ready
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    said: () => said,
    ended,
    kill: async (signal: NodeJS.Signals) => {
      child.kill(signal)
      return ended
    },
  }
}
