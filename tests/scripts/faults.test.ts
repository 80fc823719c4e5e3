import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { scenarios } from '../../scripts/faults/scenarios'

const root = path.resolve(__dirname, '../..')
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/faults/main.ts', ...args],
    { cwd: root, encoding: 'utf8' },
  )
  return { status, said: stdout + stderr }
}

test('a database that gives no sound, cannot be reached or is killed: 503 in time, never 500, and back by itself', () => {
  const { status, said } = run('away', '--engine', 'mariadb', '--times', '1')
  expect(said).not.toContain('不对')
  expect({ status, outages: /"outages":(\d+)/.exec(said)?.[1] }).toEqual({ status: 0, outages: '3' })
})

test('the command lists every way, and says how it is used when it is asked for one that there is not', () => {
  const help = run('--help')
  expect(help.status).toBe(0)
  expect(
    scenarios.filter(({ name, says }) => !help.said.includes(name) || !help.said.includes(says)),
  ).toEqual([])
  expect(run('flood')).toEqual({ status: 1, said: help.said })
})
