import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'

/** The first command of the README, as a newcomer types it (dependencies and pages are there already). */
const root = path.resolve(__dirname, '../..')
const folder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-start-'))

function startRefused(env: Record<string, string>, nodeArgs: string[] = []) {
  const result = spawnSync(process.execPath, [...nodeArgs, 'scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: '', ...env },
    encoding: 'utf8',
  })
  return { code: result.status, said: result.stdout + result.stderr }
}

/** Starts, and waits for the line that says where it is. */
async function start(dataDir: string, command = [process.execPath, 'scripts/start.mjs']) {
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: '', PORT: '0', DATA_DIR: dataDir },
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const line = /^代表之家 (http:\/\/localhost:\d+)\n$/m.exec(said)
      if (line?.[1]) resolve(line[1])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
  return { url, said: () => said, child, ended }
}

test('a taken port is one clear sentence and exit code 1', async () => {
  const other = http.createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  expect(startRefused({ PORT: String(port), DATA_DIR: folder() })).toEqual({
    code: 1,
    said: `端口 ${port} 已经被别的程序占用，请先关掉它，或换一个端口：PORT=8081 npm start\n`,
  })
  other.close()
})

test('a folder that cannot be written is one clear sentence and exit code 1', () => {
  const file = path.join(folder(), 'a-file')
  fs.writeFileSync(file, '')
  const { code, said } = startRefused({ PORT: '0', DATA_DIR: path.join(file, 'data') })
  expect(code).toBe(1)
  expect(said).toMatch(/^文件夹 .*不能写入，请换一个有权限的地方.*\n$/)
})

test('an old Node.js is one clear sentence and exit code 1', () => {
  const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.1"})'
  expect(startRefused({ PORT: '0', DATA_DIR: folder() }, ['--import', old])).toEqual({
    code: 1,
    said: '需要 Node.js 20.19 或更新的版本，现在是 18.20.1。请到 nodejs.org 安装后再试。\n',
  })
})

test('a port that is no number is one clear sentence and exit code 1', () => {
  expect(startRefused({ PORT: 'eighty', DATA_DIR: folder() })).toMatchObject({ code: 1 })
})

test('it ends with one line, shows a demo town, ends with Ctrl-C, and takes seconds the second time', async () => {
  const dataDir = folder()
  const first = await start(dataDir)
  const { towns } = (await (await fetch(`${first.url}/api/towns`)).json()) as {
    towns: { id: string; name: string }[]
  }
  const board = (await (await fetch(`${first.url}/api/towns/${towns[0]?.id}/board`)).json()) as {
    items: unknown[]
  }
  const page = await (await fetch(first.url)).text()
  const personas = (await (await fetch(`${first.url}/api/demo/personas`)).json()) as {
    personas: { name: string }[]
  }
  expect([towns.length, board.items.length, page.includes('<title>代表之家</title>')]).toEqual([1, 20, true])
  expect(personas.personas.map(({ name }) => name)).toContain('李秀英')
  const code = await fetch(`${first.url}/api/demo/personas/villager/code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(code.status).toBe(200)

  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  await expect(fetch(first.url)).rejects.toThrow()

  const second = await start(dataDir)
  expect(second.said()).toBe(`代表之家 ${second.url}\n`)
  second.child.kill('SIGINT')
  expect(await second.ended).toBe(0)
})

test('what npm started ends with npm, which passes no signal on', async () => {
  const { url, child, ended } = await start(folder(), ['npm', 'start'])
  child.kill('SIGTERM')
  await ended
  const gone = async () =>
    fetch(url).then(
      () => false,
      () => true,
    )
  for (let tries = 0; tries < 50 && !(await gone()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await gone()).toBe(true)
})
