import type { Tally } from '../../../shared/matters/group-ballot/appraisals'
import type { Satisfaction } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { part, readTogether } from '../../database/together'

interface Row {
  of: string
  id: string
  rating: Satisfaction
}

/**
 * What those say of a suggestion whose words are behind it: also behind one that is handled together with it, and where it
 * broke again and was raised once more.
 */
export const residentVerdictsPart = (ids: readonly string[]) => {
  const these = `IN (${marks(ids)})`
  const said = 'o.id, o.rating FROM resident_opinion o'
  return part<Row>({
    columns: { of: 'v.of_id', id: 'v.id', rating: 'v.rating' },
    from: `FROM (
        SELECT o.suggestion_id AS of_id, ${said} WHERE o.suggestion_id ${these}
        UNION SELECT o.earlier_suggestion_id, ${said} WHERE o.earlier_suggestion_id ${these}
        UNION SELECT s.merged_into_id, ${said} JOIN suggestion s ON s.id = o.suggestion_id
          WHERE s.merged_into_id ${these}
      ) AS v WHERE v.rating IS NOT NULL`,
    order: 'v.of_id, v.id',
    parameters: [...ids, ...ids, ...ids],
  })
}

/** How many said what of one of them; null where nobody has. */
export function tallyOf(rows: readonly Row[], id: string): Tally | null {
  const own = rows.filter((row) => row.of === id)
  const of = (rating: Satisfaction) => own.filter((row) => row.rating === rating).length
  return own.length === 0
    ? null
    : {
        satisfied: of('satisfied'),
        basicallySatisfied: of('basicallySatisfied'),
        notSatisfied: of('notSatisfied'),
      }
}

export async function readResidentVerdicts(reader: Reader, ids: readonly string[]) {
  const { said } = await readTogether(reader, {
    said: ids.length === 0 ? undefined : residentVerdictsPart(ids),
  })
  return (id: string) => tallyOf(said, id)
}
