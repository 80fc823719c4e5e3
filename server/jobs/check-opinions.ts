import { actOnOpinion } from '../features/opinions/act'
import { standingOf } from '../features/opinions/record'
import { Refusal } from '../../shared/refusals'
import type { OpinionAction } from '../../shared/opinion-workflow'
import type { TextVerdict } from '../gateways/wechat/check-text'
import { isoInstant, sqlInstant } from '../database/sql'
import type { Tx } from '../database/source'
import type { Job, JobParts } from './runner'

/** Has WeChat look at what residents wrote, and passes it on to the deputy or holds it for a person. */
export const checkOpinions: Job = {
  name: 'check-opinions',
  pauseMs: 2000,
  afterWrite: true,
  async run(parts) {
    const waiting = await parts.database.reader.query<Waiting[]>(
      `SELECT o.id, o.town_id AS townId, o.version, a.openid, m.text,
         o.state_since AS stateSince
       FROM resident_opinion o
       JOIN resident r ON r.id = o.resident_id JOIN account a ON a.id = r.account_id
       JOIN opinion_message m ON m.resident_opinion_id = o.id AND m.position =
         (SELECT MAX(position) FROM opinion_message l WHERE l.resident_opinion_id = o.id)
       WHERE o.state = 'sent' AND (o.check_after IS NULL OR o.check_after <= ?)
       ORDER BY o.state_since LIMIT 20`,
      [sqlInstant(parts.now())],
    )
    for (const opinion of waiting) await checkOne(parts, opinion)
  },
}

interface Waiting {
  id: string
  townId: string
  version: number
  openid: string
  text: string
  stateSince: string
}

async function checkOne({ database, wechat, now }: JobParts, opinion: Waiting) {
  const verdict = await wechat.checkText(opinion.openid, opinion.text)
  const asker = { townId: opinion.townId, system: true } as const
  try {
    await database.transaction(async (tx) => {
      const { due } = await standingOf(tx, asker, opinion.id, now())
      const action = stepFor(verdict, due?.urgency === 'overdue')
      if (action === undefined) await askLater(tx, opinion, now())
      else await actOnOpinion(tx, asker, opinion.id, action, { version: opinion.version, form: {} }, now())
    })
  } catch (error) {
    // Another instance was quicker: nothing is left to do.
    if (!(error instanceof Refusal)) throw error
  }
}

/** Sooner for a fresh text than for one that has waited: WeChat in trouble is not asked every two seconds. */
const shortestPauseMs = 5000
const askLater = (tx: Tx, { id, stateSince }: Waiting, now: Date) => {
  const waited = now.getTime() - Date.parse(isoInstant(stateSince))
  const next = new Date(now.getTime() + Math.max(shortestPauseMs, waited / 4))
  return tx.query("UPDATE resident_opinion SET check_after = ? WHERE id = ? AND state = 'sent'", [
    sqlInstant(next),
    id,
  ])
}

/** No verdict within the limit of the state: a person looks. */
function stepFor(verdict: TextVerdict, overdue: boolean): OpinionAction | undefined {
  if (verdict === 'pass') return 'pass'
  return verdict === 'look' || overdue ? 'hold' : undefined
}
