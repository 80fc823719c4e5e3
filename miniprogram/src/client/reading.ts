import Taro from '@tarojs/taro'
import { copyName, copyUnder, keepCopy } from './copies'
import { Offline } from './request'
import type { Answer } from './transport'

/** How long one waits before a read that failed is tried once more, and before an old copy is better than none yet. */
const againAfterMs = 300
const patienceMs = 3000

/** The event of an answer that came after its copy was shown. */
export const fresherCame = 'fresher'

/** Answers that came too late for whoever asked, for whoever asks next. */
const late = new Map<string, Answer>()

/** The age of every copy that was handed out, in the order in which that happened. */
const handedOut: number[] = []
export const copiesHandedOut = () => handedOut.length
/** @returns the day and hour of the oldest of them since then, in milliseconds; undefined where there was none */
export function oldestCopySince(count: number): number | undefined {
  const since = handedOut.slice(count)
  return since.length > 0 ? Math.min(...since) : undefined
}

/**
 * Reads something: one failure is nobody's business; without a line, or while it takes long, what was read last takes its
 * place.
 * @param isPublic whether everybody may see it
 * @throws Offline where there is no copy
 */
export async function readSteadily(
  path: string,
  isPublic: boolean,
  attempt: () => Promise<Answer>,
): Promise<Answer> {
  const name = copyName(path, isPublic)
  const came = late.get(name ?? '')
  late.delete(name ?? '')
  if (came) return came
  const held = name === undefined ? undefined : copyUnder(name)
  const asking = twice(attempt).then((answer) => {
    // Whose it is may be known since it was asked for.
    const place = copyName(path, isPublic)
    if (answer.statusCode === 200 && place !== undefined) keepCopy(place, answer.data)
    return answer
  })
  if (held === undefined) return asking
  const copy = (): Answer => {
    handedOut.push(held.at)
    return { statusCode: 200, data: held.data }
  }
  return new Promise((resolve, reject) => {
    let isShown = false
    const timer = setTimeout(() => {
      isShown = true
      resolve(copy())
    }, patienceMs)
    asking.then(
      (answer) => {
        clearTimeout(timer)
        if (!isShown) return resolve(answer)
        late.set(name ?? '', answer)
        Taro.eventCenter.trigger(fresherCame)
      },
      (error: unknown) => {
        clearTimeout(timer)
        if (error instanceof Offline) resolve(copy())
        else reject(error instanceof Error ? error : new Offline())
      },
    )
  })
}

async function twice(attempt: () => Promise<Answer>): Promise<Answer> {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof Offline)) throw error
    await new Promise((wake) => setTimeout(wake, againAfterMs))
    return attempt()
  }
}
