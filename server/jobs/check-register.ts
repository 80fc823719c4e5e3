import { checkRegister, inGroups, readUnchecked } from '../matters/content-check/register'
import type { Job } from './runner'

/** What the registers show of deputies and stations stands on the list of what is public. */
export const checkRegisters: Job = {
  name: 'check-registers',
  wokenBy: ['town'],
  pauseMs: 600_000,
  async run({ database, now }) {
    const towns = await database.reader.query<{ id: string }[]>('SELECT id FROM town ORDER BY id')
    for (const { id } of towns)
      for (const group of inGroups(await readUnchecked(database.reader, id)))
        await database.transaction((tx) => checkRegister(tx, id, group, now()))
  },
}
