// Translates the server once and not at each start: a start waits for nothing, and a process holds no translator.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOf } from './digest.mjs'
import { root } from './install.mjs'

const folders = ['server', 'shared', 'scripts']
const output = path.join(root, 'server/dist/js')
const mark = path.join(output, 'compiled-from')

/** Where a module of the server stands once it is compiled. @param {string} module as `server/main` */
export const compiled = (module) => path.join(output, `${module}.js`)

/** Of what is compiled nothing is a source. */
const isSource = (name) => name.endsWith('.ts') && !name.startsWith(path.join('server', 'dist'))

const modules = () =>
  folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true })
      .map((name) => path.join(folder, String(name)))
      .filter(isSource),
  )

function isCompiled(standing) {
  try {
    return fs.readFileSync(mark, 'utf8') === standing
  } catch {
    return false
  }
}

export function compileIfStale() {
  const standing = digestOf(
    [...folders, 'scripts/compile.mjs'],
    {},
    (name) => isSource(name) || name.endsWith('.mjs'),
  )
  if (isCompiled(standing)) return
  // Two that begin at once do not meet: each writes into a folder of its own.
  const own = `${output}.${process.pid}`
  // Only here is it known that the packages are there.
  createRequire(import.meta.url)('esbuild').buildSync({
    absWorkingDir: root,
    entryPoints: modules(),
    outbase: '.',
    outdir: own,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    tsconfig: path.join(root, 'tsconfig.json'),
  })
  fs.writeFileSync(path.join(own, path.basename(mark)), standing)
  fs.rmSync(output, { recursive: true, force: true })
  fs.renameSync(own, output)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileIfStale()
