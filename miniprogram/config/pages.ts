import fs from 'node:fs'
import path from 'node:path'

const ending = '.config.ts'

/** The pages below a folder of sources: one is there by having its settings beside it. */
export function pagesBelow(sources: string): string[] {
  return fs
    .readdirSync(sources, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      fs
        .readdirSync(path.join(sources, name))
        .filter((file) => file.endsWith(ending))
        .map((file) => `${name}/${file.slice(0, -ending.length)}`),
    )
    .sort()
}
