import { Refusal } from '../../shared/words/refusals'
import { digestOf } from '../database/digest'
import { instantText, isoInstant } from '../database/sql'
import { part, readTogether } from '../database/together'
import type { Tx } from '../database/source'
import type { Form } from './kind'

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
  saidDigest: string | null
}

/** Of what somebody wrote in a form; null where there is nothing but choices and ticks. */
export function digestOfForm(matterId: string, form: Form): string | null {
  const given = Object.entries(form).filter(([, value]) => value !== undefined)
  if (!given.some(([, value]) => typeof value === 'string')) return null
  const sorted = given.sort(([one], [other]) => (one < other ? -1 : 1))
  return digestOf(`${matterId} ${JSON.stringify(sorted)}`).slice(0, 16)
}

/**
 * The same words of the same person so soon are a second tap more often than a second act: nobody reads them twice.
 * @throws Refusal `said_already`
 */
export async function refuseSaidAgain(
  tx: Tx,
  { matterId, kind, version, action, personId, note, saidDigest }: Saying,
  now: Date,
) {
  if (personId === null || (note === null && saidDigest === null)) return
  const { last } = await readTogether(tx, {
    last: part<{ note: string | null; saidDigest: string | null; at: string }>({
      columns: { note: 'e.note', saidDigest: 'e.said_digest', at: instantText('e.recorded_at') },
      from: `FROM matter_event e WHERE e.matter_id = ? AND e.kind = ? AND e.version = ?
        AND e.action = ? AND e.person_id = ?`,
      order: 'e.id',
      parameters: [matterId, kind, version, action, personId],
    }),
  })
  const [same] = last.filter(
    (one) => (note !== null && one.note === note) || (saidDigest !== null && one.saidDigest === saidDigest),
  )
  if (same !== undefined && now.getTime() - Date.parse(isoInstant(same.at)) < againWithinMinutes * 60_000)
    throw new Refusal('said_already')
}
