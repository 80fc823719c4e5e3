import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Bundle, compile } from './compile'

/** Three pages, one of them a tab and one in a subpackage: enough to try the rules of the host on. */
const files: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({
    pages: ['pages/tab', 'pages/plain', 'pages/thief'],
    subPackages: [{ root: 'sub', pages: ['page'] }],
    tabBar: { list: [{ pagePath: 'pages/tab', text: '首页', iconPath: '', selectedIconPath: '' }] },
  }),
  'app.js': 'App({})',
  'pages/tab.js': `Page({
    data: { globals: [typeof window, typeof document, typeof navigator, typeof location, typeof fetch,
      typeof localStorage, typeof XMLHttpRequest, typeof Object.hasOwn, typeof [].at].join(' ') },
  })`,
  'pages/tab.wxml': '<view id="globals">{{globals}}</view>',
  'pages/plain.js': 'Page({ onLoad(query) { this.setData(query) } })',
  'pages/plain.wxml': '<view id="name">{{name}}</view>',
  'pages/thief.js': "require('../sub/own.js'); Page({})",
  'pages/thief.wxml': '<view />',
  'sub/own.js': 'module.exports = 1',
  'sub/page.js': "Page({ data: { own: require('./own') } })",
  'sub/page.wxml': '<view id="own">{{own}}</view>',
}

export function compileTinyProgram(): Bundle {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tiny-program-'))
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  const bundle = compile(folder)
  fs.rmSync(folder, { recursive: true })
  return bundle
}
