import { type Opening, openingLine } from '../../../shared/matters/letter-box/opening'
import { Refusal } from '../../../shared/words/refusals'
import { LetterBox } from '../../database/entities/matters/letter-box'
import { BoxOpening } from '../../database/entities/people/box-opening'
import { newId } from '../../database/id'
import { isDuplicate } from '../../database/sql-errors'
import type { Tx } from '../../database/source'
import { act } from '../../engine/act'
import { begin } from '../../engine/begin'
import { systemOf } from '../../engine/kind'
import type { Actor } from '../../http/actor'
import { kind } from './kind'

/**
 * The box of a station was opened: with the first time it has one, whoever typed it.
 * @throws Refusal `not_found` where the town has no such station
 */
export async function openBoxOf(tx: Tx, actor: Actor, stationId: string, form: Opening, now: Date) {
  const { townId } = actor
  const [found] = await tx.query<{ boxId: string | null }[]>(
    `SELECT b.id AS boxId FROM liaison_station st LEFT JOIN letter_box b ON b.hung_station_id = st.id
     WHERE st.town_id = ? AND st.id = ?`,
    [townId, stationId],
  )
  if (!found) throw new Refusal('not_found')
  if (found.boxId === null) await hang(tx, actor, stationId, form, now)
  else if (actor.roles.includes('congressOffice'))
    await act(tx, kind, actor, found.boxId, 'open', { form }, now)
  else await act(tx, kind, systemOf(townId), found.boxId, 'openedByOthers', { form }, now)
  await keepOpening(tx, actor, stationId, form)
}

/** Who opened it and what lay in it; the history of the matter keeps neither of the two names. */
export const keepOpening = (tx: Tx, { townId, person }: Actor, liaisonStationId: string, opened: Opening) =>
  tx.insert(BoxOpening, {
    ...{ id: newId(), townId, liaisonStationId, typedById: person?.id ?? null },
    ...opened,
  })

async function hang(
  tx: Tx,
  { townId, person }: Actor,
  stationId: string,
  { openedOn, letters }: Opening,
  now: Date,
) {
  const id = newId()
  const box = { id, townId, liaisonStationId: stationId, hungStationId: stationId, openedOn, letters }
  // Two may write down the first opening at the same moment.
  await tx.insert(LetterBox, box).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal('busy') : error
  })
  const first = {
    party: 'congressOffice' as const,
    personId: person?.id ?? null,
    note: openingLine(letters),
    onDay: openedOn,
  }
  await begin(tx, kind, { id, townId }, first, now)
}
