import { wrongField } from '../../../shared/words/refusals'
import { Photo } from '../../database/entities/matters/photo'
import { PhotoUse } from '../../database/entities/matters/photo-use'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { marks } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import { In } from 'typeorm'
import type { PhotoKind } from './queries'
import { isHeld } from '../../database/in-office'

export type PhotoPlace = Pick<PhotoUse, 'suggestionId' | 'roundNo' | 'replyVersion' | 'consultationId'> &
  Partial<Pick<PhotoUse, 'eventVersion'>>

/** Photos as a form names them, by its fields; `files` are none to look at. */
export type Named = Readonly<Record<string, readonly string[]>>
const filesField = 'files'

/** Puts photos where they belong, in the order in which they were given. */
export const placePhotos = (
  tx: Tx,
  place: PhotoPlace,
  photos: readonly { kind: PhotoKind; ids: readonly string[]; isOpen?: boolean }[],
) =>
  tx.insert(
    PhotoUse,
    photos.flatMap(({ kind, ids, isOpen = false }) =>
      [...new Set(ids)].map((photoId, position) => ({
        ...{ id: newId(), photoId, eventVersion: null, ...place, photoKind: kind, isOpen, position },
      })),
    ),
  )

interface WhoNames {
  townId: string
  unitId: string
  /** What they brought is theirs to use. */
  personId: string | null
}

/** What of these is theirs or the unit's, and not used yet: its name where it is a file, and what everyone sees in its place. */
export type Unused = ReadonlyMap<string, { name: string | null; shownId: string | null }>

export async function unusedAmong(
  reader: Reader,
  ids: readonly string[],
  { townId, unitId, personId }: WhoNames,
): Promise<Unused> {
  const { own } = await readTogether(reader, {
    own:
      ids.length === 0
        ? undefined
        : part<{ id: string; name: string | null; shownId: string | null }>({
            columns: { id: 'f.id', name: 'f.file_name', shownId: 'f.shown_id' },
            from: `FROM photo f WHERE f.id IN (${marks(ids)}) AND f.town_id = ? AND f.used_at IS NULL AND f.blurs_id IS NULL
              AND (f.person_id = ? OR EXISTS (SELECT 1 FROM post o
                WHERE o.person_id = f.person_id AND o.handling_unit_id = ? AND ${isHeld('o')}))`,
            order: 'f.id',
            parameters: [...ids, townId, personId, unitId],
          }),
  })
  return new Map(own.map(({ id, ...one }) => [id, one]))
}

/** @throws Refusal `bad_input` about the field that names a photo which is not among them */
export function refuseOthers(named: Named, own: Unused) {
  for (const [field, those] of Object.entries(named)) {
    const isRight = (id: string) => own.has(id) && (own.get(id)?.name !== null) === (field === filesField)
    if (!those.every(isRight)) throw unusable(field)
  }
}

/** @throws Refusal `bad_input` about the field that names a photo which is neither theirs nor the unit's, or is used already */
export async function ownUnused(reader: Reader, named: Named, who: WhoNames) {
  const own = await unusedAmong(reader, Object.values(named).flat(), who)
  refuseOthers(named, own)
  return own
}

/**
 * A photo is taken in once, by the unit whose people uploaded it: see `ownUnused`. Only the first one who asks gets it;
 * the tidying of photos that were never used asks in the same way. What everyone sees in its place is taken in with it.
 * @param checks the check of each, where it is looked at
 * @throws Refusal `bad_input` about the field
 */
export async function claimPhotos(
  tx: Tx,
  named: Named,
  own: Unused,
  now: Date,
  checks: ReadonlyMap<string, string | null> = new Map(),
) {
  const ids = [...new Set(Object.values(named).flat())]
  if (ids.length === 0) return
  const shown = ids.flatMap((id) => own.get(id)?.shownId ?? [])
  const all = [...ids, ...shown]
  const looked = [...checks].filter(([, check]) => check !== null)
  const checkId = `CASE id ${looked.map((_, at) => `WHEN :photo${at} THEN :check${at}`).join(' ')} ELSE check_id END`
  const claimed = await tx
    .createQueryBuilder()
    .update(Photo)
    .set({ usedAt: now, ...(looked.length === 0 ? {} : { checkId: () => checkId }) })
    // Somebody may have blurred it once more since.
    .where(
      `used_at IS NULL AND id IN (:...all) AND (shown_id IS NULL${shown.length > 0 ? ' OR shown_id IN (:...shown)' : ''})`,
      {
        all,
        shown,
      },
    )
    .setParameters(
      Object.fromEntries(
        looked.flatMap(([photo, check], at) => [
          [`photo${at}`, photo],
          [`check${at}`, check],
        ]),
      ),
    )
    .execute()
  if (claimed.affected !== all.length) throw unusable(Object.keys(named)[0] ?? '')
}

/** Taken off again: forgotten like what was never used, with what everyone would have seen in its place. */
export async function letGo(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return
  const shown = await tx.query<{ id: string }[]>(
    `SELECT shown_id AS id FROM photo WHERE id IN (${marks(ids)}) AND shown_id IS NOT NULL`,
    [...ids],
  )
  await tx.update(Photo, { id: In([...ids, ...shown.map(({ id }) => id)]) }, { usedAt: null })
}

const unusable = (field: string) =>
  wrongField(
    field,
    field === filesField
      ? '有一个附件用不了：不是您或本单位传的，已经用在别处，或放得太久。请去掉它，重新选一个。'
      : '有一张照片用不了：不是本单位传的，已经用在别处，或放得太久。请去掉它，重新选一张。',
  )
