import Taro from '@tarojs/taro'
import type { Endpoint, InputOf, OutputOf, Params } from '../../../shared/grammar/endpoint'
import { fillPath, Offline, proofOf, read } from './request'
import { chooseFrom } from './tables'
import { signedIn } from './token'

/**
 * Lets somebody pick pictures. A browser leaves out what it cannot open.
 * @returns their paths on the phone, or undefined where they changed their mind
 */
export const choosePictures = (most: number): Promise<string[] | undefined> =>
  process.env.TARO_ENV === 'h5' ? picturesOfBrowser(most) : picturesOfPhone(most)

async function picturesOfPhone(most: number) {
  const chosen = await Taro.chooseImage({ count: most, sizeType: ['compressed'] }).catch(() => undefined)
  return chosen?.tempFilePaths.slice(0, most)
}

async function picturesOfBrowser(most: number) {
  const chosen = await chooseFrom('image/*', most)
  if (chosen === undefined) return undefined
  const paths = await Promise.all(chosen.map(async ({ path }) => ((await opens(path)) ? path : '')))
  return paths.filter((path) => path !== '')
}

const opens = (path: string) =>
  new Promise<boolean>((resolve) => {
    const picture = new Image()
    picture.onload = () => resolve(true)
    picture.onerror = () => resolve(false)
    picture.src = path
  })

/** Sends one file, and what is said beside it. @throws Refusal with the server's sentence, or Offline */
export async function upload<E extends Endpoint>(
  endpoint: E,
  params: Params<E['path']>,
  file: { name: string; filePath: string },
  key: string,
  form?: InputOf<E>,
): Promise<OutputOf<E>> {
  const answer = await signedIn((token) =>
    Taro.uploadFile({
      url: `${API_BASE}/api${fillPath(endpoint.path, params)}`,
      ...file,
      ...(form === undefined ? {} : { formData: { form: JSON.stringify(form) } }),
      header: { ...proofOf(token), 'idempotency-key': key },
    }).catch(() => {
      throw new Offline()
    }),
  )
  return read<OutputOf<E>>({ statusCode: answer.statusCode, data: parsed(answer.data) })
}

/** An upload answers with text, whatever its type. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
