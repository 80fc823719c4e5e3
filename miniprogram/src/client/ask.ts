import type { Endpoint, OutputOf } from '../../../shared/grammar/endpoint'
import { labelOf } from './outbox'
import { dispatch } from './postman'
import { type Asking, letterOf, read, send } from './request'
import { newKeySoon } from './request-key'
import { signedIn } from './token'

/**
 * Speaks to one endpoint of the contract; what a form sends goes through the outbox.
 * @throws Refusal with the server's sentence, or Offline
 */
export async function ask<E extends Endpoint>(endpoint: E, asking: Asking<E>): Promise<OutputOf<E>> {
  const key = asking.key ?? (endpoint.method === 'GET' ? '' : await newKeySoon())
  const label = endpoint.secret ? undefined : labelOf(key)
  if (label) return read(await dispatch(key, label, letterOf(endpoint, asking)))
  const attempt = (token: string) => send(endpoint, asking, key, token)
  return read(await (endpoint.who === 'anyone' ? attempt('') : signedIn(attempt)))
}
