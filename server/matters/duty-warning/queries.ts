import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { listWarnings as listEndpoint } from '../../../shared/matters/duty-warning/endpoints'
import type { DutyWarningState } from '../../../shared/matters/duty-warning/table'
import type { Day } from '../../../shared/rules/days'
import { pageInOrder } from '../../database/keyset'
import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'

interface Row {
  place: number
  id: string
  deputy: string
  state: DutyWarningState
  endsOn: Day | null
}

/** To the office and whoever chairs, all that have not ended; to other members, what they are to decide. */
export async function listWarnings(
  reader: Reader,
  actor: Actor,
  cursor: string | undefined,
): Promise<OutputOf<typeof listEndpoint>> {
  const ownId = actor.person?.id ?? ''
  const isOffice = actor.roles.includes('congressOffice')
  const found = await reader.query<Row[]>(
    `SELECT v.id, p.position AS place, p.name AS deputy, m.state, v.ends_on AS endsOn
     FROM duty_warning v JOIN matter m ON m.id = v.id JOIN person p ON p.id = v.deputy_id
     WHERE v.town_id = ? AND m.state <> 'ended' ${isOffice ? '' : "AND (v.chair_id = ? OR m.state = 'heard')"}
`,
    isOffice ? [actor.townId] : [actor.townId, ownId],
  )
  const { rows, next } = pageInOrder(found, cursor, ({ id, place }) => ({
    order: String(place).padStart(6, '0'),
    id,
  }))
  return { next, items: rows.map(({ place: _, ...row }) => row) }
}
