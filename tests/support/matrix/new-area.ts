import { newId } from '../../../server/database/id'
import { areas } from '../../../shared/registers/areas'
import type { TestTown } from '../town'

/** A group of the village of a town. @returns its id */
export async function newArea({ id: town, village, office }: TestTown, name = `${newId().slice(0, 6)}组`) {
  const input = { villageId: village, areaKind: 'villagerGroup' as const, name }
  return (await office.client.call(areas.endpoints.add, { params: { town }, input })).id
}
