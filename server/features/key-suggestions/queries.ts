import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { KeyRow, listKeySuggestions } from '../../../shared/api/key-suggestions'
import type { KeyNote } from '../../../shared/matters/suggestion/key-notes'
import { beijingDay } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { presentRow } from '../../matters/suggestion/rows'
import { standingsOf } from '../../matters/suggestion/standing'

type Picked = Pick<KeyRow, 'leadingOfficial' | 'leadingPost' | 'plan'> & { id: string; suggestionId: string }
type Noted = KeyNote & { of: string }

/** The key suggestions of a year; a town picks a handful, so that all of them stand on one screen. */
export async function readKeySuggestions(
  reader: Reader,
  actor: Actor,
  asked: string | undefined,
  now: Date,
): Promise<OutputOf<typeof listKeySuggestions>> {
  const year = Number(asked ?? beijingDay(now).slice(0, 4))
  const picked = await reader.query<Picked[]>(
    `SELECT id, suggestion_id AS suggestionId, leading_official AS leadingOfficial, leading_post AS leadingPost, plan
     FROM key_suggestion WHERE town_id = ? AND year = ? AND ended_at IS NULL`,
    [actor.townId, year],
  )
  const ids = picked.map(({ suggestionId }) => suggestionId)
  const standings = await standingsOf(reader, actor, ids, now)
  const notes = await readNotes(reader, picked)
  const items = picked.flatMap(({ id, suggestionId, ...key }): KeyRow[] => {
    const standing = standings.find(({ record }) => record.id === suggestionId)
    const own = notes.filter((note) => note.of === id).map(({ of: _, ...note }) => note)
    // Each leading official reads of their own.
    return standing && standing.parties.size > 0
      ? [
          {
            ...presentRow(standing),
            ...key,
            progressNotes: own.filter(({ kind }) => kind === 'progress').length,
            dispatches: own.filter(({ kind }) => kind === 'dispatch').length,
            lastNote: own[0] ?? null,
          },
        ]
      : []
  })
  return { year, items: items.sort(lateFirst) }
}

const readNotes = (reader: Reader, picked: readonly Picked[]) =>
  reader.query<Noted[]>(
    `SELECT n.key_suggestion_id AS \`of\`, n.kind, n.noted_on AS notedOn, n.note, n.plan_item AS planItem,
       COALESCE(p.name, '') AS \`by\`
     FROM key_suggestion_note n LEFT JOIN person p ON p.id = n.person_id
     WHERE n.key_suggestion_id IN (${marks(picked)}) ORDER BY n.noted_on DESC, n.version DESC`,
    picked.map(({ id }) => id),
  )

const rank = { overdue: 0, dueSoon: 1, inTime: 2 } as const
/** What is late first, then by the day it is due; what has ended comes last. */
const rankOf = ({ waitsFor, due }: KeyRow) => (waitsFor === null ? 3 : rank[due?.urgency ?? 'inTime'])
const lateFirst = (a: KeyRow, b: KeyRow) =>
  rankOf(a) - rankOf(b) ||
  (a.due?.on ?? '9999').localeCompare(b.due?.on ?? '9999') ||
  a.id.localeCompare(b.id)
