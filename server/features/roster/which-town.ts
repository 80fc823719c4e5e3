import { asName } from '../../../shared/grammar/written'
import type { Tx } from '../../database/source'
import { Doubtful } from './problem'

const ending = /(民族乡|街道办事处|街道|镇|乡)$/u

/** Whether one name may be the other one, mistyped: another ending, a part left out, or one character of four or more. */
export function isLike(one: string, other: string): boolean {
  if (one === other) return false
  const [a, b] = [one, other].map((name) => name.replace(ending, ''))
  if (a === undefined || b === undefined) return false
  return a === b || a.includes(b) || b.includes(a) || differByOne([...one], [...other])
}

function differByOne(one: readonly string[], other: readonly string[]): boolean {
  if (Math.min(one.length, other.length) < 4 || one.length !== other.length) return false
  return one.filter((character, at) => character !== other[at]).length === 1
}

/**
 * A town of this name is begun only where it is certain that no other one is meant.
 * @throws Doubtful where a town is called almost the same
 */
export async function askWhichTown(tx: Tx, written: string) {
  const name = asName(written)
  const towns = await tx.query<{ name: string }[]>('SELECT name FROM town ORDER BY name, id')
  if (towns.some((town) => town.name === name)) return
  const like = towns.filter((town) => isLike(town.name, name)).map((town) => `“${town.name}”`)
  if (like.length === 0) return
  throw new Doubtful([
    {
      ...{ sheet: '镇名', row: null, heading: null },
      sentence: `已经有${like.join('、')}，和“${name}”很像。是同一个镇，就照已有的名字写；真是另一个镇，加上 --new-town 再试。`,
    },
  ])
}
