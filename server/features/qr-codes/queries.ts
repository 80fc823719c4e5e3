import { type CodeOfTarget, recentDays } from '../../../shared/api/qr-codes'
import { addDays, beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { CodeTarget } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'
import { readTargets } from './targets'

interface CodeRow {
  scene: string
  kind: CodeTarget
  targetId: string
  createdAt: string
  createdBy: string | null
  revokedAt: string | null
  revokedBy: string | null
  because: string | null
  scans: number | string
  recentScans: number | string
}

/** Everything that a code may be printed for, with the code in force and those that were taken back, newest first. */
export async function readCodes(reader: Reader, townId: string, now: Date): Promise<CodeOfTarget[]> {
  const rows = await reader.query<CodeRow[]>(
    `SELECT c.scene, c.target_kind AS kind, c.target_id AS targetId, c.created_at AS createdAt,
       c.revoked_at AS revokedAt, c.revoked_because AS because, made.name AS createdBy, took.name AS revokedBy,
       (SELECT COALESCE(SUM(n.scans), 0) FROM code_scan n WHERE n.scene = c.scene) AS scans,
       (SELECT COALESCE(SUM(n.scans), 0) FROM code_scan n WHERE n.scene = c.scene AND n.scanned_on > ?) AS recentScans
     FROM qr_code c LEFT JOIN person made ON made.id = c.created_by_id
     LEFT JOIN person took ON took.id = c.revoked_by_id
     WHERE c.town_id = ? ORDER BY c.created_at DESC, c.scene`,
    [addDays(beijingDay(now), -recentDays), townId],
  )
  return (await readTargets(reader, townId)).map((target) => {
    const codes = rows.filter(({ kind, targetId }) => kind === target.kind && targetId === target.id)
    const live = codes.find(({ revokedAt }) => revokedAt === null)
    return {
      ...target,
      code: live
        ? { scene: live.scene, at: isoInstant(live.createdAt), by: live.createdBy, ...scansOf(live) }
        : null,
      revoked: codes.flatMap((row) =>
        row.revokedAt === null
          ? []
          : [
              {
                ...{ scene: row.scene, at: isoInstant(row.revokedAt), by: row.revokedBy },
                ...{ because: row.because ?? '', ...scansOf(row) },
              },
            ],
      ),
    }
  })
}

const scansOf = ({ scans, recentScans }: CodeRow) => ({
  scans: Number(scans),
  recentScans: Number(recentScans),
})

/** The scene of the code in force, if there is one. */
export async function liveScene(reader: Reader, townId: string, kind: CodeTarget, targetId: string) {
  const [row] = await reader.query<{ scene: string }[]>(
    'SELECT scene FROM qr_code WHERE town_id = ? AND live_for = ?',
    [townId, liveFor(kind, targetId)],
  )
  return row?.scene
}

export const liveFor = (kind: CodeTarget, targetId: string) => `${kind}:${targetId}`

/** The picture of a code that leads somewhere. @throws Refusal `not_found` */
export async function readSceneImage(reader: Reader, scene: string) {
  const [row] = await reader.query<{ image: Buffer; contentType: string }[]>(
    'SELECT image, content_type AS contentType FROM qr_code WHERE scene = ? AND revoked_at IS NULL',
    [scene],
  )
  if (!row) throw new Refusal('not_found')
  return row
}

/** @throws Refusal `not_found`, or `code_revoked`: what leads nowhere is not printed */
export async function readImage(reader: Reader, townId: string, scene: string) {
  const [row] = await reader.query<{ image: Buffer; contentType: string; revokedAt: string | null }[]>(
    `SELECT image, content_type AS contentType, revoked_at AS revokedAt FROM qr_code
     WHERE town_id = ? AND scene = ?`,
    [townId, scene],
  )
  if (!row) throw new Refusal('not_found')
  if (row.revokedAt !== null) throw new Refusal('code_revoked')
  return row
}
