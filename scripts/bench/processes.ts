import { type ChildProcess, fork } from 'node:child_process'
import { buildSync } from 'esbuild'
import fs from 'node:fs'
import path from 'node:path'
import type { Single } from './load/load'
import type { Order } from './load/main'
import { compiled, compileIfStale } from '../compile.mjs'
import type { Usage } from './usage'

const root = path.resolve(__dirname, '../..')

/** A server that is measured. */
export interface Measured {
  port: number
  usage: () => Promise<Usage>
  stop: () => Promise<void>
}

/** Both servers as a server is run, compiled; the product is beside them, which `npm run serve` compiles. */
function start(script: string, env: Record<string, string>, options: readonly string[] = []) {
  compileIfStale()
  const outfile = path.join(root, 'server/dist', script.replace(/\.ts$/, '.js'))
  buildSync({
    absWorkingDir: root,
    entryPoints: [script],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  return fork(outfile, {
    cwd: root,
    execArgv: [...options],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      BENCH_SERVER: compiled('server/serve'),
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** @throws where it ends before it has said so */
const said = <T>(child: ChildProcess) =>
  new Promise<T>((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`it ended with ${code}: ${child.spawnargs.at(-1)}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as T)
    })
  })

async function ended(child: ChildProcess) {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

/** @param profileIn a folder in which a profile of its CPU is left when it ends */
export async function startServer(
  script: string,
  env: Record<string, string>,
  profileIn?: string,
): Promise<Measured> {
  const profiled = profileIn === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileIn}`]
  const child = start(script, env, profiled)
  const { port } = await said<{ port: number }>(child)
  return {
    port,
    usage: () => {
      const answer = said<Usage>(child)
      child.send('usage')
      return answer
    },
    stop: () => ended(child),
  }
}

export interface Loader {
  ask: (order: Order) => Promise<Single>
  stop: () => Promise<void>
}

export async function startLoader(aimsFile: string): Promise<Loader> {
  const child = start('scripts/bench/load/main.ts', { BENCH_AIMS: aimsFile })
  await said(child)
  return {
    ask: (order) => {
      const answer = said<Single>(child)
      child.send(order)
      return answer
    },
    stop: () => ended(child),
  }
}

/** What a process of this machine has used of it so far; of a database that runs beside us. */
export function cpuMsOf(pid: number | undefined): number {
  if (pid === undefined) return 0
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
