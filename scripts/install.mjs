// Installs the dependencies when they are missing or do not match the lock file. Needs nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** One sentence, no stack, exit code 1. */
export function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  giveUp(`需要 Node.js 20.19 或更新的版本，现在是 ${process.versions.node}。请到 nodejs.org 安装后再试。`)
}

const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages

/** npm keeps a copy of what it installed; optional packages of other systems are not in it. */
function isInstalled() {
  try {
    const wanted = read('package-lock.json')
    const present = read('node_modules/.package-lock.json')
    return Object.entries(wanted).every(
      ([place, { version, optional }]) => place === '' || optional || present[place]?.version === version,
    )
  } catch {
    return false
  }
}

const isWindows = process.platform === 'win32'
const npm = (args) =>
  spawnSync(isWindows ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    encoding: 'utf8',
    shell: isWindows,
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** The one package that has to be compiled where nothing ready-made can be fetched. */
const compiled = path.join(root, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node')

/** A sign of life every half minute: npm itself is silent while it works, and nobody trusts silence. */
const tick = () =>
  spawn(
    process.execPath,
    [
      '-e',
      'let seconds = 0; setInterval(() => console.log(`……还在安装，已过 ${(seconds += 30)} 秒`), 30_000)',
    ],
    { stdio: ['ignore', 'inherit', 'ignore'] },
  )

/**
 * What needs no database needs no more than this. No package runs a script of its own, one of which would call its
 * vendor's site.
 * @param {(line: string) => void} say
 */
export function ensurePackages(say = console.log) {
  requireNode()
  if (isInstalled()) return
  say('安装依赖（第一次要几分钟，要编译一个数据库驱动）……')
  meanwhileTicking(() => npm(['ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts']))
}

/** @param {(line: string) => void} say */
export function ensureInstalled(say = console.log) {
  ensurePackages(say)
  if (!fs.existsSync(compiled))
    meanwhileTicking(() => npm(['rebuild', 'better-sqlite3', '--ignore-scripts=false', '--loglevel=error']))
}

function meanwhileTicking(install) {
  const ticking = tick()
  const installed = install()
  ticking.kill()
  check(installed)
}

function check({ status }) {
  if (status === 0) return
  giveUp(
    '依赖没有装上：请看上面的提示。常见原因是没有网络，或没有装编译工具（Debian：apt-get install build-essential python3）。',
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled()
