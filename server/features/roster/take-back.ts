import type { ImportRow } from '../../../shared/api/imports'
import { Refusal } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { lookAgain } from '../../engine/refresh'
import { findAnew } from '../../engine/registers/found-by'
import { writeAudit } from '../../engine/write-audit'
import type { Actor } from '../../http/actor'
import { noteTakenBack, undoOf } from '../imports/records'
import { registers } from '../registers/found'
import { dependents } from './dependents'
import type { Change } from './difference'
import { putBack } from './put-back'
import { readStanding, tableNames } from './standing'

/**
 * Everything that an import added goes, and what it changed is as it was, as long as nothing has come to depend on it.
 * @throws Refusal `not_found`, `nothing_changed`, `built_upon` with what depends on it
 */
export async function takeBackRoster(tx: Tx, actor: Actor, id: string, now: Date): Promise<ImportRow> {
  const { townId } = actor
  const { fileName, undo } = await undoOf(tx, townId, 'roster', id)
  const changes = undo as Change[]
  const standing = await readStanding(tx, townId)
  const why = await dependents(tx, actor, standing, changes)
  if (why.length > 0)
    throw new Refusal('built_upon', {}, `不能整个撤回：${why.join('；')}。请在名册里一条一条改。`)
  await putBack(tx, actor, changes, now)
  await lookAgain(tx, townId, now)
  await findAnew(tx, registers, townId, tableNames)
  await writeAudit(
    tx,
    {
      townId,
      personId: actor.person?.id ?? null,
      what: '撤回名册导入',
      fromValue: fileName,
      toValue: `撤回了，共 ${changes.length} 处`,
      reason: null,
    },
    now,
  )
  return noteTakenBack(tx, townId, id, actor.person?.id ?? null, now)
}
