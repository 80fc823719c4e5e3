import { spreadsheet } from '../../../shared/grammar/register'
import { beijingDay } from '../../../shared/rules/days'
import { type KeptRegister, readableBy } from '../../engine/registers/kept-register'
import { bringLines } from '../../engine/registers/plan-lines'
import { writeAudit } from '../../engine/write-audit'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { knownTown } from '../towns/known-town'
import { linesOf, readTable } from './read-table'
import { writeRegister } from './apart'

/** A register as a spreadsheet, out and in again. */
export function bindTables(bind: Bind, kept: KeptRegister, { apart }: Pick<RouteParts, 'apart'>) {
  const { endpoints, word, name: registerName } = kept.register
  bind.tracedRead(endpoints.takeTable, async ({ reader, actor, now, context }) => {
    const { name } = await knownTown(reader, actor.townId)
    const table = Buffer.from(await apart(writeRegister, registerName, actor))
    return {
      show: () => {
        context.attachment(`${name}${word}-${beijingDay(now)}.xlsx`)
        context.type = spreadsheet
        context.set('Cache-Control', 'private, no-store')
        return table
      },
      trace: (tx) =>
        writeAudit(
          tx,
          {
            townId: actor.townId,
            personId: actor.person?.id ?? null,
            kind: 'view',
            what: `导出了${word}`,
            fromValue: null,
            toValue: '全部',
            reason: null,
          },
          now,
        ),
    }
  })
  for (const [endpoint, apply] of [
    [endpoints.checkTable, false],
    [endpoints.bringTable, true],
  ] as const)
    bind.upload(endpoint, readTable, ({ tx, actor, prepared, now }) =>
      bringLines(tx, kept, actor, linesOf(kept, readableBy(kept.register, actor), prepared), { apply, now }),
    )
}
