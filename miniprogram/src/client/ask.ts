import type { Endpoint, OutputOf } from '../../../shared/api/endpoint'
import { type Asking, read, send } from './request'
import { newKey } from './request-key'
import { ensureToken, forgetToken } from './token'

/**
 * Speaks to one endpoint of the contract.
 * @throws Refusal with the server's sentence, or Offline
 */
export async function ask<E extends Endpoint>(endpoint: E, asking: Asking<E>): Promise<OutputOf<E>> {
  const needsToken = endpoint.who !== 'anyone'
  const key = asking.key ?? newKey()
  const answer = await send(endpoint, asking, key, needsToken ? await ensureToken() : '')
  if (answer.statusCode !== 401 || !needsToken) return read(answer)
  // The token has ended: sign in once more, and ask the same thing again.
  forgetToken()
  return read(await send(endpoint, asking, key, await ensureToken()))
}
