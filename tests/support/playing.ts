import type { Database } from '../../server/database/source'
import { personas } from '../../server/features/demo/personas'
import { type Actor, actorIn } from '../../server/http/actor'

/** Whoever visits the demo town as this persona. */
export async function playing({ reader }: Database, persona: string): Promise<Actor> {
  const [found] = await reader.query<{ id: string; townId: string }[]>(
    'SELECT a.id AS id, t.id AS townId FROM account a JOIN town t ON 1 = 1 WHERE a.openid = ?',
    [personas.find(({ key }) => key === persona)?.openid],
  )
  return actorIn(reader, found?.id ?? '', found?.townId ?? '')
}
