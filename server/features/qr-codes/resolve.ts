import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { resolveScene } from '../../../shared/api/qr-codes'
import { Refusal } from '../../../shared/words/refusals'
import type { CodeTarget } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { isDeputy } from '../../database/in-office'

interface Found {
  townId: string
  townName: string
  kind: CodeTarget
  targetId: string
  revokedAt: string | null
}

/** Where a scanned scene leads. Whoever scans a code that is no more still learns which town it was. @throws Refusal `not_found` */
export async function readScene(reader: Reader, scene: string): Promise<OutputOf<typeof resolveScene>> {
  const found = (await findCode(reader, scene)) ?? (await findOldScene(reader, scene))
  if (!found) throw new Refusal('not_found')
  const { townId, townName, kind, targetId, revokedAt } = found
  const nowhere = { townId, townName, kind, stationId: null, deputyId: null }
  if (revokedAt !== null) return { ...nowhere, ended: 'revoked' }
  if (kind === 'board') return { ...nowhere, ended: null }
  const place =
    kind === 'station'
      ? await placeOfStation(reader, townId, targetId)
      : await placeOfDeputy(reader, townId, targetId)
  return place ? { ...nowhere, ...place, ended: null } : { ...nowhere, ended: 'gone' }
}

async function findCode(reader: Reader, scene: string): Promise<Found | undefined> {
  const [row] = await reader.query<Found[]>(
    `SELECT c.town_id AS townId, t.name AS townName, c.target_kind AS kind, c.target_id AS targetId,
       c.revoked_at AS revokedAt
     FROM qr_code c JOIN town t ON t.id = c.town_id WHERE c.scene = ?`,
    [scene],
  )
  return row
}

/** Before codes were kept, the scene on a door was `s` and the id of its station. Those doors still open. */
async function findOldScene(reader: Reader, scene: string): Promise<Found | undefined> {
  if (!scene.startsWith('s')) return undefined
  const [row] = await reader.query<Omit<Found, 'kind' | 'revokedAt'>[]>(
    `SELECT st.town_id AS townId, t.name AS townName, st.id AS targetId
     FROM liaison_station st JOIN town t ON t.id = st.town_id WHERE st.id = ?`,
    [scene.slice(1)],
  )
  return row && { ...row, kind: 'station', revokedAt: null }
}

async function placeOfStation(reader: Reader, townId: string, id: string) {
  const [station] = await reader.query<{ stationId: string }[]>(
    'SELECT id AS stationId FROM liaison_station WHERE town_id = ? AND id = ? AND ended_on IS NULL',
    [townId, id],
  )
  return station
}

/** A deputy in office, and the station where people find them, if they have one. */
async function placeOfDeputy(reader: Reader, townId: string, id: string) {
  const [deputy] = await reader.query<{ deputyId: string }[]>(
    `SELECT p.id AS deputyId FROM person p WHERE p.town_id = ? AND p.id = ?
       AND ${isDeputy('p.id')}`,
    [townId, id],
  )
  if (!deputy) return undefined
  const [station] = await reader.query<{ stationId: string }[]>(
    `SELECT st.id AS stationId FROM station_deputy sd JOIN liaison_station st ON st.id = sd.liaison_station_id
     WHERE st.town_id = ? AND sd.person_id = ? AND st.ended_on IS NULL ORDER BY st.position, st.id`,
    [townId, id],
  )
  return { ...deputy, stationId: station?.stationId ?? null }
}
