import fs from 'node:fs'
import path from 'node:path'

const ending = '.config.ts'
const home = 'pages/home'

/**
 * The pages of the mini-program that lies in a folder of sources, as if its current version were released: whatever has
 * settings beside it is a page, and the first is the one that a code without a page opens.
 */
export function releasedPages(folder: string): string[] {
  const pages = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      fs
        .readdirSync(path.join(folder, name))
        .filter((file) => file.endsWith(ending))
        .map((file) => `${name}/${file.slice(0, -ending.length)}`),
    )
  return [home, ...pages.filter((page) => page !== home).sort()]
}
