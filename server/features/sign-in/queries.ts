import type { TownStanding } from '../../../shared/api/sign-in'
import type { Reader } from '../../database/source'
import { actorIn } from '../../http/actor'

/** Who this account is, town by town: in the register, or as somebody who wrote to a deputy. */
export async function readStandings(reader: Reader, accountId: string): Promise<TownStanding[]> {
  const towns = await reader.query<{ id: string; name: string }[]>(
    `SELECT t.id, t.name FROM town t
     WHERE t.id IN (SELECT town_id FROM person WHERE account_id = ?)
        OR t.id IN (SELECT town_id FROM resident WHERE account_id = ?)
     ORDER BY t.name, t.id`,
    [accountId, accountId],
  )
  const standings: TownStanding[] = []
  for (const town of towns) {
    const actor = await actorIn(reader, accountId, town.id)
    const [unit] = actor.unitIds.length
      ? await reader.query<{ name: string }[]>('SELECT name FROM handling_unit WHERE id = ?', [
          actor.unitIds[0],
        ])
      : []
    const [resident] = await reader.query<{ name: string | null }[]>(
      'SELECT name FROM resident WHERE id = ?',
      [actor.residentId ?? ''],
    )
    standings.push({
      town,
      roles: actor.roles,
      name: actor.person?.name ?? resident?.name ?? null,
      unit: unit?.name ?? null,
    })
  }
  return standings
}

/** The county that this account works for, if it is bound to one of its staff. */
export async function readCounty(
  reader: Reader,
  accountId: string,
): Promise<{ id: string; name: string } | null> {
  const [county] = await reader.query<{ id: string; name: string }[]>(
    `SELECT c.id, c.name FROM county c JOIN person p ON p.county_id = c.id
     WHERE p.town_id IS NULL AND p.account_id = ?`,
    [accountId],
  )
  return county ?? null
}
