import { listWork, type WorkLane, type WorkRow } from '../../shared/api/work'
import type { TestPerson, TestTown } from './town'

/** All that stands in a lane of somebody, page after page. */
export async function workOf(
  town: Pick<TestTown, 'id'>,
  person: TestPerson,
  lane: WorkLane,
  narrowed: Partial<Pick<WorkRow, 'kind' | 'state'>> & { category?: string; person?: string } = {},
): Promise<WorkRow[]> {
  const rows: WorkRow[] = []
  let cursor: string | undefined
  do {
    const page = await person.client.call(listWork, {
      params: { town: town.id },
      query: { lane, ...narrowed, ...(cursor ? { cursor } : {}) },
    })
    rows.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  return rows
}
