import type { ProgressRow } from '../../../shared/api/progress'
import type { Day } from '../../../shared/rules/days'
import type { SuggestionParty } from '../../../shared/matters/suggestion/states'
import { whileHandled } from '../../../shared/matters/suggestion/rows/teamwork'
import type { Reader } from '../../database/source'
import { marks, quoted } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { readCalendar } from '../../engine/read-calendar'
import { presentRow } from '../../matters/suggestion/list'
import { recordSql, type SuggestionRecord } from '../../matters/suggestion/record'
import { standingIn } from '../../matters/suggestion/standing'

/** Who gives the reports, and who hears them. */
const readers: readonly SuggestionParty[] = ['leadUnit', 'congressOffice', 'presidium']

/** All that units have in hand, what is late to be reported first; bounded by what a town can have open at once. */
export async function readProgress(reader: Reader, actor: Actor, now: Date): Promise<ProgressRow[]> {
  const { sql, parameters } = recordSql(actor)
  const records = await reader.query<SuggestionRecord[]>(
    `${sql} AND s.state IN (${quoted(Object.keys(whileHandled))})`,
    parameters,
  )
  const calendar = await readCalendar(reader, actor.townId)
  const standings = records
    .map((record) => standingIn(record, actor, now, calendar))
    .filter(({ parties }) => readers.some((party) => parties.has(party)))
  const notes = await lastNotes(
    reader,
    standings.map(({ suggestion }) => suggestion.id),
  )
  return standings
    .flatMap((standing) => {
      const { id, version, no, subject, unit, progressDue, actions } = presentRow(standing)
      const { deadlineOn } = standing.suggestion
      if (progressDue === null || deadlineOn === null || unit === null) return []
      const last = notes.get(id) ?? null
      return [{ id, version, no, subject, unit, deadlineOn, progressDue, last, actions }]
    })
    .sort((a, b) => (a.progressDue.on + a.id < b.progressDue.on + b.id ? -1 : 1))
}

async function lastNotes(reader: Reader, ids: readonly string[]) {
  const rows = await reader.query<{ id: string; note: string | null; on: Day }[]>(
    `SELECT matter_id AS id, note, on_day AS \`on\` FROM matter_event
     WHERE kind = 'suggestion' AND action = 'reportProgress' AND matter_id IN (${marks(ids)}) ORDER BY version`,
    [...ids],
  )
  return new Map(rows.map(({ id, note, on }) => [id, { on, note: note ?? '' }]))
}
