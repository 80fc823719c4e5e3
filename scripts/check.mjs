// `npm run check`: format, lint, types, generated docs, lock file, architecture.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensureInstalled, root } from './install.mjs'

ensureInstalled()

const bin = (file) => path.join(root, 'node_modules', file)
const steps = [
  ['格式', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['写法', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  ['类型', [bin('typescript/bin/tsc'), '-p', '.']],
  ['生成的文档', ['--import', 'tsx', 'scripts/docs.ts', '--check']],
  ['锁文件', ['scripts/complete-lock.mjs', '--check']],
  ['结构', [bin('jest/bin/jest.js'), '--selectProjects', 'house', '--', 'tests/architecture.test.ts']],
]

let failed = 0
for (const [name, args] of steps) {
  const started = performance.now()
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
  })
  const ok = result.status === 0
  console.log(`${ok ? '✓' : '✗'} ${name}（${((performance.now() - started) / 1000).toFixed(1)} 秒）`)
  if (!ok) {
    failed += 1
    console.log(result.stdout + result.stderr)
  }
}
process.exitCode = failed > 0 ? 1 : 0
