import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { resolveScene } from '../../../shared/api/qr-codes'
import { Refusal } from '../../../shared/words/refusals'
import type { CodeTarget } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { readTarget } from './targets'

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
  const { townId, townName, kind, targetId: id, revokedAt } = found
  const nowhere = { stationId: null, deputyId: null, villageId: null, matterId: null }
  const shown = { townId, townName, kind, ...nowhere }
  if (revokedAt !== null) return { ...shown, ended: 'revoked' }
  if ((await readTarget(reader, townId, kind, id)) === undefined) return { ...shown, ended: 'gone' }
  const place: Readonly<Record<CodeTarget, object>> = {
    board: {},
    station: { stationId: id },
    village: { villageId: id },
    deputy: { deputyId: id, stationId: kind === 'deputy' ? await stationOf(reader, townId, id) : null },
    matter: { matterId: id },
  }
  return { ...shown, ...place[kind], ended: null }
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

/** Where people find a deputy, if there is such a place. */
async function stationOf(reader: Reader, townId: string, deputyId: string): Promise<string | null> {
  const [station] = await reader.query<{ stationId: string }[]>(
    `SELECT st.id AS stationId FROM station_deputy sd JOIN liaison_station st ON st.id = sd.liaison_station_id
     WHERE st.town_id = ? AND sd.person_id = ? AND st.ended_on IS NULL ORDER BY st.position, st.id`,
    [townId, deputyId],
  )
  return station?.stationId ?? null
}
