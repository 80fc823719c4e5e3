import fs from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import postcss from 'postcss'

export interface AppConfig {
  pages: readonly string[]
  subPackages?: readonly { root: string; pages: readonly string[] }[]
  tabBar?: { list: readonly { pagePath: string; text: string; iconPath: string; selectedIconPath: string }[] }
}

export interface PageConfig {
  navigationBarTitleText?: string
  usingComponents?: Readonly<Record<string, string>>
}

/** The untouched weapp output as one value that can be handed to a window. */
export interface Bundle {
  /** Text of each script by its path. */
  scripts: Readonly<Record<string, string>>
  app: AppConfig
  /** What the JSON beside each page and component says, by its path without ending. */
  configs: Readonly<Record<string, PageConfig>>
  /** A JavaScript expression: path → compiled template. */
  templates: string
  /** Selectors of what the style sheets do not show. */
  hides: readonly string[]
}

let output: Bundle | undefined

export const readOutput = () => (output ??= compile(path.resolve('miniprogram/dist/weapp')))

/** Reads a folder as WeChat's tool writes it; Tencent's own compiler turns the templates into code. */
export function compile(folder: string): Bundle {
  const templates = new TmplGroup()
  const scripts: Record<string, string> = {}
  const configs: Record<string, PageConfig> = {}
  const hides = new Set<string>()
  let app: AppConfig | undefined
  const warnings: unknown[] = []

  for (const file of filesIn(folder)) {
    const text = fs.readFileSync(path.join(folder, file), 'utf8')
    const place = file.replace(/\.\w+$/, '')
    if (file === 'app.json') app = JSON.parse(text) as AppConfig
    else if (file.endsWith('.json')) configs[place] = JSON.parse(text) as PageConfig
    else if (file.endsWith('.js')) scripts[file] = text
    else if (file.endsWith('.wxs')) templates.addScript(place, text)
    else if (file.endsWith('.wxml')) warnings.push(...asList(templates.addTmpl(place, text)))
    else if (file.endsWith('.wxss')) for (const selector of selectorsThatHide(text)) hides.add(selector)
  }
  if (warnings.length > 0)
    throw new Error(`The templates do not compile cleanly: ${JSON.stringify(warnings)}`)
  if (app === undefined) throw new Error(`There is no app.json in ${folder}`)
  const code = templates.getTmplGenObjectGroups()
  templates.free()
  return { scripts, app, configs, templates: code, hides: [...hides] }
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function filesIn(folder: string, below = ''): string[] {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(below, entry.name)
    return entry.isDirectory() ? filesIn(folder, place) : [place]
  })
}

/** There is no layout in jsdom: an element counts as unseen when a rule like this matches it. */
function selectorsThatHide(wxss: string): string[] {
  const found: string[] = []
  postcss.parse(wxss).walkDecls((declaration) => {
    const hides =
      (declaration.prop === 'display' && declaration.value === 'none') ||
      (declaration.prop === 'visibility' && declaration.value === 'hidden')
    const rule = declaration.parent
    // Rules for wide screens are not this phone's.
    if (!hides || rule?.type !== 'rule' || rule.parent?.type !== 'root') return
    found.push(...rule.selectors.filter((selector) => !selector.includes('::')))
  })
  return found
}
