import type * as z from 'zod/mini'
import type { meetingActions } from '../../../shared/matters/meeting/table'
import { spokenCorrection } from '../../../shared/matters/meeting/words'
import type { Paper } from '../../../shared/papers/paper'
import { type Day, spokenDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { personIdOf } from '../../engine/begin'
import type { StepOf } from '../../engine/kind'
import type { MeetingRecord } from './record'

/**
 * 更正: what was approved stays as it was, with its digest; what is put right stands below it, with whoever typed it and
 * whoever of the presidium agreed.
 */
interface Correction {
  on: Day
  by: string | null
  note: string | null
}

/** @throws Refusal `bad_input` where nobody else of the presidium agrees */
export function correct({ record, form, asker }: StepOf<MeetingRecord>) {
  const { text, reason, agreedId } = form as z.output<(typeof meetingActions)['correct']['input']>
  const agreed = record.presidium.find(({ id }) => id === agreedId)
  if (agreed === undefined) throw wrongField('agreedId', '这位现在不是主席团成员，请重新选择。')
  if (agreedId === personIdOf(asker)) throw wrongField('agreedId', '要另一位主席团成员同意，不能是您自己。')
  return Promise.resolve({ reason: spokenCorrection(text, reason, agreed.name), outcome: reason })
}

export const readCorrections = async (reader: Reader, id: string): Promise<Correction[]> => {
  const { corrections } = await readTogether(reader, {
    corrections: part<Correction & { version: number }>({
      columns: { on: 'e.on_day', by: 'p.name', note: 'e.note', version: 'e.version' },
      from: `FROM matter_event e LEFT JOIN person p ON p.id = e.person_id
        WHERE e.matter_id = ? AND e.kind = 'meeting' AND e.action = 'correct'`,
      order: 'e.version, e.id',
      parameters: [id],
    }),
  })
  return corrections
}

export const withCorrections = (paper: Paper, corrections: readonly Correction[]): Paper =>
  corrections.length === 0
    ? paper
    : {
        ...paper,
        blocks: [
          ...paper.blocks,
          { is: 'heading', text: '更正' },
          {
            is: 'text',
            // With the year: it is read long after.
            text: corrections
              .map(({ on, by, note }) => `${spokenDay(on, '')}，${by ?? ''}记：${note ?? ''}`)
              .join('\n'),
          },
        ],
      }
