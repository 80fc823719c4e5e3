import { mediaEvent } from '../push/events'
import { pushEvent, takePushFault } from '../push/queue'
import { judgeText } from '../text-rules'
import { pause, type World } from '../world'
import { fetchMedia } from './fetch-media'
import { type MediaCheck } from './media-check-shape'

/** The magic words of section 9.5 count in the address and anywhere in the file, such as a PNG's text chunk. */
function judge(url: string, bytes: Buffer): { suggest: 'pass' | 'review' | 'risky'; label: number } {
  const { suggest, label } = judgeText([], `${url}\n${bytes.toString('latin1')}`)
  return { suggest, label }
}

async function run(world: World, check: MediaCheck): Promise<void> {
  const app = world.state.apps.find(({ appid }) => appid === check.appid)
  if (check.stage !== 'waiting' || !app) return
  check.stage = 'running'
  const isFailing = takePushFault(world.state, 'wxa_media_check', ['downloadFailed']) !== undefined
  const bytes = isFailing ? undefined : await fetchMedia(world, check)
  check.stage = 'done'
  if (world.closing.aborted) return
  const verdict = bytes && judge(check.url, bytes)
  await pushEvent(world, app, mediaEvent({ app, openid: check.openid, traceId: check.traceId, verdict }))
}

/** The file is fetched when the check is due, on the wall or by `POST /__sim/clock`, and the result is pushed. */
export function startMediaCheck(world: World, check: MediaCheck): void {
  const { mediaChecks } = world.state
  mediaChecks.push(check)
  // A reset or a restored snapshot has another list.
  const isCurrent = () => !world.closing.aborted && world.state.mediaChecks === mediaChecks
  void pause(world, check.dueAt - world.now()).then(() => (isCurrent() ? run(world, check) : undefined))
}

export async function runDueMediaChecks(world: World, which: 'due' | 'all' = 'due'): Promise<void> {
  const due = world.state.mediaChecks.filter(({ dueAt }) => which === 'all' || dueAt <= world.now())
  await Promise.all(due.map((check) => run(world, check)))
}
