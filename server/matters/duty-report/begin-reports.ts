import { dutyReportTable } from '../../../shared/matters/duty-report/table'
import type { Calendar } from '../../../shared/rules/calendar'
import { beijingDay } from '../../../shared/rules/days'
import type { Tx } from '../../database/source'
import { beginMany } from '../../engine/begin-known'
import { kind } from './kind'
import { readDutyReports } from './record'

/** The result was announced: of each who reported, what the voters said is to go to them. The same for many as for one. */
export const beginDutyReports = (
  tx: Tx,
  townId: string,
  ids: readonly string[],
  { since, calendar, now }: { since: Date; calendar: Calendar; now: Date },
) =>
  beginMany(
    tx,
    kind,
    townId,
    ids.map((id) => ({
      ...{ id, state: dutyReportTable.first, since },
      event: { action: 'start', party: 'system', personId: null, onDay: beijingDay(since) } as const,
    })),
    (those) => readDutyReports(tx, townId, those),
    calendar,
    now,
  )
