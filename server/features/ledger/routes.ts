import { exportLedger } from '../../../shared/api/figures'
import { beijingDay } from '../../../shared/rules/days'
import type { Bind } from '../../http/bind'
import { writeAudit } from '../../engine/write-audit'
import { knownTown } from '../towns/known-town'
import { writeLedger } from './write-ledger'

export function routes(bind: Bind) {
  bind.tracedRead(exportLedger, async ({ reader, actor, now, context }) => {
    const { name } = await knownTown(reader, actor.townId)
    context.attachment(`${name}代表建议台账-${beijingDay(now)}.xlsx`)
    context.type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    context.set('Cache-Control', 'private, no-store')
    return {
      show: () => writeLedger(reader, actor.townId),
      trace: (tx) =>
        writeAudit(
          tx,
          {
            townId: actor.townId,
            personId: actor.person?.id ?? null,
            kind: 'view',
            what: '导出了代表建议台账',
            fromValue: null,
            toValue: '全部建议',
            reason: null,
          },
          now,
        ),
    }
  })
}
