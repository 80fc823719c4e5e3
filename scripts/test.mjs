// `npm test`: everything, on both databases, in a real Chromium and on the real weapp output.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { compileIfStale } from './compile.mjs'
import { ensureInstalled, giveUp, root } from './install.mjs'
import { findMariadb, startMariadb } from './mariadb.mjs'

/** The one without windows opens pages with half the work. */
const lightBrowser = 'chromium-headless-shell'
const findChromium = () =>
  [
    process.env.CHROMIUM,
    ...[lightBrowser, 'chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`),
  ].find((file) => file && fs.existsSync(file))
/** Where each test file leaves which operations it has measured. */
const measuredIn = path.join(root, 'tests/.output/measured')
const mayInstall = fs.existsSync('/etc/debian_version') && process.getuid?.() === 0
const hasChineseFont = () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim()

ensureInstalled()
fs.rmSync(measuredIn, { recursive: true, force: true })
compileIfStale()
const missing = missingTools()
// Fetching waits for others, building does not.
const [mariadb, ...built] = await Promise.all([
  installTools(missing).then(() => startMariadb()),
  ...['weapp', 'h5'].map(buildBeside),
])
if (!built.every(Boolean)) {
  await mariadb.stop()
  process.exit(1)
}
const results = path.join(os.tmpdir(), `deputies-home-tests-${process.pid}.json`)
const jest = spawnSync(
  process.execPath,
  [
    // Half as much time goes into collecting what short-lived objects leave behind.
    '--max-semi-space-size=64',
    path.join(root, 'node_modules/jest/bin/jest.js'),
    '--json',
    `--outputFile=${results}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', TEST_MARIADB_URL: mariadb.url, CHROMIUM: findChromium() },
  },
)
await mariadb.stop()
process.exitCode = report()

/** Each in a process of its own, so that both cores are used. */
async function buildBeside(target) {
  const child = spawn(process.execPath, [path.join(root, 'scripts/build.mjs'), target, '--if-stale'], {
    stdio: 'inherit',
  })
  return hasPassed(child)
}

function hasPassed(child) {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code === 0))
    child.once('error', () => resolve(false))
  })
}

/** The last line is the plain count; a suite that could not even start counts as failed. */
function report() {
  if (!fs.existsSync(results)) giveUp('0 passed, 1 failed')
  const summary = JSON.parse(fs.readFileSync(results, 'utf8'))
  fs.rmSync(results)
  const unmeasured = process.argv.length > 2 ? [] : operationsUnmeasured()
  for (const name of unmeasured) console.log(`没有一个测试量过 ${name} 问了几次数据库，或者它问得太多。`)
  const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites + unmeasured.length
  const skipped = summary.numPendingTests + summary.numTodoTests
  console.log(
    `${summary.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  )
  return failed > 0 || jest.status !== 0 ? 1 : 0
}

/** Operations that no test of the whole run has carried out, or that have asked the database more often than they may. */
function operationsUnmeasured() {
  const served = new Set()
  const measured = new Set()
  const over = new Set()
  for (const file of fs.readdirSync(measuredIn)) {
    const left = JSON.parse(fs.readFileSync(path.join(measuredIn, file), 'utf8'))
    for (const name of left.served) served.add(name)
    for (const name of left.measured) measured.add(name)
    for (const line of left.over) over.add(`${line} (${left.file})`)
  }
  return [...[...served].filter((name) => !measured.has(name)), ...over]
}

/** Those that nobody here may install end it before anything is built. */
function missingTools() {
  const missing = [
    ...(findMariadb() ? [] : ['mariadb-server']),
    ...(findChromium() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ]
  if (missing.length > 0 && !mayInstall)
    giveUp(
      `测试要用到 ${missing.join('、')}，请先安装（Debian：sudo apt-get install ${missing.join(' ')}）。`,
    )
  return missing
}

async function installTools(missing) {
  if (missing.length > 0) console.log(`安装测试要用的 ${missing.join('、')}……`)
  const wanted = missing.filter((name) => name !== 'chromium')
  const isLight = fs.existsSync(`/usr/bin/${lightBrowser}`)
  const ways = [[...wanted, ...(isLight || process.env.CHROMIUM ? [] : [lightBrowser])], missing]
  if (!mayInstall || ways.every((packages) => packages.length === 0)) return
  await apt(['update', '-qq'])
  for (const packages of ways)
    if (
      packages.length === 0 ||
      (await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]))
    )
      return
  giveUp(`没有装上 ${missing.join('、')}，请用 apt-get install 手动安装后再试。`)
}

/** A mirror that does not answer is asked no longer than a build takes. */
function apt(args) {
  const patience = ['http::Timeout=20', 'https::Timeout=20', 'Retries=1'].flatMap((one) => [
    '-o',
    `Acquire::${one}`,
  ])
  const child = spawn('apt-get', [...args, ...patience], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return hasPassed(child)
}
