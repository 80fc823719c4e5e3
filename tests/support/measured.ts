import fs from 'node:fs'
import path from 'node:path'
import { contract } from '../../server/http/contract'
import type { Endpoint } from '../../shared/grammar/endpoint'
import { overBudget } from './budget'
import { engineOfTests } from './database'
import { dearest } from './statements'

const folder = path.resolve('tests/.output/measured')

/**
 * Leaves what the servers of this file have answered, and how dearly: `npm test` adds up all files, because what one
 * operation needs stands in the story of another.
 */
export function leaveMeasured(bound: ReadonlySet<Endpoint>) {
  fs.mkdirSync(folder, { recursive: true })
  const served = [...contract].flatMap(([name, endpoint]) => (bound.has(endpoint) ? [name] : []))
  const measured = [...dearest.keys()]
  const file = path.relative('tests', expect.getState().testPath ?? '')
  const name = `${engineOfTests}-${file.replace(/[\\/]/g, '-')}.json`
  fs.writeFileSync(path.join(folder, name), JSON.stringify({ file, served, measured, over: overBudget() }))
}
