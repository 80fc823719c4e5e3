import { digestOf } from '../../server/database/digest'
import { newId } from '../../server/database/id'
import type { Database } from '../../server/database/source'
import { issueToken } from '../../server/features/sign-in/issue-token'
import { rolesOf } from '../../server/http/actor'
import type { Role } from '../../shared/permissions'

export interface Person {
  /** Of the register; empty for the villager. */
  id: string
  name: string
  roles: Role[]
  openid: string
  token: string
}

/** Binds everybody of the register to a WeChat account and signs them in; the last one is a villager. */
export async function signInEveryone(database: Database, townId: string, now: Date): Promise<Person[]> {
  const register = await database.reader.query<{ id: string; name: string; openid: string | null }[]>(
    `SELECT p.id, p.name, a.openid FROM person p LEFT JOIN account a ON a.id = p.account_id
     WHERE p.town_id = ? ORDER BY p.id`,
    [townId],
  )
  const people: Person[] = []
  for (const { id, name, openid: known } of register) {
    const { roles } = await rolesOf(database.reader, townId, id)
    people.push({ id, name, roles, openid: known ?? newOpenid(), token: '' })
  }
  people.push({ id: '', name: '孙大娘', roles: ['resident'], openid: newOpenid(), token: '' })
  await database.transaction(async (tx) => {
    for (const person of people) {
      person.token = await issueToken(tx, person.openid, now)
      if (person.id === '') continue
      await tx.query(
        `UPDATE person SET account_id = (SELECT account_id FROM sign_in WHERE token_digest = ?)
         WHERE town_id = ? AND id = ?`,
        [digestOf(person.token), townId, person.id],
      )
    }
  })
  return people
}

const newOpenid = () => `o${newId()}0`
