import type { AnyMatterView } from '../../shared/grammar/matter-view'
import { Refusal } from '../../shared/words/refusals'
import type { Reader } from '../database/source'
import type { Actor } from '../http/actor'
import { allKinds } from './known-kinds'
import { standingOf } from './standing'
import { viewMatter } from './view'

/** A matter of any kind, for whoever stands to it. @throws Refusal `not_found` */
export async function viewAnyMatter(
  reader: Reader,
  actor: Actor,
  kindName: string,
  id: string,
  now: Date,
): Promise<AnyMatterView> {
  const kind = allKinds().find(({ table }) => table.kind === kindName)
  if (kind === undefined) throw new Refusal('not_found')
  const standing = await standingOf(reader, kind, actor, id, now)
  const { title, number, note = null, unitId = null } = kind.head(standing.record)
  return {
    kind: kindName,
    number,
    title,
    note,
    unitId,
    ...(await viewMatter(reader, kind, standing, now)),
  }
}
