// `npm run check`: format, lint, types, generated docs, lock file, architecture.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensurePackages, root } from './install.mjs'

ensurePackages()

const bin = (file) => path.join(root, 'node_modules', file)
const steps = [
  // On a fresh checkout it takes as long as the rest, and the rest does not need it.
  ['数据库驱动', ['scripts/install.mjs']],
  ['格式', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['写法', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  ['类型', [bin('typescript/bin/tsc'), '-p', '.']],
  ['生成的文档', ['--import', 'tsx', 'scripts/docs.ts', '--check']],
  ['锁文件', ['scripts/complete-lock.mjs', '--check']],
  ['结构', [bin('jest/bin/jest.js'), '--selectProjects', 'house', '--', 'tests/architecture.test.ts']],
]

/** A quarter of the time of the rules goes into collecting short-lived objects otherwise. */
const roomy = ['--max-semi-space-size=128']

/** @returns whether it passed; what it said is shown only where it did not */
function take([name, args]) {
  const started = performance.now()
  const child = spawn(process.execPath, [...roomy, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Types are read once, not kept ready for the next keystroke.
    env: { ...process.env, CI: 'true' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => {
    child.once('close', (code) => {
      console.log(
        `${code === 0 ? '✓' : '✗'} ${name}（${((performance.now() - started) / 1000).toFixed(1)} 秒）`,
      )
      if (code !== 0) console.log(said)
      resolve(code === 0)
    })
  })
}

/** Two of these go side by side, for two cores. */
async function takeInTurn(results = []) {
  for (let step = steps.shift(); step; step = steps.shift()) results.push(await take(step))
  return results
}
const results = await Promise.all([takeInTurn(), takeInTurn()])
process.exitCode = results.flat().every(Boolean) ? 0 : 1
