// A private MariaDB for the tests: own folder, own port, gone afterwards. Never a system-wide one.
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

export const findMariadb = () =>
  ['/usr/sbin/mariadbd', '/usr/bin/mariadbd'].find((file) => fs.existsSync(file))

const freePort = () =>
  new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

/** Nothing in it outlives the tests, so it need not touch the disk where memory has three gigabytes to spare. */
function roomyMemory() {
  try {
    const { bavail, bsize } = fs.statfsSync('/dev/shm')
    return bavail * bsize > 3 * 2 ** 30 ? '/dev/shm' : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {{ onDisk?: boolean }} where `onDisk` for what grows to gigabytes
 * @returns {Promise<import('./mariadb.d.mts').Mariadb>}
 */
export async function startMariadb({ onDisk = false } = {}) {
  const room = onDisk ? undefined : roomyMemory()
  const folder = fs.mkdtempSync(path.join(room ?? os.tmpdir(), 'deputies-home-mariadb-'))
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      ...asRoot,
      `--datadir=${folder}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    { stdio: 'ignore' },
  )
  const socket = path.join(folder, 's.sock')
  const port = await freePort()
  const admin = (statement) =>
    execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', statement], {
      stdio: 'ignore',
    })
  const run = async () => {
    const server = spawn(
      findMariadb(),
      [
        '--no-defaults',
        ...asRoot,
        `--datadir=${folder}`,
        `--socket=${socket}`,
        `--port=${port}`,
        '--bind-address=127.0.0.1',
        '--skip-name-resolve',
        '--character-set-server=utf8mb4',
        '--collation-server=utf8mb4_unicode_ci',
        '--max-connections=400',
        // The tests kill servers, not the database: it need not write through to the disk at every commit.
        '--innodb-flush-log-at-trx-commit=2',
        '--innodb-doublewrite=0',
        // The matrix fills millions of rows: they neither wait for a full log nor push each other out.
        '--innodb-log-file-size=256M',
        '--innodb-buffer-pool-size=512M',
        // Two plans of one question would be luck: enough pages are looked at for one answer.
        '--innodb-stats-persistent-sample-pages=200',
        '--skip-log-bin',
      ],
      { stdio: 'ignore' },
    )
    const ended = new Promise((resolve) => server.once('exit', resolve))
    for (let left = 200; ; left -= 1) {
      try {
        admin('SELECT 1')
        return { server, ended }
      } catch (error) {
        if (left === 0 || server.exitCode !== null) throw error
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  }
  const end = async ({ server, ended }, signal) => {
    server.kill(signal)
    await ended
  }
  let running = await run()
  admin("CREATE USER 'tests'@'127.0.0.1' IDENTIFIED BY 'tests'; GRANT ALL ON *.* TO 'tests'@'127.0.0.1';")
  return {
    url: `mariadb://tests:tests@127.0.0.1:${port}`,
    kill: () => end(running, 'SIGKILL'),
    async startAgain() {
      running = await run()
    },
    async stop() {
      await end(running, 'SIGTERM')
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
