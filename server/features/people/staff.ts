import type { PostKind } from '../../../shared/permissions'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { isHeld } from '../../database/in-office'

/** Whom to tell where there is no suggestion whose parties could be asked: ids of persons. */

export const staffOfUnit = async (reader: Reader, townId: string, unitId: string) =>
  idsOf(
    await reader.query<{ id: string }[]>(
      `SELECT DISTINCT person_id AS id FROM post o WHERE town_id = ? AND handling_unit_id = ? AND ${isHeld('o')}`,
      [townId, unitId],
    ),
  )

export const holdersOf = async (reader: Reader, townId: string, kinds: readonly PostKind[]) =>
  idsOf(
    await reader.query<{ id: string }[]>(
      `SELECT DISTINCT person_id AS id FROM post o WHERE town_id = ? AND post_kind IN (${marks(kinds)}) AND ${isHeld('o')}`,
      [townId, ...kinds],
    ),
  )

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
