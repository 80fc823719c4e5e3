// Adds lock entries for optional platform packages that the registry in use did not serve.
// Without them `npm ci` refuses the lock ("Missing: … from lock file") and macOS and Windows go without their binaries.
// Run after every `npm install` that touches package-lock.json; `npm run check` tells when it was forgotten (--check).
import fs from 'node:fs'

const file = 'package-lock.json'
const systems = {
  darwin: 'darwin',
  linux: 'linux',
  linuxmusl: 'linux',
  win32: 'win32',
  freebsd: 'freebsd',
  android: 'android',
  openharmony: 'openharmony',
}
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64']

const lock = JSON.parse(fs.readFileSync(file, 'utf8'))
const packages = lock.packages

/** Where Node would find `name` from the folder `from`: the key in `packages`, or nothing. */
function resolve(from, name) {
  for (let folder = from; ;) {
    const key = (folder ? folder + '/' : '') + 'node_modules/' + name
    if (packages[key]) return key
    if (!folder) return undefined
    const cut = folder.lastIndexOf('/node_modules/')
    folder = cut < 0 ? '' : folder.slice(0, cut)
  }
}

const added = []
for (const [from, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!/^\d+\.\d+\.\d+/.test(version)) continue
    const found = resolve(from, name)
    if (found && packages[found].version === version) continue
    const parts = name.split('/').pop().split('-')
    const os = parts.find((part) => systems[part])
    const cpu = parts.find((part) => processors.includes(part))
    if (!os) continue
    const at = found ? `${from}/node_modules/${name}` : `node_modules/${name}`
    packages[at] = {
      version,
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      os: [systems[os]],
    }
    added.push(`${name}@${version}`)
  }
}

if (process.argv.includes('--check')) {
  if (added.length > 0) {
    console.error(
      `package-lock.json 缺少 ${added.length} 个平台包，请运行 node scripts/complete-lock.mjs：${added[0]} …`,
    )
    process.exit(1)
  }
} else if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  fs.writeFileSync(file, JSON.stringify(lock, null, 2) + '\n')
  console.log(`package-lock.json：补上 ${added.length} 个平台包`)
}
