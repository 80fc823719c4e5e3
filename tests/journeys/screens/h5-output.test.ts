import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'
import postcss, { type Rule } from 'postcss'
import { ensureBuilt } from '../../support/screens/built'

/** What the browsers of `browserslist` could not read: Internet Explorer 9 and the phones of 2015 stand for all of them. */
const root = path.resolve('miniprogram/dist/h5')

beforeAll(() => ensureBuilt('h5'), 180_000)

const filesOf = (ending: string) =>
  fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.join(entry.parentPath, entry.name))
const textOf = (file: string) => fs.readFileSync(file, 'utf8')

test('the promise is made for phones of Android 6 and iOS 12', () => {
  const { browserslist } = JSON.parse(textOf('package.json')) as { browserslist: string[] }
  expect(browserslist).toEqual(expect.arrayContaining(['Android >= 6', 'ios >= 12']))
})

test('every script parses, those of packages too', () => {
  const scripts = filesOf('.js')
  expect(scripts.map((file) => path.basename(file).split('.')[0])).toEqual(
    expect.arrayContaining(['app', 'taro', 'vendors', 'common']),
  )
  const unreadable = scripts.flatMap((file) => {
    try {
      parse(textOf(file), { ecmaVersion: 5 })
      return []
    } catch (error) {
      return [`${path.basename(file)}: ${String(error)}`]
    }
  })
  expect(unreadable).toEqual([])
})

test('scripts inside the page parse too', () => {
  const inline = [...textOf(path.join(root, 'index.html')).matchAll(/<script(?![^>]*src=)[^>]*>([^<]*)/g)]
  for (const [, script = ''] of inline) expect(() => parse(script, { ecmaVersion: 5 })).not.toThrow()
})

/** On phones: what is written for desks may use what browsers of desks know. */
const isForDesks = (rule: Rule) =>
  rule.parent?.type === 'atrule' && /min-width/.test((rule.parent as { params?: string }).params ?? '')

test('no rule of a style sheet is dropped by iOS 12, nor looks broken there', () => {
  const sheets = filesOf('.css')
  expect(sheets.length).toBeGreaterThan(1)
  const wrong: string[] = []
  for (const sheet of sheets) {
    const css = postcss.parse(textOf(sheet))
    css.walkAtRules((rule) => {
      if (
        !['media', 'keyframes', '-webkit-keyframes', 'font-face', 'charset', 'supports', 'page'].includes(
          rule.name,
        )
      )
        wrong.push(`@${rule.name}`)
    })
    css.walkRules((rule) => {
      // One selector that is not understood takes the whole rule with it.
      if (/:(is|where|has|focus-visible)\b|&/.test(rule.selector)) wrong.push(rule.selector)
      const value = new Map<string, string>()
      rule.walkDecls(({ prop, value: text }) => {
        value.set(prop, text)
        if (/\b(color-mix|oklch|oklab)\(|\d[dsl]v[hw]\b/.test(text))
          wrong.push(`${rule.selector} ${prop}: ${text}`)
      })
      if (value.has('inset') && !value.has('top')) wrong.push(`${rule.selector} inset`)
      if (value.has('gap') && value.get('display') === 'flex' && !isForDesks(rule))
        wrong.push(`${rule.selector} gap`)
    })
  }
  expect(wrong).toEqual([])
})

test('nothing secret and no source map lies beside the pages', () => {
  const telling = filesOf('.js').filter((file) =>
    /WECHAT_APP_SECRET|^\/\/# sourceMappingURL|api\.weixin\.qq\.com/m.test(textOf(file)),
  )
  expect([...filesOf('.map'), ...telling]).toEqual([])
})

test('it stays small: visitors of a village wait for every kilobyte', () => {
  const bytes = filesOf('.js').reduce((sum, file) => sum + fs.statSync(file).size, 0)
  expect(bytes).toBeLessThan(1_300_000)
})
