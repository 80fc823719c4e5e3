import { Refusal } from '../../shared/words/refusals'
import { instantText, isoInstant } from '../database/sql'
import { part, readTogether } from '../database/together'
import type { Tx } from '../database/source'

const againWithinMinutes = 10

/** What was written down last, and what is about to be. */
interface Saying {
  matterId: string
  kind: string
  /** Of the step before this one. */
  version: number
  action: string
  personId: string | null
  note: string | null
}

/**
 * The same words of the same person so soon are a second tap more often than a second act: nobody reads them twice.
 * @throws Refusal `said_already`
 */
export async function refuseSaidAgain(
  tx: Tx,
  { matterId, kind, version, action, personId, note }: Saying,
  now: Date,
) {
  if (personId === null || note === null) return
  const { last } = await readTogether(tx, {
    last: part<{ note: string | null; at: string }>({
      columns: { note: 'e.note', at: instantText('e.recorded_at') },
      from: `FROM matter_event e WHERE e.matter_id = ? AND e.kind = ? AND e.version = ?
        AND e.action = ? AND e.person_id = ?`,
      order: 'e.id',
      parameters: [matterId, kind, version, action, personId],
    }),
  })
  const [same] = last.filter((one) => one.note === note)
  if (same !== undefined && now.getTime() - Date.parse(isoInstant(same.at)) < againWithinMinutes * 60_000)
    throw new Refusal('said_already')
}
