// Builds the mini-program: `node scripts/build.mjs weapp|h5`, from its own folder, where Taro looks for its settings.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled, giveUp, root } from './install.mjs'

const sources = [
  'miniprogram/src',
  'miniprogram/config',
  'shared',
  'babel.config.js',
  'package-lock.json',
  'scripts/build.mjs',
]

function digestOfSources() {
  const hash = createHash('sha256')
  const visit = (file) => {
    if (fs.statSync(file).isDirectory()) {
      for (const name of fs.readdirSync(file).sort()) visit(path.join(file, name))
    } else {
      hash.update(path.relative(root, file)).update(fs.readFileSync(file))
    }
  }
  for (const source of sources) if (fs.existsSync(path.join(root, source))) visit(path.join(root, source))
  return hash.digest('hex')
}

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
  fs.writeFileSync(markOf(target), digestOfSources())
}

export function buildIfStale(target, options) {
  if (!isBuilt(target)) build(target, options)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , target, when] = process.argv
  if (target !== 'weapp' && target !== 'h5') giveUp('用法：npm run build:weapp 或 npm run build:h5')
  ensureInstalled()
  if (when === '--if-stale') buildIfStale(target, { quiet: true })
  else build(target)
}
