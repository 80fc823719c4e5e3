import { Refusal } from '../../../shared/words/refusals'
import { type CodeTarget, codeTargets } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { isDeputy } from '../../database/in-office'

export interface Target {
  kind: CodeTarget
  id: string
  name: string
}

/** What a town may print a code for: its board, its stations, its deputies in office. */
export async function readTargets(reader: Reader, townId: string): Promise<Target[]> {
  const stations = await reader.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM liaison_station WHERE town_id = ? AND ended_on IS NULL ORDER BY position, id',
    [townId],
  )
  const deputies = await reader.query<{ id: string; name: string }[]>(
    `SELECT p.id, p.name FROM person p WHERE p.town_id = ?
       AND ${isDeputy('p.id')}
     ORDER BY p.position, p.id`,
    [townId],
  )
  return [
    { kind: 'board', id: townId, name: codeTargets.board },
    ...stations.map((station) => ({ kind: 'station' as const, ...station })),
    ...deputies.map(({ id, name }) => ({ kind: 'deputy' as const, id, name: `${name} 代表` })),
  ]
}

/** @throws Refusal `not_found` where the town has nothing of the kind */
export async function targetInTown(reader: Reader, townId: string, kind: CodeTarget, id: string) {
  const target = (await readTargets(reader, townId)).find((one) => one.kind === kind && one.id === id)
  if (!target) throw new Refusal('not_found')
  return target
}
