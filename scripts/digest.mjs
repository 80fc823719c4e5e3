// Of which sources something was made: by what stands in them, so that a copy of the tree is as good as the tree.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './install.mjs'

/**
 * @param {readonly string[]} sources files and folders, from the top of the tree
 * @param {Readonly<Record<string, string>>} settings what else the output depends on
 * @param {(name: string) => boolean} isMeant which files of the folders
 */
export function digestOf(sources, settings = {}, isMeant = () => true) {
  const hash = createHash('sha256')
  for (const [name, value] of Object.entries(settings)) hash.update(`${name}=${value}\n`)
  const visit = (name) => {
    const file = path.join(root, name)
    if (fs.statSync(file).isDirectory()) {
      for (const inner of fs.readdirSync(file).sort()) visit(path.join(name, inner))
    } else if (isMeant(name)) {
      hash.update(name).update(fs.readFileSync(file))
    }
  }
  for (const source of sources) if (fs.existsSync(path.join(root, source))) visit(source)
  return hash.digest('hex')
}
