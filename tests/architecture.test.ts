import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** The doors of the house: who may import whom, how large a file may grow, and that nothing goes in circles. */
const root = path.resolve(__dirname, '..')
const rooms = ['miniprogram/src', 'miniprogram/config', 'server', 'shared', 'scripts', 'tests']

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...rooms], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && fs.existsSync(path.join(root, file)))
const sources = new Map(files.map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]))

/** Every import of every file: the file it leads to, or the package. */
const imports = [...sources].flatMap(([from, text]) =>
  [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|(?:^|\n)import '([^']+)'/g)].map(
    (match) => ({
      from,
      to: resolveImport(from, match[1] ?? match[2] ?? ''),
      typeOnly: /^\s*(?:import|export)\s+type\s/.test(match[0].replace(/^\n/, '')),
    }),
  ),
)

function resolveImport(from: string, wanted: string): string {
  if (!wanted.startsWith('.')) return wanted
  const base = path.posix.join(path.posix.dirname(from), wanted)
  return ['', '.ts', '.tsx', '.mjs'].map((ending) => base + ending).find((file) => sources.has(file)) ?? base
}

const isPackage = (to: string) => !/^(miniprogram|server|shared|scripts|tests)\//.test(to)

/** From → what it may import, as beginnings. Node's own modules are listed where a room may use them. */
const doors: readonly { from: string; may: readonly string[] }[] = [
  { from: 'shared/rules/festivals.ts', may: ['shared/', 'chinese-days'] },
  { from: 'shared/', may: ['shared/', 'zod/mini'] },
  { from: 'miniprogram/src/client/', may: ['shared/', 'miniprogram/src/client/', '@tarojs/taro'] },
  {
    from: 'miniprogram/src/hooks/',
    may: [
      'shared/',
      'miniprogram/src/client/',
      'miniprogram/src/hooks/',
      '@tarojs/taro',
      'react',
      'zod/mini',
    ],
  },
  // Pieces know no word of what is done with them: whoever builds with them says it.
  {
    from: 'miniprogram/src/pieces/',
    may: [
      'shared/grammar/fields.ts',
      'shared/grammar/blur-areas.ts',
      'shared/rules/days.ts',
      'shared/rules/day-reach.ts',
      'miniprogram/src/pieces/',
      'miniprogram/src/hooks/use-elder.ts',
      'miniprogram/src/hooks/use-draft.ts',
      'miniprogram/src/hooks/use-form.ts',
      'miniprogram/src/hooks/use-kept-form.ts',
      'miniprogram/src/hooks/use-loaded.ts',
      'miniprogram/src/hooks/use-task.ts',
      'miniprogram/src/hooks/use-waiting.ts',
      'miniprogram/src/hooks/use-wide.ts',
      // What the device itself can do.
      'miniprogram/src/client/player.ts',
      'miniprogram/src/client/print.ts',
      'miniprogram/src/client/recorder.ts',
      'miniprogram/src/client/today.ts',
      'miniprogram/src/client/upload.ts',
      '@tarojs/taro',
      '@tarojs/components',
      'react',
      'zod/mini',
    ],
  },
  // The page of the wall stands alone, and is made for old televisions.
  {
    from: 'miniprogram/src/screen/',
    may: [
      'shared/',
      'miniprogram/src/screen/',
      'miniprogram/src/work/words.ts',
      'miniprogram/src/client/today.ts',
      'react',
      'core-js/',
    ],
  },
  {
    from: 'miniprogram/src/',
    may: ['shared/', 'miniprogram/src/', '@tarojs/taro', '@tarojs/components', 'react', 'zod/mini'],
  },
  // Pictures are decoded here and nowhere else in the server.
  { from: 'server/gateways/pictures/', may: ['shared/', 'server/gateways/', 'sharp', 'node:'] },
  {
    from: 'server/gateways/workbooks/',
    may: ['shared/', 'server/gateways/', 'exceljs', 'numfmt', 'node:'],
  },
  { from: 'server/gateways/word/', may: ['shared/', 'server/gateways/', 'docx', 'node:'] },
  { from: 'server/gateways/', may: ['shared/', 'server/gateways/', 'server/env.ts', 'node:'] },
  {
    from: 'server/database/',
    may: ['shared/', 'server/database/', 'typeorm', 'reflect-metadata', 'node:'],
  },
  {
    from: 'server/http/',
    may: [
      'shared/',
      'server/http/',
      'server/database/',
      'koa',
      'koa-router',
      '@koa/',
      'multer',
      'zod/mini',
      'pino',
      'rate-limiter-flexible',
      'node:',
    ],
  },
  // The engine knows no kind of matter and no feature: they are handed to it.
  {
    from: 'server/engine/',
    may: [
      'shared/',
      'server/engine/',
      'server/http/actor.ts',
      'server/http/bind.ts',
      'server/database/',
      'zod/mini',
      'typeorm',
      'node:',
    ],
  },
  {
    from: 'server/matters/',
    may: [
      'shared/',
      'server/engine/',
      'server/matters/',
      'server/features/',
      'server/routes.ts',
      'server/http/',
      'server/database/',
      'server/gateways/',
      'zod/mini',
      'typeorm',
      'node:',
    ],
  },
  // What is read apart is found by folder there, as routes are.
  {
    from: 'server/apart/',
    may: [
      'shared/',
      'server/apart/',
      'server/database/',
      'server/gateways/apart/',
      'server/matters/kinds.ts',
      'node:',
    ],
  },
  {
    from: 'server/features/',
    may: [
      'shared/',
      'server/features/',
      'server/matters/',
      'server/engine/',
      'server/http/',
      'server/database/',
      'server/gateways/',
      'server/apart/',
      'server/env.ts',
      'server/routes.ts',
      'zod/mini',
      'typeorm',
      'exceljs',
      '@koa/multer',
      'qrcode',
      'koa',
      'node:',
    ],
  },
  {
    from: 'server/jobs/',
    may: [
      'shared/',
      'server/jobs/',
      'server/features/',
      'server/matters/',
      'server/engine/',
      'server/database/',
      'server/gateways/',
      'server/http/log.ts',
      'node:',
    ],
  },
  // Written from the same facts by other hands: a mistake of ours must not be in it too.
  {
    from: 'scripts/wechat-simulator/',
    may: ['scripts/wechat-simulator/', 'koa', 'koa-router', 'zod', 'qrcode', 'jsqr', 'sharp', 'node:'],
  },
]

test('every import goes through a door', () => {
  const wrong = imports.filter(({ from, to }) => {
    const door = doors.find((one) => from === one.from || from.startsWith(one.from))
    return (
      door !== undefined && !to.endsWith('.scss') && !door.may.some((beginning) => to.startsWith(beginning))
    )
  })
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('pieces say no word of the congress and lead to no page of their own', () => {
  const knowing = [...sources].filter(
    ([file, text]) =>
      file.startsWith('miniprogram/src/pieces/') &&
      /人大|代表|建议|群众|承办|单位|乡镇|留言|'\/(pages|desk|voice|duty|office|register)\//.test(text),
  )
  expect(knowing.map(([file]) => file)).toEqual([])
})

test('nothing that runs in a town knows of scripts, tests or the simulator', () => {
  const wrong = imports.filter(
    ({ from, to }) => /^(server|shared|miniprogram)\//.test(from) && /^(scripts|tests)\//.test(to),
  )
  expect(wrong).toEqual([])
})

test('no feature imports the routes of another', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      from.startsWith('server/') &&
      from !== 'server/app.ts' &&
      /^server\/(features|matters)\/.*\/routes\.ts$/.test(to),
  )
  expect(wrong).toEqual([])
})

test('the phone never loads what only the server needs', () => {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly && sources.has(to)) visit(to)
  }
  for (const file of files) if (file.startsWith('miniprogram/src/')) visit(file)
  expect(
    [...seen].filter(
      (file) => file.startsWith('server/') || /^shared\/rules\/(calendar|festivals)\.ts$/.test(file),
    ),
  ).toEqual([])
})

/** A type is an arrow too: whoever must be read to understand another stands below it. */
test('nothing goes in circles', () => {
  const edges = new Map<string, string[]>()
  for (const { from, to } of imports) {
    if (!isPackage(to)) edges.set(from, [...(edges.get(from) ?? []), to])
  }
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, trail: string[]) => {
    if (trail.includes(file)) {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      return
    }
    if (done.has(file)) return
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file])
    done.add(file)
  }
  for (const file of edges.keys()) visit(file, [])
  expect(circles).toEqual([])
})

/** At most 300 lines, 400 for a test, and half of the files below 80. */
test('files stay small', () => {
  const lengths = [...sources].map(([file, text]) => ({ file, lines: text.split('\n').length - 1 }))
  const long = lengths.filter(({ file, lines }) => lines > (file.startsWith('tests/') ? 400 : 300))
  expect(long).toEqual([])
  const sizes = lengths
    .filter(({ file }) => !file.startsWith('tests/'))
    .map(({ lines }) => lines)
    .sort((a, b) => a - b)
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(80)
})

test('no drawer that everything falls into', () => {
  const drawers = files.filter((file) =>
    /(^|\/)(utils|common|helpers|constants|types|services)\/|\/index\.tsx?$/.test(file),
  )
  expect(drawers.filter((file) => file !== 'miniprogram/config/index.ts')).toEqual([])
})

test('only the edge looks at the clock', () => {
  const below = [...sources].filter(
    ([file, text]) =>
      /^(shared|server\/(features|matters|engine|database|gateways|jobs))\//.test(file) &&
      /Date\.now\(\)|new Date\(\)/.test(text),
  )
  expect(below.map(([file]) => file)).toEqual(['server/gateways/wechat/wechat.ts'])
})

test('nobody but the table branches on a state, an action or a role', () => {
  const names = [
    'draft',
    'submitted',
    'underReview',
    'accepted',
    'assigned',
    'received',
    'handling',
    'replied',
    'evaluated',
    'reHandling',
  ]
  const branching = new RegExp(`case '(${names.join('|')}|leadDeputy|congressOffice|leadUnit)'`)
  const wrong = [...sources].filter(
    ([file, text]) => /^(miniprogram\/src|server)\//.test(file) && branching.test(text),
  )
  expect(wrong.map(([file]) => file)).toEqual([])
  const asksRole = [...sources].filter(
    ([file, text]) => file.startsWith('miniprogram/src/pages/') && /roles\.includes\(/.test(text),
  )
  expect(asksRole.map(([file]) => file)).toEqual([])
})

test('only env.ts reads the environment of the server', () => {
  const readers = [...sources].filter(
    ([file, text]) => file.startsWith('server/') && text.includes('process.env'),
  )
  expect(readers.map(([file]) => file).sort()).toEqual(['server/main.ts'])
})

test('the top level holds what was agreed', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n')
  const top = new Set(tracked.filter(Boolean).map((file) => file.split('/')[0]))
  expect([...top].filter((name) => !name?.startsWith('.')).sort()).toEqual(
    [
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'docs',
      'eslint.config.mjs',
      'jest.config.js',
      'miniprogram',
      'package-lock.json',
      'package.json',
      'project.config.json',
      'scripts',
      'server',
      'shared',
      'tests',
      'tsconfig.json',
    ].sort(),
  )
})
