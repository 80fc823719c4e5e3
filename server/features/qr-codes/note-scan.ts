import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import { CodeScan } from '../../database/entities/people/code-scan'
import type { Database } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'

/**
 * One more scan of this code today. Nothing is known here of who scanned it, and whoever scans does not wait for it.
 * @throws Refusal `not_found` for what is no code of any town
 */
export async function noteScan(database: Database, scene: string, now: Date): Promise<void> {
  const [code] = await database.reader.query<{ townId: string }[]>(
    'SELECT town_id AS townId FROM qr_code WHERE scene = ?',
    [scene],
  )
  if (!code) throw new Refusal('not_found')
  const scannedOn = beijingDay(now)
  await database.of(code.townId).transaction(async (tx) => {
    if (await tx.existsBy(CodeScan, { scene, scannedOn })) return oneMore()
    try {
      await tx.insert(CodeScan, { scene, scannedOn, townId: code.townId, scans: 1 })
    } catch (error) {
      if (!isDuplicate(error)) throw error
      await oneMore()
    }
    async function oneMore() {
      await tx.query('UPDATE code_scan SET scans = scans + 1 WHERE scene = ? AND scanned_on = ?', [
        scene,
        scannedOn,
      ])
    }
  })
}
