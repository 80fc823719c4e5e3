import type { FiveDisclosures, showBoard, showBoardItem } from '../../../shared/api/board'
import type { showBulletin } from '../../../shared/api/bulletin'
import type { listPromises, PromiseRow } from '../../../shared/api/promises'
import type { resolveScene } from '../../../shared/api/qr-codes'
import type { showStation, StationPage } from '../../../shared/api/stations'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { beijingDay } from '../../../shared/rules/days'
import { halfYearOf } from '../../../shared/rules/half-years'
import { ask, NoStation } from './ask'

/** A thing that was brought about, as it was before and as it is now. */
export interface BeforeAndAfter {
  item: string
  sentence: string | null
  before: string
  after: string
}

/** All that the screen shows: what the board, the promises and the door of the station show everyone. */
export interface Shown {
  at: Date
  station: StationPage
  counts: OutputOf<typeof showBulletin>
  inHand: readonly FiveDisclosures[]
  promises: readonly PromiseRow[]
  done: readonly BeforeAndAfter[]
}

const mostPairs = 3
const mostLookedAt = 8

/** @param scene what stands in the code on the door of the station @throws NoStation, or Error where there is no line */
export async function readShown(scene: string): Promise<Shown> {
  const { townId, stationId } = await ask<OutputOf<typeof resolveScene>>(`/scenes/${scene}`)
  if (stationId === null) throw new NoStation()
  const town = `/towns/${townId}`
  type Board = OutputOf<typeof showBoard>
  type Promises = OutputOf<typeof listPromises>
  const now = new Date()
  const [station, counts, overdue, inHand, confirmed, late, open] = await Promise.all([
    ask<OutputOf<typeof showStation>>(`${town}/stations/${stationId}`),
    ask<OutputOf<typeof showBulletin>>(`${town}/bulletin?half=${halfYearOf(beijingDay(now))}`),
    ask<Board>(`${town}/board?figure=overdue`),
    ask<Board>(`${town}/board?figure=inHand`),
    ask<Board>(`${town}/board?figure=confirmed`),
    ask<Promises>(`${town}/promises?standing=late`),
    ask<Promises>(`${town}/promises?standing=open`),
  ])
  const isLate = new Set(overdue.items.map(({ id }) => id))
  return {
    at: now,
    station,
    counts,
    inHand: [...overdue.items, ...inHand.items.filter(({ id }) => !isLate.has(id))],
    promises: [...late.items, ...open.items],
    done: await pairsOf(town, confirmed.items),
  }
}

/** Of what was done last those that have both pictures. */
async function pairsOf(town: string, items: readonly FiveDisclosures[]): Promise<BeforeAndAfter[]> {
  const pairs: BeforeAndAfter[] = []
  for (const { id } of items.slice(0, mostLookedAt)) {
    const one = await ask<OutputOf<typeof showBoardItem>>(`${town}/board/${id}`)
    const [before, after] = [one.photosBefore[0], one.photosAfter[0]]
    if (before === undefined || after === undefined) continue
    const addressOf = (photo: string) => `/api${town}/board/${id}/photos/${photo}`
    pairs.push({
      item: one.item,
      sentence: one.result.sentence,
      before: addressOf(before),
      after: addressOf(after),
    })
    if (pairs.length === mostPairs) break
  }
  return pairs
}
