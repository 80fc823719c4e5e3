import { Reminder } from '../../database/entities/suggestion/reminder'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import type { Reminded } from '../../engine/kind'
import type { SuggestionRecord } from './record'

/** What stands in the log that the office reads: who was told, who was passed over, and that there was nobody. */
export async function keepReminder(tx: Tx, { id, townId }: SuggestionRecord, reminded: Reminded) {
  const { ladder, ask, due, step, rung, passed, people, text, now } = reminded
  // Who is asked has a day of their own beside the clock of the suggestion, and no place in its log.
  if (ask !== undefined) return
  await tx.insert(Reminder, {
    id: newId(),
    townId,
    suggestionId: id,
    channel: 'app',
    at: now,
    personId: null,
    whom:
      rung === null
        ? null
        : people
            .map(({ name }) => name)
            .join('、')
            .slice(0, 200),
    said: rung === null ? null : text,
    answer: null,
    ladder,
    dueOn: due.on,
    step,
    rung,
    passed: passed.join(','),
  })
}
