import { proposePassword, setPassword } from '../../shared/api/desk'
import { stepAt, timeCode } from '../../server/features/desk/time-code'
import type { TestServer } from './server'
import type { TestPerson } from './town'

export const ownPassword = '渡口旁有三棵槐树 4719'
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator reads from the secret that it was given. */
export function bytesOf(secret: string) {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)))
}

/** Somebody sets name, password and authenticator; a minute later the codes are others. */
export async function setOwnPassword(server: TestServer, by: TestPerson, name: string) {
  const proposed = await by.client.call(proposePassword, {})
  const codeNow = () => timeCode(bytesOf(proposed.secret), stepAt(server.clock.now()))
  const input = { name, password: ownPassword, code: codeNow(), ticket: proposed.ticket }
  await by.client.call(setPassword, { input })
  server.clock.advance({ seconds: 60 })
  return { ...proposed, codeNow, name }
}
