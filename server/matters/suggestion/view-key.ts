import type { KeyView } from '../../../shared/matters/suggestion/key-notes'
import { part, type RowsOf } from '../../database/together'
import type { SuggestionRecord } from './record'

/** Who leads a key suggestion, and what was done and decided about it, newest first. */
export const partsOfKey = ({ keySuggestionId: id }: SuggestionRecord) => ({
  key:
    id === null
      ? undefined
      : part<Omit<KeyView, 'notes'>>({
          columns: {
            year: 'y.year',
            leadingOfficial: 'y.leading_official',
            leadingPost: 'y.leading_post',
            plan: 'y.plan',
          },
          from: 'FROM key_suggestion y WHERE y.id = ?',
          order: 'y.id',
          parameters: [id],
        }),
  keyNotes:
    id === null
      ? undefined
      : part<KeyView['notes'][number]>({
          columns: {
            kind: 'n.kind',
            notedOn: 'n.noted_on',
            note: 'n.note',
            planItem: 'n.plan_item',
            by: "COALESCE(p.name, '')",
          },
          from: `FROM key_suggestion_note n LEFT JOIN person p ON p.id = n.person_id
            WHERE n.key_suggestion_id = ?`,
          order: 'n.noted_on DESC, n.version DESC',
          parameters: [id],
        }),
})

export function presentKey({
  key: [found],
  keyNotes,
}: RowsOf<ReturnType<typeof partsOfKey>>): KeyView | null {
  return found ? { ...found, notes: keyNotes } : null
}
