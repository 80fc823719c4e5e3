import Taro from '@tarojs/taro'
import { setPortrait } from '../../../shared/api/people'
import type { OutputOf } from '../../../shared/api/endpoint'
import { fillPath, Offline, read } from './request'
import { ensureToken } from './token'

/** Lets somebody pick a picture. @returns its path on the phone, or undefined where they changed their mind */
export async function choosePicture(): Promise<string | undefined> {
  const chosen = await Taro.chooseImage({ count: 1, sizeType: ['compressed'] }).catch(() => undefined)
  return chosen?.tempFilePaths[0]
}

/** @throws Refusal with the server's sentence, or Offline */
export async function sendPortrait(town: string, id: string, filePath: string, key: string) {
  const token = await ensureToken()
  const answer = await Taro.uploadFile({
    url: `${API_BASE}/api${fillPath(setPortrait.path, { town, id })}`,
    filePath,
    name: 'portrait',
    header: { authorization: `Bearer ${token}`, 'idempotency-key': key },
  }).catch(() => {
    throw new Offline()
  })
  return read<OutputOf<typeof setPortrait>>({ statusCode: answer.statusCode, data: parsed(answer.data) })
}

/** An upload answers with text, whatever its type. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
