import { exportLedger } from '../../../shared/api/figures'
import { spreadsheet } from '../../../shared/grammar/register'
import { beijingDay } from '../../../shared/rules/days'
import type { Bind } from '../../http/bind'
import { writeAudit } from '../../engine/write-audit'
import type { RouteParts } from '../../routes'
import { knownTown } from '../towns/known-town'
import { writeLedger } from './apart'

export function routes(bind: Bind, { apart }: RouteParts) {
  bind.tracedRead(exportLedger, async ({ reader, actor, query, now, context }) => {
    const { name } = await knownTown(reader, actor.townId)
    const ledger = Buffer.from(await apart(writeLedger, actor.townId, query, now))
    return {
      show: () => {
        context.attachment(`${name}代表建议台账-${beijingDay(now)}.xlsx`)
        context.type = spreadsheet
        context.set('Cache-Control', 'private, no-store')
        return ledger
      },
      trace: (tx) =>
        writeAudit(
          tx,
          {
            townId: actor.townId,
            personId: actor.person?.id ?? null,
            kind: 'view',
            what: '导出了代表建议台账',
            fromValue: null,
            toValue: Object.values({ ...query, columns: undefined }).some(Boolean)
              ? '选出来的建议'
              : '全部建议',
            reason: null,
          },
          now,
        ),
    }
  })
}
