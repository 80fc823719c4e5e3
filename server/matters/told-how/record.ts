import { type ToldHow, type UntoldReason, wordsToSay } from '../../../shared/matters/told-how/words'
import type { ToldHowState } from '../../../shared/matters/told-how/table'
import type { Day } from '../../../shared/rules/days'
import { deputyNamed, numberOf } from '../../../shared/words/messages'
import { referrals } from '../../../shared/words/words'
import { isDeputy } from '../../database/in-office'
import { instantText, marks } from '../../database/sql'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'
import { summaryOf } from '../opinion/record'

interface Said {
  opinionId: string
  firstText: string
  explanation: string | null
  referredTo: keyof typeof referrals | null
  deputyName: string
  village: string | null
  endedOn: Day
  hasPhone: number
  slipCode: string | null
}

/** With the matter that it is about, and whether its deputy can tell anybody anything. */
export interface ToldHowRecord extends MatterRecord<ToldHowState>, Said {
  deputyId: string
  villageId: string | null
  deputyActs: number
  deputyBound: number
}

const said = {
  ...{ opinionId: 'o.id', firstText: 'w.text', explanation: 'o.explanation', referredTo: 'o.referred_to' },
  ...{ deputyName: 'd.name', village: 'v.name', endedOn: 'k.ended_on', slipCode: 'o.slip_code' },
  hasPhone: 'CASE WHEN o.resident_phone IS NULL THEN 0 ELSE 1 END',
}
const from = `FROM told_how k JOIN matter m ON m.id = k.id JOIN resident_opinion o ON o.id = k.resident_opinion_id
  JOIN opinion_message w ON w.resident_opinion_id = o.id AND w.position = 0
  JOIN person d ON d.id = o.deputy_id LEFT JOIN village v ON v.id = o.village_id`

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...said,
  ...{ deputyId: 'o.deputy_id', villageId: 'o.village_id' },
  deputyActs: `CASE WHEN ${isDeputy('d.id')} THEN 1 ELSE 0 END`,
  deputyBound: 'CASE WHEN d.account_id IS NULL THEN 0 ELSE 1 END',
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

export async function readToldHow(reader: Reader, townId: string, id: string) {
  const { found } = await readTogether(reader, {
    found: part<ToldHowRecord>({
      columns,
      from: `${from} JOIN town t ON t.id = k.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
        WHERE k.town_id = ? AND k.id = ?`,
      order: 'k.id',
      parameters: [townId, id],
    }),
  })
  return found[0]
}

/** Those of a page, by their ids. */
export async function readToSay(reader: Reader, townId: string, ids: readonly string[]) {
  const { found } = await readTogether(reader, {
    found:
      ids.length === 0
        ? undefined
        : part<Said & { id: string; version: number }>({
            columns: { id: 'k.id', version: 'm.version', ...said },
            from: `${from} WHERE k.town_id = ? AND k.id IN (${marks(ids)})`,
            order: 'k.id',
            parameters: [townId, ...ids],
          }),
  })
  return new Map(found.map((row) => [row.id, { id: row.id, version: Number(row.version), ...toSay(row) }]))
}

/** What is told, as whoever tells it reads it out. */
export const toSay = (row: Said) => ({
  opinionId: row.opinionId,
  title: summaryOf(row.firstText),
  number: numberOf(row.opinionId),
  deputy: deputyNamed(row.deputyName),
  village: row.village,
  endedOn: row.endedOn,
  says: wordsToSay(
    summaryOf(row.firstText),
    row.explanation ?? '',
    row.referredTo === null ? null : referrals[row.referredTo],
  ),
  hasPhone: Number(row.hasPhone) === 1,
  onSlip: row.slipCode !== null,
})

interface ToldRow {
  id: string
  version: number
  state: ToldHowState
  how: ToldHow | null
  toldOn: Day | null
  toldBy: string | null
  inWords: 'asWritten' | 'own' | null
  said: string | null
  because: UntoldReason | null
}

/** Every end of a matter, with how it was told. */
export const toldPart = (opinionId: string) =>
  part<ToldRow>({
    columns: {
      ...{ id: 'k.id', version: 'km.version', state: 'km.state', how: 'k.how', toldOn: 'k.told_on' },
      ...{ toldBy: 'kp.name', inWords: 'k.in_words', said: 'k.said', because: 'k.because' },
    },
    from: `FROM told_how k JOIN matter km ON km.id = k.id LEFT JOIN person kp ON kp.id = k.told_by_id
      WHERE k.resident_opinion_id = ?`,
    order: 'k.end_no',
    parameters: [opinionId],
  })

/** How the last end of it was told; null where it has not ended. */
export function lastTold(rows: readonly ToldRow[]) {
  const last = rows.at(-1)
  return last === undefined ? null : { ...last, version: Number(last.version) }
}
