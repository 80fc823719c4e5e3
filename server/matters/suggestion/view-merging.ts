import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { part, type RowsOf } from '../../database/together'
import { mergedFilesPart, viewFile } from '../../features/photos/queries'
import type { SuggestionRecord } from './record'

/** What was accepted before or after it of the same words of a resident, but for what is confidential. */
const raisedOf = (which: 'earlier_suggestion_id' | 'suggestion_id', { id, townId }: SuggestionRecord) =>
  part<SuggestionView['earlier'][number]>({
    columns: { id: 's.id', no: 's.suggestion_no', subject: 's.subject' },
    from: `FROM suggestion s WHERE s.town_id = ? AND s.confidential = 0 AND s.suggestion_no IS NOT NULL
      AND s.id IN (SELECT o.${which} FROM resident_opinion o
        WHERE o.${which === 'suggestion_id' ? 'earlier_suggestion_id' : 'suggestion_id'} = ?)`,
    order: 's.suggestion_no',
    parameters: [townId, id],
  })

/** The one it is handled with, and the texts of those that are handled with it: whoever replies must read them all. */
export const partsOfMerging = (record: SuggestionRecord) => {
  const { id, townId, mergedIntoId } = record
  return {
    raisedBefore: raisedOf('earlier_suggestion_id', record),
    raisedAfter: raisedOf('suggestion_id', record),
    mergedInto: part<NonNullable<SuggestionView['mergedInto']>>({
      columns: { id: 's.id', no: 's.suggestion_no', subject: 's.subject' },
      from: 'FROM suggestion s WHERE s.town_id = ? AND s.id = ?',
      order: 's.id',
      parameters: [townId, mergedIntoId ?? ''],
    }),
    merged: part<Omit<SuggestionView['merged'][number], 'files'>>({
      columns: {
        id: 's.id',
        no: 's.suggestion_no',
        subject: 's.subject',
        leadDeputy: 'p.name',
        facts: 's.facts',
        proposal: 's.proposal',
      },
      // From the one that they wait in: most wait in none, so that by the town SQLite would think to find fewer.
      from: `FROM suggestion main JOIN suggestion s ON s.merged_into_id = main.id
      JOIN matter m ON m.id = s.id JOIN person p ON p.id = s.lead_deputy_id
      WHERE main.town_id = ? AND main.id = ? AND m.state <> 'withdrawn'`,
      order: 's.suggestion_no',
      parameters: [townId, id],
    }),
    mergedFiles: mergedFilesPart(townId, id),
  }
}

export const presentMerged = ({
  merged,
  mergedFiles,
}: Pick<RowsOf<ReturnType<typeof partsOfMerging>>, 'merged' | 'mergedFiles'>): SuggestionView['merged'] =>
  merged.map((one) => ({ ...one, files: mergedFiles.filter(({ of }) => of === one.id).flatMap(viewFile) }))
