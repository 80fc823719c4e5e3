import { lookAgain } from '../matters/content-check/look-again'
import { askLater, nextPending, type PendingCheck, readPending, settle } from './pending-checks'
import type { Job, JobParts } from './runner'

/** Has WeChat look at the sentences that staff make public; what it does not pass at once is read by a second person. */
export const checkContent: Job = {
  name: 'check-content',
  wokenBy: ['contentCheck'],
  pauseMs: 60_000,
  againMs: 2000,
  next: (parts) => nextPending(parts, 'text'),
  async run(parts) {
    await lookAgain(parts.database, parts.now())
    for (const one of await readPending(parts, 'text')) {
      await checkOne(parts, one)
    }
  },
}

async function checkOne(parts: JobParts, check: PendingCheck) {
  const { openid, text } = check
  const verdict = openid === null ? 'look' : await parts.wechat.checkText(openid, text ?? '')
  if (verdict === 'later') await askLater(parts, check)
  else await settle(parts, check, verdict === 'pass' ? 'pass' : 'hold')
}
