import { remindOfHolidays } from './remind-of-holidays'
import type { Job } from './runner'
import { withLease } from './with-lease'

/** Asks the office for what no matter asks for: the lists of days off. */
export const remind: Job = {
  name: 'remind',
  pauseMs: 60_000,
  afterWrite: false,
  run: (parts) =>
    withLease(parts.database, 'remind', 300, parts.now, async () => {
      const towns = await parts.database.reader.query<{ id: string }[]>('SELECT id FROM town')
      for (const town of towns) await remindOfHolidays(parts, town.id)
    }),
}
