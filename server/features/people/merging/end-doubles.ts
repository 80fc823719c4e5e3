import { beijingDay } from '../../../../shared/rules/days'
import type { Tx } from '../../../database/source'
import { type NewEvent, writeEvents } from '../../../engine/events'
import type { RegisterAction } from '../../../engine/registers/kept-register'
import type { Actor } from '../../../http/actor'
import type { Both } from './hindrances'

/**
 * A mandate or post that both have is one: what the one lacks it has from the other, which was written down by mistake.
 * Nobody has left, so that nobody is told; the history of each says what became of it.
 */
export async function endDoubles(tx: Tx, actor: Actor, { mandates, posts }: Both, why: string, now: Date) {
  const events: NewEvent[] = []
  const note = (kind: 'mandate' | 'post', matterId: string, version: number, action: RegisterAction) =>
    events.push({
      ...{ townId: actor.townId, kind, matterId, version: Number(version) + 1, action },
      ...{ party: 'congressOffice', personId: actor.person?.id ?? null },
      note: JSON.stringify({ changes: [], why }),
    })
  const end = async (kind: 'mandate' | 'post', id: string, version: number) => {
    await tx.query(
      `UPDATE ${kind} SET ended_on = ?, ended_kind = 'mistake', ended_why = ?, version = version + 1 WHERE id = ?`,
      [beijingDay(now), why, id],
    )
    note(kind, id, version, 'end')
  }
  for (const one of mandates) {
    const { ownId, ownDistrict, otherDistrict, ownNo, otherNo } = one
    if ((ownDistrict === null && otherDistrict !== null) || (ownNo === null && otherNo !== null)) {
      await tx.query(
        `UPDATE mandate SET electoral_district_id = COALESCE(electoral_district_id, ?),
           certificate_no = COALESCE(certificate_no, ?), version = version + 1 WHERE id = ?`,
        [otherDistrict, otherNo, ownId],
      )
      note('mandate', ownId, one.ownVersion, 'merge')
    }
    await end('mandate', one.otherId, one.otherVersion)
  }
  for (const { otherId, otherVersion } of posts) await end('post', otherId, otherVersion)
  if (events.length > 0) await writeEvents(tx, events, now)
}
