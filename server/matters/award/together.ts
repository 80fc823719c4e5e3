import { type AwardKind, honouredNamed } from '../../../shared/matters/award/words'
import { Refusal } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { marks } from '../../database/sql'
import { honouredFrom } from './record'

interface Chosen {
  id: string
  awardKind: AwardKind
  name: string
  suggestionNo: string | null
}

/** So that certificates go by the register, however they were ticked. @throws Refusal `not_found` */
export async function inRegisterOrder(tx: Tx, townId: string, ids: readonly string[]) {
  const rows = await tx.query<Chosen[]>(
    `SELECT a.id, a.award_kind AS awardKind, COALESCE(p.name, g.name) AS name, s.suggestion_no AS suggestionNo
     FROM award a ${honouredFrom} WHERE a.town_id = ? AND a.id IN (${marks(ids)})
     ORDER BY a.award_kind, COALESCE(p.position, g.position), s.suggestion_no, a.id`,
    [townId, ...ids],
  )
  if (rows.length !== new Set(ids).size) throw new Refusal('not_found')
  return rows.map(({ id, awardKind, name, suggestionNo }) => ({
    id,
    whose: honouredNamed(awardKind, name, suggestionNo),
  }))
}
