import { exportLedger } from '../../../shared/api/figures'
import { beijingDay } from '../../../shared/days'
import type { Bind } from '../../http/bind'
import { knownTown } from '../towns/known-town'
import { writeLedger } from './write-ledger'

export function ledgerRoutes(bind: Bind) {
  bind.read(exportLedger, async ({ reader, actor, now, context }) => {
    const { name } = await knownTown(reader, actor.townId)
    context.attachment(`${name}代表建议台账-${beijingDay(now)}.xlsx`)
    context.type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    context.set('Cache-Control', 'private, no-store')
    return writeLedger(reader, actor.townId)
  })
}
