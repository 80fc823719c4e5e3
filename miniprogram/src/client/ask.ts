import type { Endpoint, OutputOf } from '../../../shared/grammar/endpoint'
import { dropCopiesOf } from './copies'
import { labelOf } from './outbox'
import { dispatch } from './postman'
import { readSteadily } from './reading'
import { type Asking, letterOf, read, send } from './request'
import { newKeySoon } from './request-key'
import { recall } from './store'
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
  const isPublic = endpoint.who === 'anyone'
  const once = () => (isPublic ? attempt('') : signedIn(attempt))
  const answer =
    endpoint.method === 'GET' && !endpoint.secret
      ? await readSteadily(letterOf(endpoint, asking).path, isPublic, once)
      : await once()
  // Whose sign-in has ended may have left the device to others.
  if (answer.statusCode === 401) dropCopiesOf(recall('account'))
  return read(answer)
}
