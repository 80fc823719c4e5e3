import { loopbackUrl } from '../push/push-shapes'
import { type World } from '../world'
import { isAllowedMedia } from './media-types'
import { type MediaCheck } from './media-check-shape'

const mostBytes = 10 * 1024 * 1024
const patienceMs = 10_000

async function readUpTo(response: Response, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  const reader = response.body?.getReader()
  let size = 0
  for (;;) {
    const part = await reader?.read()
    if (!part?.value) return Buffer.concat(chunks)
    size += part.value.length
    if (size > most) return undefined
    chunks.push(part.value)
  }
}

/** The file as anyone gets it, without a cookie or a redirect; undefined is -1008 (assumption 44). */
export async function fetchMedia(world: World, { url, type }: MediaCheck): Promise<Buffer | undefined> {
  if (!loopbackUrl.safeParse(url).success) {
    world.log(`WECHAT SIMULATOR: ${url} is not on this machine and was not fetched (-1008)`)
    return undefined
  }
  const signal = AbortSignal.any([world.closing, AbortSignal.timeout(patienceMs)])
  try {
    const response = await fetch(url, { signal, redirect: 'error' })
    if (response.status !== 200) {
      await response.body?.cancel()
      return undefined
    }
    const bytes = await readUpTo(response, mostBytes)
    return bytes && isAllowedMedia(bytes, type) ? bytes : undefined
  } catch {
    return undefined
  }
}
