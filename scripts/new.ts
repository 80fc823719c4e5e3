import fs from 'node:fs'
import path from 'node:path'
import { BadUsage, runCommand, type Typed } from './command'

/** `npm run new`: writes the first version of a kind of matter or of a register, whole enough that its story passes. */
const usage = `用法：
  npm run new -- matter homeVisit 入户走访       一种有人等着办的事
  npm run new -- register waterPump 抽水机       一本登记簿
英文名用小驼峰，一个概念一个词（看词汇表）；写好以后照着改，再运行 npm run docs 和 npm test。`

const options = {} as const

/** The words that stand in a template for those of the new one. */
const models = {
  matter: { name: 'homeVisit', word: '入户走访' },
  register: { name: 'waterPump', word: '抽水机' },
} as const

function write({ positionals: [what, name, word] }: Typed<typeof options>) {
  if (what !== 'matter' && what !== 'register') throw new BadUsage('请写 matter 或 register。')
  if (name === undefined || !/^[a-z][a-zA-Z]{2,19}$/.test(name))
    throw new BadUsage('请写英文名：小写字母开头，3 到 20 个字母，如 homeVisit。')
  if (word === undefined || !/^\p{Script=Han}{2,10}$/u.test(word))
    throw new BadUsage('请写中文名：2 到 10 个汉字，如 入户走访。')
  const files = filesOf(what, name, word)
  const taken = files.find(({ file }) => fs.existsSync(file))
  if (taken) throw new BadUsage(`${taken.file} 已经有了，请换一个名字。`)
  for (const { file, text } of files) {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
    console.log(`新文件  ${file}`)
  }
  if (what === 'matter') {
    addToDoor(name)
    console.log('改一行  shared/workflow.ts')
  }
}

function filesOf(what: keyof typeof models, name: string, word: string) {
  const folder = path.join('scripts/new', what)
  const number = nextNumber()
  const model = models[what]
  const named = (text: string) =>
    [
      [pascal(model.name), pascal(name)],
      [model.name, name],
      [kebab(model.name), kebab(name)],
      [snake(model.name), snake(name)],
      [model.word, word],
      ['STAMP', `17952192${number}0`],
      ['NUMBER', number],
    ].reduce((all, [from = '', to = '']) => all.split(from).join(to), text)
  return fs.readdirSync(folder).map((template) => ({
    file: named(
      template
        .replace(/\.txt$/, '')
        .split('__')
        .join('/'),
    ),
    text: named(fs.readFileSync(path.join(folder, template), 'utf8')),
  }))
}

/** Migrations go by their numbers; a new one comes ten after the last, so that another fits between. */
function nextNumber(): string {
  const numbers = fs.readdirSync('server/database/migrations').map((file) => Number(file.slice(0, 4)))
  return String(Math.max(...numbers) + 10).padStart(4, '0')
}

/** The one list of kinds, in the order in which they came. */
function addToDoor(name: string) {
  const file = 'shared/workflow.ts'
  const door = fs.readFileSync(file, 'utf8')
  fs.writeFileSync(
    file,
    door
      .replace(
        /(import \{ suggestionTable \})/,
        `import { ${name}Table } from './matters/${kebab(name)}/table'\n$1`,
      )
      .replace(/\n\} as const/, `\n  ${name}: ${name}Table,\n} as const`),
  )
}

const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const snake = (name: string) => kebab(name).replaceAll('-', '_')

void runCommand({ usage, options, atMost: 3 }, (typed) => Promise.resolve(write(typed)))
