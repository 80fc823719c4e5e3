import fs from 'node:fs'
import path from 'node:path'
import { runScript } from '../support/command'

const { scripts } = JSON.parse(fs.readFileSync(path.resolve(__dirname, '../../package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
/** Those that are typed with something behind them. */
const commands = Object.keys(scripts).filter((name) => scripts[name] === `node scripts/run.mjs ${name}`)
const noStack = expect.not.stringMatching(/\n\s+at /) as string

test('there are some', () => {
  expect([...commands].sort()).toEqual([
    'backup',
    'doctor',
    'holidays',
    'import',
    'invite',
    'new',
    'rebuild',
    'restore',
  ])
})

test.each(commands)('%s --help says how to use it', async (name) => {
  const { code, said } = await runScript(name, ['--help'])
  expect([code, said]).toEqual([0, expect.stringMatching(new RegExp(`^用法：[\\s\\S]*npm run ${name}`))])
})

test.each(commands)('%s with an option that there is not: which, and how to use it', async (name) => {
  const { code, said } = await runScript(name, ['--nothing-of-ours=1'])
  expect([code, said]).toEqual([1, expect.stringMatching(/^没有 --nothing-of-ours 这个选项。\n用法：/)])
  expect(said).toEqual(noStack)
})

test.each(commands.filter((name) => name !== 'doctor' && name !== 'rebuild'))(
  '%s with nothing behind it says what is missing',
  async (name) => {
    const { code, said } = await runScript(name, [])
    expect([code, said]).toEqual([1, expect.stringMatching(/^请写.*。\n用法：/)])
    expect(said).toEqual(noStack)
  },
)

test('a value that is missing, and something too much', async () => {
  const missing = await runScript('invite', ['--town'])
  const tooMuch = await runScript('restore', ['one.backup', 'two.backup'])
  expect([missing.said, tooMuch.said]).toEqual([
    expect.stringMatching(/^选项 --town 写得不对。\n用法：/),
    expect.stringMatching(/^不认识“two.backup”。\n用法：/),
  ])
})
