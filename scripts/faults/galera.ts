import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

/** Three nodes of one cluster on this machine, in folders of their own, gone after `stop`; each is told by its place. */
export interface Galera {
  /** Of each node, as `mariadb://user:password@host:port`. */
  urls: string[]
  /** As when its machine loses it: no farewell. Its files stay, and `startAgain` finds them. */
  kill(at: number): Promise<void>
  /** It keeps its lines and says nothing more, until it thaws. */
  freeze(at: number): void
  thaw(at: number): void
  startAgain(at: number): Promise<void>
  stop(): Promise<void>
}

interface Node {
  name: string
  folder: string
  port: number
  /** For the group; the next one as well. */
  group: number
  /** Where it takes a copy of another node. */
  copy: number
  process?: { server: ChildProcess; ended: Promise<void> }
}

const firstOf = (...files: string[]) => files.find((file) => fs.existsSync(file))
const mariadbd = firstOf('/usr/sbin/mariadbd', '/usr/bin/mariadbd')
const provider = firstOf('/usr/lib/galera/libgalera_smm.so', '/usr/lib64/galera-4/libgalera_smm.so')
const neededBytes = 2 * 2 ** 30

/** Why there can be no cluster on this machine; undefined where there can. */
export function noGalera(): string | undefined {
  if (mariadbd === undefined || provider === undefined) return '没有 mariadbd 或 Galera 的库'
  if (firstOf('/usr/bin/rsync', '/usr/local/bin/rsync') === undefined) return '没有 rsync'
  if (isRoot() && ownerId('mysql') === undefined) return '没有用户 mysql'
  if (freeBytes() < neededBytes) return '内存不够三个节点用'
  return undefined
}

const isRoot = () => process.getuid?.() === 0

/** What is free and what others would give back. */
function freeBytes(): number {
  try {
    const [, kilobytes] = /^MemAvailable:\s+(\d+)/m.exec(fs.readFileSync('/proc/meminfo', 'utf8')) ?? []
    return Number(kilobytes) * 1024
  } catch {
    return os.freemem()
  }
}

function roomyFolder(): string {
  try {
    const { bavail, bsize } = fs.statfsSync('/dev/shm')
    return bavail * bsize > neededBytes ? '/dev/shm' : os.tmpdir()
  } catch {
    return os.tmpdir()
  }
}

function ownerId(user: string): { uid: number; gid: number } | undefined {
  const [, uid, gid] =
    new RegExp(`^${user}:[^:]*:(\\d+):(\\d+):`, 'm').exec(fs.readFileSync('/etc/passwd', 'utf8')) ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** The copying script of a node does not work as root. */
const owner = () => (isRoot() ? ownerId('mysql') : undefined)

const common = [
  '--no-defaults',
  '--bind-address=127.0.0.1',
  '--skip-name-resolve',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_unicode_ci',
  '--max-connections=100',
  '--performance-schema=OFF',
  '--innodb-buffer-pool-size=48M',
  '--innodb-log-file-size=16M',
  // What one node loses the others have.
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-autoinc-lock-mode=2',
  '--binlog-format=ROW',
  '--wsrep-on=ON',
  `--wsrep-provider=${provider}`,
  '--wsrep-cluster-name=tests',
  '--wsrep-node-address=127.0.0.1',
  '--wsrep-sst-method=rsync',
]
/** As `docs/operate.md` tells a county: a dead node is given up within the patience of one request. */
const givesUp = 'evs.keepalive_period=PT0.5S;evs.suspect_timeout=PT2S;evs.inactive_timeout=PT4S'

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** Four in a row, below those that the machine hands out by itself. */
async function freePorts(): Promise<number> {
  for (;;) {
    const first = 10_000 + 4 * Math.floor(Math.random() * 5000)
    const free = await Promise.all([0, 1, 2, 3].map((more) => isFree(first + more)))
    if (!free.includes(false)) return first
  }
}

export async function startGalera(): Promise<Galera> {
  const folder = fs.mkdtempSync(path.join(roomyFolder(), 'deputies-home-galera-'))
  const user = owner()
  if (user) fs.chownSync(folder, user.uid, user.gid)
  const newNode = async (name: string): Promise<Node> => {
    const port = await freePorts()
    return { name, folder: path.join(folder, name), port, group: port + 1, copy: port + 3 }
  }
  const first = await newNode('one')
  const others = [await newNode('two'), await newNode('three')]
  const nodes = [first, ...others]
  const nodeAt = (at: number) => nodes[at] ?? first
  const stop = async () => {
    await Promise.all(nodes.map((node) => end(node, 'SIGKILL')))
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    const theirs = { stdio: 'ignore', ...user } as const
    const install = [
      `--datadir=${first.folder}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ]
    execFileSync('mariadb-install-db', ['--no-defaults', ...install], theirs)
    // Whoever begins with the files of the first needs no copy of it.
    await run(first, [], ['--wsrep-new-cluster'])
    admin(
      first,
      "CREATE USER 'tests'@'127.0.0.1' IDENTIFIED BY 'tests'; GRANT ALL ON *.* TO 'tests'@'127.0.0.1';",
    )
    await end(first, 'SIGTERM')
    for (const node of others) execFileSync('cp', ['-a', first.folder, node.folder], theirs)
    await run(first, [], ['--wsrep-new-cluster'])
    for (const node of others) await run(node, [first])
  } catch (error) {
    await stop()
    throw error
  }
  return {
    urls: nodes.map(({ port }) => `mariadb://tests:tests@127.0.0.1:${port}`),
    kill: (at) => end(nodeAt(at), 'SIGKILL'),
    freeze: (at) => void nodeAt(at).process?.server.kill('SIGSTOP'),
    thaw: (at) => void nodeAt(at).process?.server.kill('SIGCONT'),
    startAgain: (at) =>
      run(
        nodeAt(at),
        nodes.filter((node) => node !== nodeAt(at)),
      ),
    stop,
  }
}

const joinMs = 60_000

/** Returns once it takes part. */
async function run(node: Node, others: readonly Node[], more: readonly string[] = []) {
  const server = spawn(
    mariadbd ?? '',
    [
      ...common,
      `--datadir=${node.folder}`,
      `--socket=${socketOf(node)}`,
      `--port=${node.port}`,
      `--wsrep-node-name=${node.name}`,
      `--wsrep-cluster-address=gcomm://${others.map(({ group }) => `127.0.0.1:${group}`).join(',')}`,
      `--wsrep-sst-receive-address=127.0.0.1:${node.copy}`,
      `--wsrep-provider-options=base_port=${node.group};gcache.size=32M;gcache.page_size=32M;${givesUp}`,
      ...more,
    ],
    { stdio: ['ignore', 'ignore', fs.openSync(logOf(node), 'a')], ...owner() },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  node.process = { server, ended }
  const began = performance.now()
  while (!isReady(node)) {
    const isLate = performance.now() - began > joinMs
    if (isLate || server.exitCode !== null)
      throw new Error(`the node ${node.name} did not join: ${lastErrors(node).join('; ')}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const logOf = ({ folder }: Node) => `${folder}.log`
const lastErrors = (node: Node) =>
  fs
    .readFileSync(logOf(node), 'utf8')
    .split('\n')
    .filter((line) => line.includes('ERROR'))
    .slice(-3)
const socketOf = ({ folder }: Node) => path.join(folder, 's.sock')

function isReady(node: Node): boolean {
  try {
    return /\bON\b/.test(admin(node, "SHOW STATUS LIKE 'wsrep_ready'"))
  } catch {
    return false
  }
}

const admin = (node: Node, statement: string) =>
  execFileSync('mariadb', ['--no-defaults', `--socket=${socketOf(node)}`, '-uroot', '-e', statement], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

async function end(node: Node, signal: NodeJS.Signals) {
  const { server, ended } = node.process ?? {}
  server?.kill(signal)
  await ended
}
