import type { MigrationInterface, QueryRunner } from 'typeorm'
import { newId } from '../id'

interface Older {
  townId: string
  suggestionId: string
  at: string
}
type Photo = Older & { photoId: string; personId: string }
type Line = Older & { version: number; personId: string | null; action: string; publicLine: string }

/** The steps whose public line holds what somebody typed, and where it stands in the line. */
const typed: Record<string, { kind: 'line' | 'leader'; words: RegExp }> = {
  requestExtension: { kind: 'line', words: /：(.+)$/s },
  grantExtension: { kind: 'line', words: /：(.+)$/s },
  markKey: { kind: 'leader', words: /由(.+)领办$/s },
  changeKey: { kind: 'leader', words: /由(.+)领办$/s },
}

/** Photos and lines that were public before there were checks get one too, so that they can be taken back. */
export class TakeBackOlderPhotosAndLines1795219201801 implements MigrationInterface {
  name = 'TakeBackOlderPhotosAndLines1795219201801'

  async up(runner: QueryRunner) {
    const photos = (await runner.query(
      `SELECT f.id AS photoId, f.town_id AS townId, f.person_id AS personId, f.uploaded_at AS at,
         MIN(u.suggestion_id) AS suggestionId
       FROM photo f JOIN photo_use u ON u.photo_id = f.id JOIN suggestion s ON s.id = u.suggestion_id
       WHERE f.check_id IS NULL AND u.consultation_id IS NULL AND s.confidential = 0
       GROUP BY f.id, f.town_id, f.person_id, f.uploaded_at`,
    )) as Photo[]
    for (const { photoId, ...photo } of photos) {
      const id = await addCheck(runner, { ...photo, kind: 'photo', text: null, photoId })
      await runner.query('UPDATE photo SET check_id = ? WHERE id = ?', [id, photoId])
    }
    const lines = (await runner.query(
      `SELECT e.suggestion_id AS suggestionId, e.version, e.town_id AS townId, e.person_id AS personId, e.action, e.at,
         e.public_line AS publicLine
       FROM suggestion_event e JOIN suggestion s ON s.id = e.suggestion_id
       WHERE e.line_check_id IS NULL AND e.public_line IS NOT NULL AND s.confidential = 0
         AND e.action IN ('requestExtension', 'grantExtension', 'markKey', 'changeKey')`,
    )) as Line[]
    for (const { version, action, publicLine, ...line } of lines) {
      const row = typed[action]
      const text = row?.words.exec(publicLine)?.[1]
      if (row === undefined || text === undefined) continue
      const id = await addCheck(runner, { ...line, kind: row.kind, text, photoId: null })
      await runner.query(
        'UPDATE suggestion_event SET line_check_id = ? WHERE suggestion_id = ? AND version = ?',
        [id, line.suggestionId, version],
      )
    }
  }

  /** A check that is not needed does no harm: what was taken back stays taken back. */
  async down() {}
}

async function addCheck(
  runner: QueryRunner,
  row: Older & { kind: string; text: string | null; photoId: string | null; personId: string | null },
): Promise<string> {
  const id = newId()
  await runner.query(
    `INSERT INTO content_check
       (id, town_id, suggestion_id, kind, text, photo_id, person_id, version, state, state_since, written_at, check_after)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, 'passed', ?, ?, ?)`,
    [id, row.townId, row.suggestionId, row.kind, row.text, row.photoId, row.personId, row.at, row.at, row.at],
  )
  return id
}
