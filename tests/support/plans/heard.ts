import { whenAsked } from '../statements'

/** One statement of the product, whatever it was asked with. */
export interface Heard {
  sql: string
  /** What it was asked with: a few, since of what is not there an engine tells no plan. */
  samples: unknown[][]
  /** The operations and jobs that ask it. */
  by: Set<string>
}

const fewest = 4
/** Whoever only writes a row goes by no plan. */
export const isPlanned = (sql: string) => /^\s*(SELECT|WITH|UPDATE|DELETE|INSERT[^;]*\bSELECT\b)/i.test(sql)
const shapes = new Map<string, string>()
/** A list of however many is one and the same. Most statements are heard a thousand times. */
function shapeOf(sql: string) {
  const known = shapes.get(sql)
  if (known !== undefined) return known
  const shape = sql
    .replace(/\s+/g, ' ')
    .replace(/\(\?(?:, ?\?)*\)/g, '(?)')
    .replace(/(\(\?\))(?:, ?\(\?\))+/g, '$1')
  shapes.set(sql, shape)
  return shape
}

/** Keeps each statement that operations and jobs ask, but for those between `pause` and `again`. */
export function listen() {
  const heard = new Map<string, Heard>()
  const again = () =>
    whenAsked((sql, parameters, by) => {
      if (!isPlanned(sql)) return
      const shape = shapeOf(sql)
      const one = heard.get(shape) ?? { sql, samples: [], by: new Set<string>() }
      one.by.add(by)
      if (one.samples.length < fewest && sql === one.sql) one.samples.push([...parameters])
      heard.set(shape, one)
    })
  again()
  return { again, pause: () => whenAsked(undefined), all: () => [...heard.values()] }
}
