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

const tableFile = 'shared/matters/food-stall/table.ts'
const storyFile = 'tests/matters/food-stall/food-stall.test.ts'

const read = (file: string) => fs.readFileSync(path.join(copy, file), 'utf8')
/** Writes after these words, or at the end. */
const add = (file: string, after: string | undefined, text: string) => {
  const before = read(file)
  fs.writeFileSync(
    path.join(copy, file),
    after === undefined ? before + text : before.replace(after, () => after + text),
  )
}
const draw = () =>
  expect(
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/docs.ts'], { cwd: copy, encoding: 'utf8' })
      .stderr,
  ).toBe('')

const stepRow = `
  hurry: {
    label: '催一催',
    tone: 'quiet',
    by: ['leadDeputy'],
    moves: { doing: 'doing' },
    needs: [],
    input: z.strictObject({}),
    tells: { congressOffice: '《{subject}》请快一点。' },
    source,
  },`
const stepStory = `
test('the deputy may hurry it', async () => {
  const { id, version } = await start()
  const params = { town: town.id, id }
  await town.office.client.call(foodStallSteps.take, { params, input: { version, form: {} } })
  await town.deputy.client.call(foodStallSteps.hurry, { params, input: { version: version + 1, form: {} } })
  expect(await toldTo(server, town.office)).toContain(\`《\${subject}》请快一点。\`)
})
`
const askRow = `
  place: {
    word: '地点',
    to: 'leadDeputy',
    in: ['open'],
    due: { workingDays: 'informationWorkingDays' },
    ladder: 'conversation',
    steps: {
      askPlace: {
        does: 'ask',
        label: '问地点',
        by: ['congressOffice'],
        input: z.strictObject({ question: line('问什么', 60) }),
        tells: { leadDeputy: '《{subject}》：{reason}' },
        source,
      },
      givePlace: {
        does: 'answer',
        label: '说地点',
        input: z.strictObject({ place: line('地点', 60) }),
        tells: {},
        source,
      },
    },
  },`
const askStory = `
test('the office asks where it is, and the deputy has it to do', async () => {
  const { id, version } = await start()
  const [params, question] = [{ town: town.id, id }, { question: '在哪里？' }]
  await town.office.client.call(foodStallSteps.askPlace, { params, input: { version, form: question } })
  const asked = { params: { town: town.id }, query: { lane: 'mine' } } as const
  const { items } = await town.deputy.client.call(listWork, asked)
  expect(items.map(({ next }) => next?.step)).toEqual(['givePlace'])
  const form = { place: '桥头' }
  await town.deputy.client.call(foodStallSteps.givePlace, { params, input: { version: version + 1, form } })
  const seen = await town.office.client.call(showFoodStall, { params })
  expect(seen.asks?.[0]?.answer).toEqual([{ label: '地点', text: '桥头' }])
})
`

/** Every source of the copy. */
const sources = () =>
  new Map(
    ['miniprogram', 'scripts', 'server', 'shared', 'tests'].flatMap((room) =>
      (fs.readdirSync(path.join(copy, room), { recursive: true }) as string[])
        .map((file) => path.posix.join(room, file.split(path.sep).join('/')))
        .filter((file) => fs.statSync(path.join(copy, file)).isFile())
        .map((file) => [file, fs.readFileSync(path.join(copy, file)).toString('base64')]),
    ),
  )
const touched = (before: ReadonlyMap<string, string>) =>
  [...sources()]
    .filter(([file, text]) => before.get(file) !== text)
    .map(([file]) => file)
    .sort()

test('a kind of matter costs at most twelve new files and a line, a step or a question of it three, a register five, and their stories pass on both databases', () => {
  const matter = make('matter', 'foodStall', '饮食摊点')
  expect(matter.stderr).toBe('')
  expect(newFiles(matter.stdout)).toBeLessThanOrEqual(12)
  expect(matter.stdout.match(/^改一行/gm)).toHaveLength(1)
  const register = make('register', 'noticeBoard', '公示栏')
  expect(register.stderr).toBe('')
  expect(newFiles(register.stdout)).toBeLessThanOrEqual(5)
  expect(register.stdout).not.toContain('改一行')

  const table = read(tableFile)
  expect([/waitsFor:/g, /tone:/g, /does: 'ask'/g].map((each) => table.match(each)?.length)).toEqual([4, 5, 1])

  draw()
  const made = sources()
  add(tableFile, 'export const foodStallActions = {', stepRow)
  add(storyFile, undefined, stepStory)
  draw()
  expect(touched(made)).toEqual([tableFile, 'shared/workflow.md', storyFile])
  const stepped = sources()
  add(tableFile, 'asksOf<FoodStallState, FoodStallParty>()({', askRow)
  add(storyFile, undefined, askStory)
  draw()
  expect(touched(stepped)).toEqual([tableFile, 'shared/workflow.md', storyFile])

  const said = runStories('tests/matters/food-stall', 'tests/registers/notice-board')
  expect(said).toContain('Tests:       12 passed, 12 total')
})

test('a name that is taken, or that no glossary would have, is refused with what to write', () => {
  expect(make('matter', 'Suggestion', '建议').stderr).toContain('小写字母开头')
  expect(make('matter', 'suggestion', '建议').stderr).toContain('已经有了，请换一个名字')
  expect(make('register', 'bench', 'bench').stderr).toContain('请写中文名')
  expect(make('thing', 'bench', '长凳').stderr).toContain('请写 matter 或 register')
})
