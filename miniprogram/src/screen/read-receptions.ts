import type { resolveScene } from '../../../shared/api/qr-codes'
import type { ReceptionDayRow, showReceptionDays } from '../../../shared/api/reception'
import type { showStation } from '../../../shared/api/stations'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { ask, NoStation } from './ask'

/** The calendar that everyone may read: of one station, or of the whole town for a hall. */
export interface ShownReceptions {
  at: Date
  title: string
  /** Of one station its name stands above, and not in each row. */
  isOfOne: boolean
  days: readonly ReceptionDayRow[]
}

/**
 * @param scene what stands in the code of a station, or in that of the town's board
 * @throws NoStation, or Error where there is no line
 */
export async function readReceptions(scene: string): Promise<ShownReceptions> {
  const found = await ask<OutputOf<typeof resolveScene>>(`/scenes/${scene}`)
  const { townId, townName, kind, stationId, ended } = found
  if (ended !== null || (kind !== 'station' && kind !== 'board')) throw new NoStation()
  const town = `/towns/${townId}`
  type Days = OutputOf<typeof showReceptionDays>
  const at = new Date()
  if (stationId === null) {
    const { days } = await ask<Days>(`${town}/reception-days`)
    return { at, title: `${townName} 代表接访`, isOfOne: false, days }
  }
  const [{ name }, { days }] = await Promise.all([
    ask<OutputOf<typeof showStation>>(`${town}/stations/${stationId}`),
    ask<Days>(`${town}/reception-days?stationId=${stationId}`),
  ])
  return { at, title: name, isOfOne: true, days }
}
