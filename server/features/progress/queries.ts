import type { ProgressRow } from '../../../shared/api/progress'
import type { Day } from '../../../shared/rules/days'
import type { SuggestionParty } from '../../../shared/matters/suggestion/states'
import { whileHandled } from '../../../shared/matters/suggestion/rows/teamwork'
import type { Reader } from '../../database/source'
import { marks, quoted } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { presentRow } from '../../matters/suggestion/rows'
import { standingsOf } from '../../matters/suggestion/standing'

/** Who gives the reports, and who hears them. */
const readers: readonly SuggestionParty[] = ['leadUnit', 'congressOffice', 'presidium']

/** All that units have in hand, what is late to be reported first; bounded by what a town can have open at once. */
export async function readProgress(reader: Reader, actor: Actor, now: Date): Promise<ProgressRow[]> {
  const open = await reader.query<{ id: string }[]>(
    `SELECT id FROM matter WHERE town_id = ? AND kind = 'suggestion' AND state IN (${quoted(Object.keys(whileHandled))})`,
    [actor.townId],
  )
  const ids = open.map(({ id }) => id)
  const standings = (await standingsOf(reader, actor, ids, now)).filter(({ parties }) =>
    readers.some((party) => parties.has(party)),
  )
  const notes = await lastNotes(
    reader,
    standings.map(({ record }) => record.id),
  )
  return standings
    .flatMap((standing) => {
      const { id, version, no, subject, unit, progressDue, actions } = presentRow(standing)
      const { deadlineOn } = standing.record
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
