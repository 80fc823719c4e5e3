import { boardFigures, showBoard, showBoardItem } from '../../../shared/api/board'
import { listWork, searchWork } from '../../../shared/api/work'
import type { TestTown } from '../town'

/** Pages in the other ways in which they are looked at, beside the one way of the matrix. */
export async function askedBesides(town: TestTown, id: string) {
  const params = { town: town.id }
  const { office, villager } = town
  const queries = [
    { lane: 'mine' },
    { lane: 'others' },
    { lane: 'ended' },
    { lane: 'mine', kind: 'suggestion', village: town.village },
    { lane: 'mine', state: 'accepted', unit: town.unitId, category: 'water', overdue: 'yes' },
    { lane: 'ended', person: town.deputy.id },
  ] as const
  for (const query of queries) await office.client.call(listWork, { params, query })
  for (const words of ['河堤', '河堤 修复'])
    await office.client.call(searchWork, { params, input: { words } })
  await villager.client.call(showBoard, { params, query: {} })
  await villager.client.call(showBoard, { params, query: { state: 'accepted' } })
  await villager.client.call(showBoard, { params, query: { village: town.village } })
  for (const figure of boardFigures) await villager.client.call(showBoard, { params, query: { figure } })
  await villager.client.call(showBoardItem, { params: { ...params, id } })
}
