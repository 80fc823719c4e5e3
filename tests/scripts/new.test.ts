import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { roomyFolder } from '../support/roomy'

/**
 * What one more kind of matter and one more register cost, kept by making them: in a copy of the sources, where their own
 * stories are run on both databases.
 */
const root = path.resolve(__dirname, '../..')
let copy: string

beforeAll(() => {
  copy = fs.mkdtempSync(path.join(roomyFolder(), 'deputies-home-new-'))
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of files.split('\n')) {
    if (!/^(miniprogram|server|shared|scripts|tests)\/|^[^/]+\.(json|js|mjs)$/.test(file)) continue
    if (!fs.existsSync(path.join(root, file))) continue
    fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    fs.copyFileSync(path.join(root, file), path.join(copy, file))
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
})
afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

const make = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/new.ts', ...args], {
    cwd: copy,
    encoding: 'utf8',
  })
const newFiles = (said: string) => said.split('\n').filter((line) => line.startsWith('新文件')).length

const runStories = (...files: string[]) =>
  spawnSync(
    process.execPath,
    ['node_modules/jest/bin/jest.js', '--selectProjects', 'sqlite', 'mariadb', '--', ...files],
    { cwd: copy, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } },
  ).stderr

test('a kind of matter costs at most twelve new files and a line, a register five, and their stories pass on both databases', () => {
  const matter = make('matter', 'foodStall', '饮食摊点')
  expect(matter.stderr).toBe('')
  expect(newFiles(matter.stdout)).toBeLessThanOrEqual(12)
  expect(matter.stdout.match(/^改一行/gm)).toHaveLength(1)
  const register = make('register', 'noticeBoard', '公示栏')
  expect(register.stderr).toBe('')
  expect(newFiles(register.stdout)).toBeLessThanOrEqual(5)
  expect(register.stdout).not.toContain('改一行')

  const said = runStories('tests/matters/food-stall', 'tests/registers/notice-board')
  expect(said).toContain('Tests:       8 passed, 8 total')
})

test('a name that is taken, or that no glossary would have, is refused with what to write', () => {
  expect(make('matter', 'Suggestion', '建议').stderr).toContain('小写字母开头')
  expect(make('matter', 'suggestion', '建议').stderr).toContain('已经有了，请换一个名字')
  expect(make('register', 'bench', 'bench').stderr).toContain('请写中文名')
  expect(make('thing', 'bench', '长凳').stderr).toContain('请写 matter 或 register')
})
