// Builds the mini-program: `node scripts/build.mjs weapp|h5`, from its own folder, where Taro looks for its settings.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOf } from './digest.mjs'
import { ensureInstalled, giveUp, root } from './install.mjs'
import { packFolder } from './pack.mjs'

const sources = [
  'miniprogram/src',
  'miniprogram/config',
  'shared',
  'babel.config.js',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/pack.mjs',
]

/** What is compiled in from the environment; another value is another output. */
const settings = ['API_BASE', 'WECHAT_CLOUD_ENV', 'WECHAT_CLOUD_SERVICE']

const digestOfSources = () =>
  digestOf(sources, Object.fromEntries(settings.map((name) => [name, process.env[name] ?? ''])))

const markOf = (target) => path.join(root, 'miniprogram/dist', `${target}.built-from`)

export function isBuilt(target) {
  try {
    return fs.readFileSync(markOf(target), 'utf8') === digestOfSources()
  } catch {
    return false
  }
}

/** @param {'weapp' | 'h5'} target */
export function build(target, { quiet = false } = {}) {
  fs.rmSync(path.join(root, 'miniprogram/dist', target), { recursive: true, force: true })
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro')
  const result = spawnSync(process.execPath, [taro, 'build', '--type', target], {
    cwd: path.join(root, 'miniprogram'),
    env: { ...process.env, NODE_ENV: 'production', TARO_ENV: target, BROWSERSLIST_IGNORE_OLD_DATA: '1' },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.status !== 0 || !fs.existsSync(path.join(root, 'miniprogram/dist', target))) {
    if (quiet) console.error(result.stdout, result.stderr)
    giveUp(`${target} 没有生成，请看上面的提示。`)
  }
  if (target === 'h5') {
    buildScreen(path.join(root, 'miniprogram/dist/h5/screen'))
    packFolder(path.join(root, 'miniprogram/dist/h5'))
  }
  fs.writeFileSync(markOf(target), digestOfSources())
}

/** The page for the wall of a station stands alone: an old television has no room for the rest. */
function buildScreen(folder) {
  const source = path.join(root, 'miniprogram/src/screen')
  // Only here is it known that the packages are there.
  createRequire(import.meta.url)('esbuild').buildSync({
    entryPoints: [path.join(source, 'main.tsx')],
    outfile: path.join(folder, 'screen.js'),
    bundle: true,
    minify: true,
    target: 'chrome64',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.TARO_ENV': '"h5"', API_BASE: '""' },
    absWorkingDir: root,
  })
  for (const name of ['index.html', 'screen.css'])
    fs.copyFileSync(path.join(source, name), path.join(folder, name))
}

/** @returns what is wrong with the settings, or undefined */
function troubleOfSettings(target) {
  const { API_BASE = '', WECHAT_CLOUD_ENV = '', WECHAT_CLOUD_SERVICE = '' } = process.env
  if (target !== 'weapp' || (WECHAT_CLOUD_ENV === '' && WECHAT_CLOUD_SERVICE === '')) return undefined
  if (WECHAT_CLOUD_ENV === '' || WECHAT_CLOUD_SERVICE === '')
    return '微信云托管要同时写 WECHAT_CLOUD_ENV（环境 ID）和 WECHAT_CLOUD_SERVICE（小程序用的服务的名称）。'
  if (!API_BASE.startsWith('https://'))
    return '微信云托管还要写 API_BASE=https://电脑用的那个服务的域名：照片和台账从那里走，微信通道里放不下。'
  return undefined
}

export function buildIfStale(target, options) {
  if (!isBuilt(target)) build(target, options)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , target, when] = process.argv
  if (target !== 'weapp' && target !== 'h5') giveUp('用法：npm run build:weapp 或 npm run build:h5')
  const trouble = troubleOfSettings(target)
  if (trouble) giveUp(trouble)
  ensureInstalled()
  if (when === '--if-stale') buildIfStale(target, { quiet: true })
  else build(target)
}
