import type { Endpoint, OutputOf } from '../../../shared/grammar/endpoint'
import { type Asking, read, send } from './request'
import { newKeySoon } from './request-key'
import { signedIn } from './token'

/**
 * Speaks to one endpoint of the contract.
 * @throws Refusal with the server's sentence, or Offline
 */
export async function ask<E extends Endpoint>(endpoint: E, asking: Asking<E>): Promise<OutputOf<E>> {
  const key = asking.key ?? (endpoint.method === 'GET' ? '' : await newKeySoon())
  const attempt = (token: string) => send(endpoint, asking, key, token)
  return read(await (endpoint.who === 'anyone' ? attempt('') : signedIn(attempt)))
}
