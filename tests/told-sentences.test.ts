import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/**
 * What people are told stands in rows: of a table of rules, of `words/told.ts`, or among the sentences of the clock. Code
 * that tells puts words into them and holds no sentence of its own.
 */
const root = path.resolve(__dirname, '..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'server'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.endsWith('.ts') && fs.existsSync(path.join(root, file)))

const textOf = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')

/** Whoever hands something to an inbox, and whoever makes words for it. */
const tells = (file: string) =>
  /from '[^']*\/(tell|tell-row|tell-parties)'/.test(textOf(file)) ||
  /^server\/engine\/(?!registers\/)/.test(file) ||
  /^server\/matters\/[^/]+\/(effects[^/]*|words-of|message-words|kind|record)\.ts$/.test(file)

/** A refusal answers whoever asked, and is told to nobody. */
const refuses = /^(wrongField|Refusal|refuse\w*)$/

function chineseIn(file: string): string[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && refuses.test(node.expression.getText()))
      return
    const isText =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node)
    if (isText && /\p{Script=Han}/u.test(node.text)) found.push(`${file}: ${node.text}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

test('code that tells holds no sentence of its own', () => {
  const telling = files.filter(tells)
  expect(telling.length).toBeGreaterThan(20)
  expect(telling.flatMap(chineseIn)).toEqual([])
})
