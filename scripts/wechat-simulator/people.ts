import { lookUp } from './lookup'
import { type User } from './shapes'
import { type State } from './state'

/** By openid, which is another one in every app, so the app needs no asking. */
export function findPerson({ users }: State, openid: unknown): User | undefined {
  return typeof openid === 'string' ? lookUp(users, openid, (user) => user.openid) : undefined
}
