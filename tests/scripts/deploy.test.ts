import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { developmentSecrets } from '../../server/env'
import { wechatConfig } from '../support/wechat-config'

/** The container of 微信云托管, as far as it can be looked at without an engine that builds it. */
const root = path.resolve(__dirname, '../..')
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
const folder = 'server/deploy'

interface Instruction {
  name: string
  rest: string
}
const instructions: Instruction[] = read(`${folder}/Dockerfile`)
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => ({ name: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }))
const lastStage = instructions.slice(instructions.map(({ name }) => name).lastIndexOf('FROM'))
const only = (name: string) => {
  const found = lastStage.filter((one) => one.name === name)
  if (found.length !== 1) throw new Error(`${found.length} times ${name}`)
  return found[0]?.rest ?? ''
}
const wordsOf = (name: string) => JSON.parse(only(name)) as string[]
const copies = (stage: readonly Instruction[]) =>
  stage
    .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
    .map(({ rest }) => {
      const places = rest.split(/\s+/)
      return { from: places.slice(0, -1), to: places[places.length - 1] ?? '' }
    })
const env = Object.fromEntries(
  only('ENV')
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)
const config = JSON.parse(read(`${folder}/container.config.json`)) as {
  containerPort: number
  dockerfilePath: string
  minNum: number
  maxNum: number
  envParams: Record<string, string>
}
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>
  dependencies: Record<string, string>
}

test('everything that is copied is there, and is not kept out of the build', () => {
  const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  }).split('\n')
  const sources = copies(instructions).flatMap(({ from }) => from)
  expect(sources.length).toBeGreaterThan(8)
  const absent = sources.filter(
    (source) => !tracked.some((file) => file === source || file.startsWith(`${source}/`)),
  )
  expect(absent).toEqual([])
  const [first, ...rules] = read(`${folder}/Dockerfile.dockerignore`).trim().split('\n')
  const letIn = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1))
  expect(first).toBe('*')
  expect(sources.filter((source) => !letIn.includes(source.split('/')[0] ?? ''))).toEqual([])
  expect(rules.filter((rule) => !rule.startsWith('!'))).toEqual(['miniprogram/dist', 'server/dist'])
})

test('it starts as production does, and not as root', () => {
  expect(wordsOf('CMD').join(' ')).toBe(manifest.scripts.serve)
  expect(wordsOf('ENTRYPOINT')).toEqual(
    expect.arrayContaining(['setpriv', '--reuid=node', '--regid=node', '--no-new-privs']),
  )
  expect(env).toEqual({ NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '80' })
})

test('one port everywhere, and the health of the service behind it', () => {
  expect([only('EXPOSE'), env.PORT, String(config.containerPort)]).toEqual(['80', '80', '80'])
  expect(only('HEALTHCHECK')).toContain('${process.env.PORT}/api/health')
})

test('what the settings name is what the server reads, and nothing of it is secret', () => {
  const known = new Set(
    [...read('server/env.ts').matchAll(/vars\.([A-Z_]+)|whole\('([A-Z_]+)'/g)].map(
      (match) => match[1] ?? match[2],
    ),
  )
  const named = { ...env, ...config.envParams }
  expect(Object.keys(named).filter((name) => !known.has(name))).toEqual([])
  expect(Object.keys(named).filter((name) => /SECRET|KEY|TOKEN|PASSWORD|DATABASE|APPID/.test(name))).toEqual(
    [],
  )
  const texts = [read(`${folder}/Dockerfile`), read(`${folder}/container.config.json`)]
  const telling = Object.values(developmentSecrets).filter((secret) =>
    texts.some((text) => text.includes(secret)),
  )
  expect(telling).toEqual([])
  // The headers may be trusted only after a person has closed public access in the console.
  expect(named).not.toHaveProperty('WECHAT_CLOUD')
})

test('somebody is always awake for the reminders', () => {
  expect(config.minNum).toBeGreaterThanOrEqual(1)
  expect(config.maxNum).toBeGreaterThanOrEqual(config.minNum)
  expect(config.dockerfilePath).toBe(`${folder}/Dockerfile`)
})

test('the steps for the console name every call that goes through the open interface, and no other', () => {
  const gateway = 'server/gateways/wechat'
  const callers = [...read(`${gateway}/wechat.ts`).matchAll(/(\w+)\(open\.call/g)].map(
    (match) => match[1] ?? '',
  )
  const paths = callers.map((caller) => {
    const file = caller.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    return /path: '([^']+)'/.exec(read(`${gateway}/${file}.ts`))?.[1]
  })
  expect(paths).toHaveLength(6)
  const told = [...read('docs/operate.md').matchAll(/`(\/(?:cgi-bin|wxa)\/[^`]+)`/g)].map((match) => match[1])
  expect(told.sort()).toEqual(paths.sort())
})

const anImport = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|(?:^|\n)import '([^']+)'/g

describe('the last stage as a tree of its own', () => {
  let tree: string
  let started: ChildProcess | undefined
  beforeAll(() => {
    tree = fs.mkdtempSync(path.join(os.tmpdir(), 'container-'))
    for (const { from, to } of copies(lastStage))
      for (const source of from) {
        const place = to.endsWith('/') ? path.join(to, path.basename(source)) : to
        fs.cpSync(path.join(root, source), path.join(tree, place), { recursive: true })
      }
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'))
  })
  afterAll(() => {
    started?.kill('SIGKILL')
    fs.rmSync(tree, { recursive: true })
  })

  test('needs no package that is only there for development', () => {
    const files = fs
      .readdirSync(tree, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('node_modules'))
    const used = files.flatMap((file) =>
      [...fs.readFileSync(path.join(tree, file), 'utf8').matchAll(anImport)]
        .filter(([whole]) => !/^\s*(import|export) type\s/.test(whole))
        .map((match) => match[1] ?? match[2] ?? ''),
    )
    const names = new Set(
      used
        .filter((one) => !/^(\.|node:)/.test(one))
        .map((one) =>
          one
            .split('/')
            .slice(0, one.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    )
    expect(names.size).toBeGreaterThan(10)
    expect([...names].filter((name) => !(name in manifest.dependencies))).toEqual([])
  })

  test('has neither simulator nor demo nor tests in it', () => {
    expect(fs.readdirSync(path.join(tree, 'scripts')).sort()).toEqual(
      ['doctor', 'doctor.ts', 'holidays.ts', 'import.ts', 'invite.ts']
        .concat(['compile.mjs', 'digest.mjs', 'install.mjs', 'serve.mjs'])
        .sort(),
    )
  })

  test('is compiled anew where a source is another one, and only there', () => {
    const output = path.join(tree, 'server/dist/js')
    const compile = () => execFileSync(process.execPath, ['scripts/compile.mjs'], { cwd: tree })
    compile()
    const before = fs.statSync(output).ctimeMs
    compile()
    expect(fs.statSync(output).ctimeMs).toBe(before)
    fs.appendFileSync(path.join(tree, 'server/main.ts'), "console.error('of another source')\n")
    compile()
    expect(fs.readFileSync(path.join(output, 'server/main.js'), 'utf8')).toContain('of another source')
  })

  test('starts, is healthy, and ends when it is told to', async () => {
    const [, ...words] = wordsOf('CMD')
    const server = spawn(process.execPath, words, {
      cwd: tree,
      env: {
        PATH: process.env.PATH ?? '',
        ...env,
        // No real account to speak to here: the simulator's host is one that does not answer.
        NODE_ENV: 'test',
        ...wechatConfig('http://127.0.0.1:9'),
        HOST: '127.0.0.1',
        PORT: '0',
        DATA_DIR: path.join(tree, 'data'),
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    started = server
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
    const port = await new Promise<number>((resolve, reject) => {
      server.once('message', (message) => resolve((message as { port: number }).port))
      void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)))
    })
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200)
    server.kill('SIGTERM')
    expect([await ended, said]).toEqual([0, 'of another source\n'])
  })
})
