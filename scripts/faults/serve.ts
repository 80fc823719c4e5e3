import { type ChildProcess, fork } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const root = path.resolve(__dirname, '../..')
const failing = pathToFileURL(path.join(__dirname, 'fault-file.ts')).href

/** One server process, as `npm run serve` starts it. */
export interface Served {
  url: string
  child: ChildProcess
  /** From the start of the process until it said that it was ready. */
  readyMs: number
  /** What it wrote on its way. */
  said(): string
  ended: Promise<number | null>
  kill(signal: NodeJS.Signals): Promise<number | null>
}

/** @throws with what the process said, when it ended before it was ready */
export async function serve(env: Record<string, string>): Promise<Served> {
  const began = performance.now()
  const child = fork(path.join(root, 'scripts/serve.mjs'), {
    cwd: root,
    execArgv: env.FAULT_FILE ? ['--import', 'tsx', '--import', failing] : [],
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: ['ignore', env.FAULT_LOG ? fs.openSync(env.FAULT_LOG, 'a') : 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  const listen = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000))
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    void ended.then((code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    readyMs: Math.round(performance.now() - began),
    said: () => said,
    ended,
    kill(signal) {
      child.kill(signal)
      return ended
    },
  }
}
