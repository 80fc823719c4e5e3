import type { FileKind } from '../../../shared/files'
import type { OpinionView } from '../../../shared/matters/opinion/endpoints'
import { OpinionPaper } from '../../database/entities/opinion/opinion-paper'
import type { Reader, Tx } from '../../database/source'
import { instantText, isoInstant } from '../../database/sql'
import { part } from '../../database/together'
import { claimPhotos, ownUnused } from '../../features/photos/use-photos'

/** The paper on which somebody said what another types: for the deputy and the office, like the conversation. */
export async function keepPapers(
  tx: Tx,
  { townId, opinionId, personId }: { townId: string; opinionId: string; personId: string | null },
  files: readonly string[] | undefined = [],
  now: Date,
) {
  if (files.length === 0) return
  const own = await ownUnused(tx, { files }, { townId, unitId: '', personId })
  await claimPhotos(tx, { files }, own, now)
  await tx.insert(
    OpinionPaper,
    [...new Set(files)].map((photoId, position) => ({
      ...{ photoId, residentOpinionId: opinionId, at: now, position },
    })),
  )
}

interface PaperRow {
  id: string
  at: string
  name: string
  kind: FileKind
  bytes: number
}

export const papersPart = (opinionId: string) =>
  part<PaperRow>({
    columns: {
      ...{ id: 'q.photo_id', at: instantText('q.at') },
      ...{ name: 'f.file_name', kind: 'f.file_kind', bytes: 'f.file_bytes' },
    },
    from: 'FROM opinion_paper q JOIN photo f ON f.id = q.photo_id WHERE q.resident_opinion_id = ?',
    order: 'q.at, q.position',
    parameters: [opinionId],
  })

/** Those of one step together. */
export function presentPapers(rows: readonly PaperRow[]): OpinionView['papers'] {
  const steps = new Map<string, OpinionView['papers'][number]>()
  for (const { at, bytes, ...file } of rows) {
    const step = steps.get(at) ?? { at: isoInstant(at), files: [] }
    steps.set(at, { ...step, files: [...step.files, { ...file, bytes: Number(bytes) }] })
  }
  return [...steps.values()]
}

/** The message that a paper stands beside. */
export async function opinionOfPaper(reader: Reader, townId: string, photoId: string) {
  const [row] = await reader.query<{ id: string }[]>(
    `SELECT o.id FROM opinion_paper q JOIN resident_opinion o ON o.id = q.resident_opinion_id
     WHERE o.town_id = ? AND q.photo_id = ?`,
    [townId, photoId],
  )
  return row?.id
}
