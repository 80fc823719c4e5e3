import Taro from '@tarojs/taro'
import type { Endpoint, Params, QueryOf } from '../../../shared/grammar/endpoint'
import { fillPath, Offline, proofOf, queryText } from './request'
import { signedIn } from './token'

/**
 * What only some may see, as a file of the phone: a picture cannot say who asks for it, and must not travel through
 * `setData`. @returns its path, or undefined where the server said “no”. @throws Offline
 */
export async function download<E extends Endpoint>(
  endpoint: E,
  params: Params<E['path']>,
  query?: QueryOf<E>,
): Promise<string | undefined> {
  const answer = await signedIn((token) =>
    Taro.downloadFile({
      url: `${API_BASE}/api${fillPath(endpoint.path, params)}${queryText(query)}`,
      header: proofOf(token),
    }).catch(() => {
      throw new Offline()
    }),
  )
  return answer.statusCode === 200 ? answer.tempFilePath : undefined
}
