import { effective } from '../../../../shared/matters/meeting/roll'
import type { Mark } from '../../../../shared/matters/meeting/words'
import type { Tx } from '../../../database/source'
import { part, readTogether } from '../../../database/together'
import type { Move } from './move-names'

interface Row {
  meetingId: string
  personId: string
  mark: Mark
  undoes: string | null
}

/** What says most of somebody who stands twice in a roll. */
const weight = { arrived: 3, left: 3, leave: 2, asked: 1, absent: 1, undone: 0 } as const satisfies Record<
  Mark,
  number
>

/**
 * Of one meeting one person has one line of marks: where both were called, that of the one who was there stays, and what
 * was noted of the other, who was the same person, goes.
 */
export async function oneRoll(tx: Tx, { from, to }: Move) {
  const { both } = await readTogether(tx, {
    both: part<Row & { position: number; id: string }>({
      columns: {
        ...{ id: 'x.id', meetingId: 'x.meeting_id', personId: 'x.person_id' },
        ...{ mark: 'x.mark', undoes: 'x.undoes', position: 'x.position' },
      },
      from: `FROM roll_mark x WHERE x.person_id IN (?, ?)
        AND EXISTS (SELECT 1 FROM roll_mark y WHERE y.meeting_id = x.meeting_id AND y.person_id <> x.person_id AND y.person_id IN (?, ?))`,
      order: 'x.meeting_id, x.position, x.id',
      parameters: [from, to, from, to],
    }),
  })
  for (const meetingId of new Set(both.map((one) => one.meetingId))) {
    const marks = effective(
      both.filter((one) => one.meetingId === meetingId).map((one) => ({ ...one, at: 0 })),
    )
    const says = (id: string) => Math.max(0, ...(marks.get(id) ?? []).map(({ mark }) => weight[mark]))
    await tx.query('DELETE FROM roll_mark WHERE meeting_id = ? AND person_id = ?', [
      ...[meetingId, says(from) > says(to) ? to : from],
    ])
  }
}
