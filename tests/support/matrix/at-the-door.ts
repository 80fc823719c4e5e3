import { engineOfTests } from '../database'
import { askedBeforeRefusal } from '../statements'
import { eachOf } from './cells'
import type { Cell } from './cell'
import { here, type Who } from './people'
import { whoMay } from './registers'

const elsewhere: readonly Cell['relation'][] = ['other town', 'other county']
/** Elsewhere they are nobody; the county has every town that is its own. */
const standsAs = ({ who, relation }: Cell): Who => {
  const isHere = !elsewhere.includes(relation) && (here as readonly Who[]).includes(who)
  return isHere || (relation === 'other town' && who === 'countyStaff') ? who : 'newcomer'
}

/** Who asks, and which town, is found to be none that may ask this: before anything of what they ask is looked at. */
export function isAtTheDoor(cell: Cell): boolean {
  const { who: needed, path } = cell.endpoint
  if (needed === 'anyone' || needed === 'account' || !path.startsWith('/towns/:town')) return false
  if (cell.who === 'anonymous' || cell.relation === 'no town') return true
  return !whoMay(needed).includes(standsAs(cell))
}

/**
 * Whoever is refused there has asked the database one thing, who they are, and that is the same for every operation: on
 * SQLite all of them are tried, and seen to ask no more; on MariaDB one for each kind of door and of asker.
 * @returns what asked more
 */
export async function walkDoors(cells: readonly Cell[], walk: (cell: Cell) => Promise<void>) {
  askedBeforeRefusal.clear()
  await eachOf(engineOfTests === 'sqlite' ? cells : oneOfEachKind(cells), 8, walk)
  return [...askedBeforeRefusal].flatMap(([name, asked]) =>
    asked > 1 ? [`${name} asks the database ${asked} times before it refuses who may not ask`] : [],
  )
}

const oneOfEachKind = (cells: readonly Cell[]) => [
  ...new Map(cells.map((cell) => [kindOf(cell), cell])).values(),
]
const kindOf = ({ endpoint, who, relation, expected }: Cell) =>
  [endpoint.who, endpoint.method, who, relation, expected].join()
