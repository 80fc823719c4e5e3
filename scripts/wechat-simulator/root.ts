import fs from 'node:fs'
import path from 'node:path'

/** The top of the tree, from a module as it was written and from the same one compiled. */
export const root = above(__dirname)

function above(folder: string): string {
  return fs.existsSync(path.join(folder, 'package.json')) ? folder : above(path.dirname(folder))
}
