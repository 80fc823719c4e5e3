import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { doors } from '../../shared/doors'
import { firstSteps } from '../../shared/first-steps'
import { matterPage } from '../../shared/words/pages'
import { allPages, appConfig } from '../support/app-config'

const root = path.resolve(__dirname, '../..')
const sources = 'miniprogram/src'
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
const withoutQuery = (page: string) => page.replace(/\?.*/, '')

/** What is built of the phone, and what the phone has of what both ends share. */
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', sources, 'shared'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && fs.existsSync(path.join(root, file)))

/** What a file imports of its own kind. */
const importsOf = (file: string) =>
  [...read(file).matchAll(/(?:from|import) '(\.[^']+)'/g)].flatMap(([, wanted = '']) => {
    const base = path.posix.join(path.posix.dirname(file), wanted)
    return [`${base}.ts`, `${base}.tsx`].filter((one) => files.includes(one))
  })

/** The pages that stand as an address in a text; the old names of moved pages lead nowhere by themselves. */
const pagesNamedIn = (file: string) =>
  /shared\/(doors(-to-[a-z-]+)?|words\/moved-pages)\.ts$/.test(file)
    ? []
    : allPages().filter((page) => new RegExp(`['"\`/]${page}(?![\\w-])`).test(read(file)))

function reachable(): Set<string> {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const next of importsOf(file)) visit(next)
    for (const page of pagesNamedIn(file)) visit(`${sources}/${page}.tsx`)
  }
  visit(`${sources}/app.tsx`)
  for (const { page } of doors) visit(`${sources}/${withoutQuery(page)}.tsx`)
  // What a message leads to, and a code on a wall.
  visit('shared/words/pages.ts')
  for (const page of pagesOfCodes) visit(`${sources}/${page}.tsx`)
  return seen
}
const pagesOfCodes = allPages().filter((page) =>
  read('server/features/qr-codes/keep-codes.ts').includes(`'${page}'`),
)

test('every page is led to by a door or by another page', () => {
  const found = reachable()
  expect(pagesOfCodes).toEqual(['pages/scan'])
  expect(allPages().filter((page) => !found.has(`${sources}/${page}.tsx`))).toEqual([])
})

test('a page with one door is called as its door is', () => {
  const placed = doors.filter(({ page, name }) => !page.includes('?') && name !== 'home')
  const alone = placed.filter(
    ({ page }) => doors.filter((one) => withoutQuery(one.page) === page).length === 1,
  )
  const wrong = alone.filter(
    ({ page, word }) => !read(`${sources}/${page}.config.ts`).includes(`navigationBarTitleText: '${word}'`),
  )
  expect(alone.length).toBeGreaterThan(10)
  expect(wrong.map(({ page, word }) => `${page} ${word}`)).toEqual([])
})

/** What is past its day is 逾期 on every page and in every sentence; words of an error of WeChat are WeChat's. */
test('late has one word', () => {
  const served = execFileSync('git', ['ls-files', 'server'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !/migrations\/|gateways\/wechat\//.test(file))
  const others = /已逾期|已超时|超时的|超过时限|超期|过了期限|过了(回复|处理)?时间|过了日期|已过期限/
  const strays = [...files, ...served]
    .filter((file) => fs.existsSync(path.join(root, file)))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .filter((line) => others.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
  expect(strays).toEqual([])
})

test('every door leads to a page that is there, and no two doors have one name', () => {
  expect(doors.map(({ page }) => withoutQuery(page)).filter((page) => !allPages().includes(page))).toEqual([])
  expect(new Set(doors.map(({ name }) => name)).size).toBe(doors.length)
  expect(allPages()).toContain(withoutQuery(matterPage('suggestion', 't', 'i')))
})

test('a page is there by its settings: each has its file, and what is meant to be one has settings', () => {
  const lacking = allPages().filter((page) => !fs.existsSync(path.join(root, sources, `${page}.tsx`)))
  expect(lacking).toEqual([])
  // In the main package there is nothing but pages.
  const main = fs.readdirSync(path.join(root, sources, 'pages')).filter((name) => name.endsWith('.tsx'))
  expect(main.map((name) => `pages/${name.slice(0, -4)}`).sort()).toEqual(
    allPages()
      .filter((page) => page.startsWith('pages/'))
      .sort(),
  )
})

test('the tabs at the foot of a phone are doors, and the mini-program opens with the first', () => {
  const { pages, tabBar } = appConfig()
  const tabs = doors.filter(({ tab }) => tab)
  expect(tabBar.list.map(({ text, pagePath }) => [text, pagePath])).toEqual(
    tabs.map(({ word, page }) => [word, page]),
  )
  expect(pages[0]).toBe('pages/home')
  expect(tabs.every(({ to }) => to === 'everyone')).toBe(true)
})

test('each first step of a new town leads through a door of its office', () => {
  const named = doors.filter(({ to }) => to !== 'everyone').map(({ name }) => name)
  expect(Object.values(firstSteps).filter(({ door }) => !named.includes(door))).toEqual([])
})

/** Where one has to sign in, or looks at all towns. */
const ofNoTown =
  'pages/towns pages/devices pages/password pages/desk-sign-in pages/desk-confirm pages/not-found office/figures office/first-start office/open-town office/app-feedback'

test('every link that leads to a page of a town names the town', () => {
  const written = files.flatMap((file) =>
    [
      ...read(file).matchAll(
        /[`'](?:\/)?((?:pages|desk|voice|duty|office|register)\/[a-z-]+)(\?[^`']*|)[`']/g,
      ),
    ]
      .filter(([, page = '']) => allPages().includes(page) && /tsx?$/.test(file))
      .map(([, page = '', query = '']) => ({ file, page, query })),
  )
  const tabs = doors.filter(({ tab }) => tab).map(({ page }) => page)
  const nameless = written.filter(
    ({ file, page, query }) =>
      !/town(=|: )/.test(query) &&
      // What a row is told apart by, and not an address.
      query !== '?' &&
      !tabs.includes(page) &&
      !ofNoTown.split(' ').includes(page) &&
      // The doors are given their town when they are opened; the old addresses keep theirs.
      !/shared\/(doors(-to-[a-z-]+)?|words\/moved-pages)\.ts$/.test(file),
  )
  expect(written.length).toBeGreaterThan(15)
  expect(nameless).toEqual([])
})

/** Whoever lists pages by hand again keeps a second list. */
test('nothing but the doors lists the pages of the work', () => {
  const work = allPages().filter((page) => !page.startsWith('pages/'))
  const listing = [...files, ...scriptsAndSupport()].filter((file) => {
    const text = read(file)
    return work.filter((page) => new RegExp(`['"\`/]${page}['"\`?]`).test(text)).length > 6
  })
  expect(listing.filter((file) => file !== 'shared/words/moved-pages.ts')).toEqual(['shared/doors.ts'])
})
const scriptsAndSupport = () =>
  execFileSync('git', ['ls-files', 'scripts', 'tests/support'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|mjs)$/.test(file) && fs.existsSync(path.join(root, file)))
