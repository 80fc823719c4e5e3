import { existsSync } from 'node:fs'
import { isoInstant } from '../sql'
import { openAsItIs, rowsOf } from './source-of-rows'
import { engineOf } from './take-backup'

/** When the last backup ended; null where none was made. `absent`: there is no database yet. */
export async function readLastBackup(url: string): Promise<Date | null | 'absent'> {
  if (engineOf(url) === 'sqlite' && !existsSync(url.slice('sqlite:'.length))) return 'absent'
  const rows = rowsOf(await openAsItIs(url, { readonly: true }), engineOf(url))
  try {
    if (!(await rows.tables()).some(({ name }) => name === 'job_run')) return 'absent'
    const [run] = await rows.query<{ endedAt: string | null }[]>(
      "SELECT ended_at AS endedAt FROM job_run WHERE name = 'backup'",
    )
    return run?.endedAt ? new Date(isoInstant(run.endedAt)) : null
  } finally {
    await rows.close()
  }
}
