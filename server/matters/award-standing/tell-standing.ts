import { awardStandingPage } from '../../../shared/words/pages'
import type { PushKind } from '../../../shared/words/messages'
import type { Tx } from '../../database/source'
import { tell, type Telling } from '../../engine/tell'
import { holdersOf, staffOfUnit } from '../../features/people/staff'

/** Who hears of a standing: what the unit reads, and what those read who supervise it. */
export interface StandingNews {
  townId: string
  unitId: string
  year: number
  toUnit?: string
  toOffice?: string
  toPresidium?: string
  /** Somebody has to do something about it now. */
  task?: 'unit' | 'presidium'
}

export async function tellStanding(tx: Tx, news: StandingNews, now: Date, self: string | null = null) {
  const { townId, unitId, task } = news
  const readers = [
    { ids: await staffOfUnit(tx, townId, unitId), text: news.toUnit, is: 'unit' },
    {
      ids: await holdersOf(tx, townId, ['presidiumMember']),
      text: news.toPresidium,
      is: 'presidium',
    },
    {
      ids: await holdersOf(tx, townId, ['congressOffice']),
      text: news.toOffice,
      is: 'office',
    },
  ] as const
  const tellings = new Map<string, Telling>()
  for (const { ids, text, is } of readers) {
    if (text === undefined) continue
    const push: PushKind = is === task ? 'task' : 'progress'
    for (const id of ids) {
      if (id === self || tellings.has(id)) continue
      tellings.set(id, {
        townId,
        recipientId: id,
        recipientKind: 'person',
        text,
        page: awardStandingPage(townId),
        push,
        number: String(news.year),
      })
    }
  }
  await tell(tx, [...tellings.values()], now)
}
