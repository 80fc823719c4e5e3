import { gunzipSync, gzipSync } from 'node:zlib'
import { type ImportRow, undoDays } from '../../../shared/api/imports'
import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import { ImportRecord } from '../../database/entities/people/import-record'
import { newId } from '../../database/id'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import type { Reader, Tx } from '../../database/source'
import { isoInstant } from '../../database/sql'

export type ImportKind = ImportRecord['importKind']

interface Brought {
  townId: string
  /** Nobody where it came from the server's command line. */
  personId: string | null
  kind: ImportKind
  fileName: string
  says: string
  undo: unknown
}

const dayMs = 86_400_000

/** Keeps that a file was brought in, and for a while what it changed. */
export async function rememberImport(tx: Tx, { kind, undo, fileName, ...rest }: Brought, now: Date) {
  await tx.insert(ImportRecord, {
    id: newId(),
    importKind: kind,
    importedAt: now,
    fileName: fileName.slice(0, 120),
    changes: gzipSync(JSON.stringify(undo)),
    undoUntil: new Date(now.getTime() + undoDays * dayMs),
    takenBackAt: null,
    takenBackBy: null,
    ...rest,
  })
}

interface Row {
  id: string
  importedAt: string
  fileName: string
  says: string
  by: string | null
  takenBackAt: string | null
  undoUntil: string | null
}
const columns = `r.id, CONCAT(r.imported_at, '') AS importedAt, r.file_name AS fileName, r.says, p.name AS \`by\`,
  CONCAT(r.taken_back_at, '') AS takenBackAt, CONCAT(r.undo_until, '') AS undoUntil`

const viewOf = (row: Row, newest: string | undefined): ImportRow => ({
  id: row.id,
  at: isoInstant(row.importedAt),
  by: row.by ?? '管理服务器的人',
  fileName: row.fileName,
  says: row.says,
  takenBackAt: row.takenBackAt ? isoInstant(row.takenBackAt) : null,
  undoUntil: row.undoUntil && row.id === newest ? beijingDay(new Date(isoInstant(row.undoUntil))) : null,
})

/** The newest first. */
export async function readImports(
  reader: Reader,
  townId: string,
  kind: ImportKind,
  cursor: string | undefined,
) {
  const page = after('r.imported_at', 'r.id', cursor)
  const rows = await reader.query<Row[]>(
    `SELECT ${columns} FROM import_record r LEFT JOIN person p ON p.id = r.person_id
     WHERE r.town_id = ? AND r.import_kind = ?${page.sql}${page.order} LIMIT ${pageSize + 1}`,
    [townId, kind, ...page.parameters],
  )
  const newest = await newestOf(reader, townId, kind)
  const { rows: shown, next } = pageOfRows(rows, ({ importedAt, id }) => ({ at: importedAt, id }))
  return { items: shown.map((row) => viewOf(row, newest)), next }
}

/** The last one that still stands: only that can be taken back, because those before it lie below it. */
async function newestOf(reader: Reader, townId: string, kind: ImportKind): Promise<string | undefined> {
  const [row] = await reader.query<{ id: string }[]>(
    `SELECT id FROM import_record WHERE town_id = ? AND import_kind = ? AND taken_back_at IS NULL
     ORDER BY imported_at DESC, id DESC LIMIT 1`,
    [townId, kind],
  )
  return row?.id
}

/**
 * What an import changed, for whoever takes it back.
 * @throws Refusal `not_found`, `nothing_changed`, `built_upon`
 */
export async function undoOf(tx: Tx, townId: string, kind: ImportKind, id: string) {
  const [row] = await tx.query<{ fileName: string; changes: Buffer | null; takenBackAt: string | null }[]>(
    `SELECT file_name AS fileName, changes, taken_back_at AS takenBackAt FROM import_record
     WHERE town_id = ? AND import_kind = ? AND id = ?`,
    [townId, kind, id],
  )
  if (row === undefined) throw new Refusal('not_found')
  if (row.takenBackAt !== null) throw new Refusal('nothing_changed', {}, '这次导入已经撤回过了。')
  if ((await newestOf(tx, townId, kind)) !== id)
    throw new Refusal('built_upon', {}, '后面还有一次导入，请先撤回那一次。')
  if (row.changes === null)
    throw new Refusal('built_upon', {}, `导入已经超过 ${undoDays} 天，不能整个撤回了，请一条一条改。`)
  return { fileName: row.fileName, undo: JSON.parse(gunzipSync(row.changes).toString()) as unknown }
}

/** @returns how it stands in the list now */
export async function noteTakenBack(tx: Tx, townId: string, id: string, by: string | null, now: Date) {
  await tx.update(
    ImportRecord,
    { townId, id },
    { takenBackAt: now, takenBackBy: by, changes: null, undoUntil: null },
  )
  const [row] = await tx.query<Row[]>(
    `SELECT ${columns} FROM import_record r LEFT JOIN person p ON p.id = r.person_id
     WHERE r.town_id = ? AND r.id = ?`,
    [townId, id],
  )
  if (row === undefined) throw new Refusal('not_found')
  return viewOf(row, undefined)
}
