import { checkRegister } from '../matters/content-check/register'
import type { Job } from './runner'

/** Every minute: what the registers show of deputies and stations stands on the list of what is public. */
export const checkRegisters: Job = {
  name: 'check-registers',
  pauseMs: 60_000,
  afterWrite: false,
  async run({ database, now }) {
    const towns = await database.reader.query<{ id: string }[]>('SELECT id FROM town ORDER BY id')
    for (const { id } of towns) await database.transaction((tx) => checkRegister(tx, id, now()))
  },
}
