import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'
import { ensureBuilt } from '../../support/screens/built'

/** What WeChat's own tools would refuse, and what an old phone could not read. */
interface App {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { list: { pagePath: string; text: string; iconPath: string; selectedIconPath: string }[] }
  window: { navigationBarTextStyle: string }
}

const project = JSON.parse(fs.readFileSync('project.config.json', 'utf8')) as Record<string, unknown>
const root = path.resolve(String(project.miniprogramRoot))
let app: App

beforeAll(async () => {
  await ensureBuilt('weapp')
  app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8')) as App
}, 180_000)

const files = () =>
  fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
const bytesIn = (folder: string) =>
  files()
    .filter((file) => file.startsWith(path.join(root, folder) + path.sep))
    .reduce((sum, file) => sum + fs.statSync(file).size, 0)
const packages = () => app.subPackages ?? []
const allPages = () => [
  ...app.pages,
  ...packages().flatMap(({ root: folder, pages }) => pages.map((page) => `${folder}/${page}`)),
]

test('the root folder opens in the developer tools as it is', () => {
  expect(project).toMatchObject({ appid: 'touristappid', compileType: 'miniprogram' })
  expect(fs.existsSync(path.join(root, 'app.json'))).toBe(true)
})

test('every page has its files, and every tab is a page with both its icons', () => {
  const lacking = allPages().flatMap((page) =>
    ['.js', '.json', '.wxml']
      .map((kind) => page + kind)
      .filter((file) => !fs.existsSync(path.join(root, file))),
  )
  expect(lacking).toEqual([])
  const tabs = app.tabBar?.list ?? []
  expect(tabs.length).toBeGreaterThanOrEqual(2)
  expect(tabs.length).toBeLessThanOrEqual(5)
  for (const { pagePath, iconPath, selectedIconPath } of tabs) {
    expect(app.pages).toContain(pagePath)
    for (const icon of [iconPath, selectedIconPath])
      expect(fs.statSync(path.join(root, icon)).size).toBeLessThan(40_000)
  }
})

test('what those need who work on matters comes in packages of its own, all far below 2 MB', () => {
  expect(
    packages()
      .map(({ root: folder }) => folder)
      .sort(),
  ).toEqual(['desk', 'duty', 'office', 'register', 'voice'])
  const apart = packages().reduce((sum, { root: folder }) => sum + bytesIn(folder), 0)
  expect(bytesIn('.') - apart).toBeLessThan(900_000)
  for (const { root: folder } of packages()) expect(bytesIn(folder)).toBeLessThan(400_000)
})

test('what a reader says of an element reaches the templates', () => {
  const templates = fs.readFileSync(path.join(root, 'base.wxml'), 'utf8')
  for (const element of ['view', 'image', 'input', 'textarea'])
    expect(templates).toMatch(new RegExp(`<${element} [^>]*aria-label="{{i\\.[^"]*"`))
  expect(templates).toMatch(/<view [^>]*aria-role="{{i\./)
})

test('old phones can read every script', () => {
  const scripts = files().filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(10)
  const unreadable = scripts.filter((file) => {
    try {
      parse(fs.readFileSync(file, 'utf8'), { ecmaVersion: 5 })
      return false
    } catch {
      return true
    }
  })
  expect(unreadable).toEqual([])
})

test('no style sheet carries what is written for desks', () => {
  const kept = files().filter(
    (file) => file.endsWith('.wxss') && /#ifdef|@media/.test(fs.readFileSync(file, 'utf8')),
  )
  expect(kept).toEqual([])
})

test('nothing secret and no source map travels to the phone', () => {
  const named = files().filter((file) => file.endsWith('.map'))
  const telling = files().filter(
    (file) =>
      /\.(js|json|wxml)$/.test(file) &&
      /WECHAT_APP_SECRET|better-sqlite3|sourceMappingURL|api\.weixin\.qq\.com/.test(
        fs.readFileSync(file, 'utf8'),
      ),
  )
  expect([...named, ...telling]).toEqual([])
})
