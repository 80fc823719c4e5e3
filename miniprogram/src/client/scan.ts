import type { OutputOf } from '../../../shared/grammar/endpoint'
import { countScan, resolveScene } from '../../../shared/api/qr-codes'
import { ask } from './ask'
import { currentTown } from './town'

type Opened = Partial<Record<string, string>>
export type Scanned = OutputOf<typeof resolveScene>

/**
 * The scene that a phone was opened with: `scene` from a 小程序码, or `q` with the whole address from an ordinary link;
 * WeChat hands over both encoded.
 */
function sceneOf({ scene, q }: Opened): string {
  if (scene) return decoded(scene)
  return /\/q\/([\w-]{1,32})/.exec(decoded(q ?? ''))?.[1] ?? ''
}

/** What somebody has bent on the way is no scene. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The code that a computer shows, if it was one of those; it belongs to no town. */
export function deskSceneOf(opened: Opened): string | undefined {
  const scene = sceneOf(opened)
  return /^d[0-9a-z]{26}$/.test(scene) ? scene : undefined
}

/** Finds out where the code leads that the phone was opened with; from now on this phone is in that town. @throws Refusal `not_found`, or Offline */
export async function readScanned(opened: Opened): Promise<Scanned> {
  const params = { scene: sceneOf(opened) || '-' }
  const scanned = await ask(resolveScene, { params })
  // Nobody waits for it, and without a line it is not counted.
  void ask(countScan, { params, input: {} }).catch(() => undefined)
  await currentTown(scanned.townId)
  return scanned
}
