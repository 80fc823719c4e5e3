import { listAreas } from '../../../shared/api/towns'
import { ask } from '../client/ask'
import type { Option } from '../pieces/choose'

/** Nobody has to say in which part of a village: without the list the question is not asked, and all else goes on. */
export const loadAreas = (town: string): Promise<readonly Option[]> =>
  ask(listAreas, { params: { town } }).then(
    ({ areas }) => areas.map(({ id, name, villageId }) => ({ id, name, partOf: villageId })),
    () => [],
  )
