import type { OutputOf } from '../../../shared/grammar/endpoint'
import type {
  listReceptions as listEndpoint,
  ReceptionView,
} from '../../../shared/matters/reception/endpoints'
import { beijingDay, type Day, spokenDate } from '../../../shared/rules/days'
import { numberOf } from '../../../shared/words/messages'
import type { ReceivedHow } from '../../../shared/words/reception'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import type { Reader } from '../../database/source'
import { atOnce, part, readTogether } from '../../database/together'
import { readReceptions, type ReceptionRecord } from './record'
import { receptionsAhead, whoTakesTurns } from './stand-ins'

/** What a view and a list show of one. */
export const shownOf = ({ id, heldOn, time, stationId, station, place, sitters }: ReceptionRecord) => ({
  ...{ id, heldOn, time: time ?? '', place, station: { id: stationId, name: station } },
  sitters: sitters.map(({ sat, ...one }) => ({ ...one, sat: sat === null ? null : Number(sat) === 1 })),
})

/** Those who came; what became a message is told in its words as they stand there now. */
const recordsPart = (id: string) =>
  part<{
    id: string
    name: string | null
    village: string | null
    area: string | null
    said: string | null
    how: ReceivedHow
    answer: string | null
    opinionId: string | null
    voiceId: string | null
    seconds: number | null
    transcript: string | null
    code: string | null
  }>({
    columns: {
      ...{ id: 'x.id', name: 'x.visitor_name', village: 'vi.name', area: 'ar.name' },
      ...{ said: 'COALESCE(w.text, x.said)', how: 'x.how', answer: 'x.answer' },
      ...{ opinionId: 'o.id', code: 'o.slip_code' },
      ...{ voiceId: 'c.id', seconds: 'c.seconds', transcript: 'c.transcript' },
    },
    from: `FROM reception_record x LEFT JOIN resident_opinion o ON o.id = x.opinion_id
      LEFT JOIN opinion_message w ON w.resident_opinion_id = o.id AND w.position = 0
      LEFT JOIN opinion_attachment c ON c.reception_record_id = x.id
      LEFT JOIN village vi ON vi.id = COALESCE(o.village_id, x.village_id)
      LEFT JOIN area ar ON ar.id = COALESCE(o.area_id, x.area_id) WHERE x.reception_id = ?`,
    order: 'x.position, x.id',
    parameters: [id],
  })

const voiceOf = ({
  voiceId: id,
  seconds,
  transcript,
}: {
  voiceId: string | null
  seconds: number | null
  transcript: string | null
}) => (id === null ? null : { id, seconds: Number(seconds), transcript })

/** What its page shows beside what every matter has. */
export async function detailsOf(
  reader: Reader,
  record: ReceptionRecord,
  now: Date,
): Promise<Pick<ReceptionView, 'records' | 'standIns' | 'inReturn'>> {
  const [{ records, ahead }, people] = await atOnce(reader, () =>
    Promise.all([
      readTogether(reader, {
        records: recordsPart(record.id),
        ahead: receptionsAhead(record, beijingDay(now)),
      }),
      whoTakesTurns(reader, record.townId, record.stationId),
    ]),
  )
  const standIns = people.filter(({ id }) => !record.sitters.some((one) => one.id === id))
  const mine = new Set(record.sitters.map(({ id }) => id))
  const named = new Map<string, string>()
  for (const { id, heldOn, station, who, personId } of ahead)
    if (standIns.some((one) => one.id === personId) && !mine.has(personId))
      named.set(id, `${spokenDate(heldOn, beijingDay(now))} ${station}（${who}）`)
  return {
    records: records.map(({ id, name, village, area, said, how, answer, opinionId, code, ...spoken }) => ({
      ...{ id, name, village, area, said: said ?? '', how, answer },
      voice: voiceOf(spoken),
      slip: opinionId === null || code === null ? null : { opinionId, no: numberOf(opinionId), code },
    })),
    standIns,
    inReturn: [...named].map(([id, name]) => ({ id, name })),
  }
}

/** The receptions of a town, those of later days first. @throws Refusal `bad_cursor` */
export async function listReceptions(
  reader: Reader,
  townId: string,
  cursor: string | undefined,
): Promise<OutputOf<typeof listEndpoint>> {
  const place = after('v.held_on', 'v.id', cursor)
  const found = await reader.query<{ id: string; heldOn: Day }[]>(
    `SELECT v.id, v.held_on AS heldOn FROM reception v WHERE v.town_id = ?${place.sql}${place.order}
     LIMIT ${pageSize + 1}`,
    // A day is kept without a time.
    [townId, ...place.parameters.map((one) => one.replace(' 00:00:00.000', ''))],
  )
  const { rows, next } = pageOfRows(found, ({ id, heldOn }) => ({ at: `${heldOn} 00:00:00.000`, id }))
  const records = await readReceptions(
    reader,
    townId,
    rows.map(({ id }) => id),
  )
  return {
    next,
    items: rows.flatMap(({ id }) => {
      const record = records.find((one) => one.id === id)
      return record
        ? [
            {
              ...shownOf(record),
              state: record.state,
              swapWith: swapOf(record),
              received: Math.max(Number(record.received ?? 0), Number(record.recorded)),
            },
          ]
        : []
    }),
  }
}

/** A question that is neither answered nor taken back. */
const swapOf = ({ state, asked }: ReceptionRecord) =>
  (state === 'planned' &&
    asked.find(({ ask, answeredAt, endedAt }) => ask === 'swap' && (answeredAt ?? endedAt) === null)?.name) ||
  null
