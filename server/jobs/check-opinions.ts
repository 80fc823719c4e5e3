import { actOnOpinion } from '../features/opinions/act'
import { standingOf } from '../features/opinions/record'
import { Refusal } from '../../shared/refusals'
import type { OpinionAction, OpinionState } from '../../shared/opinion-workflow'
import type { TextVerdict } from '../gateways/wechat/check-text'
import { isoInstant, quoted, sqlInstant } from '../database/sql'
import type { Tx } from '../database/source'
import { pauseAfter } from './pending-checks'
import type { Job, JobParts } from './runner'

/**
 * Has WeChat look at what residents and deputies write to each other, and passes it on or holds it for a person. A text
 * is taken as its writer's own: WeChat knows only who was there in the last two hours, any other goes to a person.
 */
export const checkOpinions: Job = {
  name: 'check-opinions',
  pauseMs: 2000,
  afterWrite: true,
  async run(parts) {
    const waiting = await parts.database.reader.query<Waiting[]>(
      `SELECT o.id, o.town_id AS townId, o.version, o.state, o.state_since AS stateSince,
         CASE WHEN o.state = 'sent' THEN a.openid ELSE w.openid END AS openid,
         CASE WHEN o.state = 'endSent' THEN o.explanation ELSE m.text END AS text
       FROM resident_opinion o
       JOIN resident r ON r.id = o.resident_id JOIN account a ON a.id = r.account_id
       LEFT JOIN person p ON p.id = o.words_by_id LEFT JOIN account w ON w.id = p.account_id
       JOIN opinion_message m ON m.resident_opinion_id = o.id AND m.position =
         (SELECT MAX(position) FROM opinion_message l WHERE l.resident_opinion_id = o.id)
       WHERE o.state IN (${quoted(Object.keys(steps))}) AND (o.check_after IS NULL OR o.check_after <= ?)
       ORDER BY o.state_since LIMIT 20`,
      [sqlInstant(parts.now())],
    )
    for (const opinion of waiting) await checkOne(parts, opinion)
  },
}

/** What the verdict leads to in each state whose text is looked at. */
const steps = {
  sent: { pass: 'pass', look: 'hold' },
  answerSent: { pass: 'showAnswer', look: 'holdWords' },
  endSent: { pass: 'showEnd', look: 'holdWords' },
} as const satisfies Partial<Record<OpinionState, Record<'pass' | 'look', OpinionAction>>>

interface Waiting {
  id: string
  townId: string
  version: number
  state: keyof typeof steps
  openid: string | null
  text: string
  stateSince: string
}

async function checkOne({ database, wechat, now }: JobParts, opinion: Waiting) {
  const verdict = opinion.openid === null ? 'look' : await wechat.checkText(opinion.openid, opinion.text)
  const asker = { townId: opinion.townId, system: true } as const
  try {
    await database.transaction(async (tx) => {
      const { due } = await standingOf(tx, asker, opinion.id, now())
      const action = stepFor(opinion.state, verdict, due?.urgency === 'overdue')
      if (action === undefined) await askLater(tx, opinion, now())
      else await actOnOpinion(tx, asker, opinion.id, action, { version: opinion.version, form: {} }, now())
    })
  } catch (error) {
    // Another instance was quicker: nothing is left to do.
    if (!(error instanceof Refusal)) throw error
  }
}

const askLater = (tx: Tx, { id, state, stateSince }: Waiting, now: Date) => {
  const waited = now.getTime() - Date.parse(isoInstant(stateSince))
  return tx.query('UPDATE resident_opinion SET check_after = ? WHERE id = ? AND state = ?', [
    sqlInstant(new Date(now.getTime() + pauseAfter(waited))),
    id,
    state,
  ])
}

/** No verdict within the limit of the state: a person looks. */
function stepFor(state: Waiting['state'], verdict: TextVerdict, overdue: boolean): OpinionAction | undefined {
  if (verdict === 'pass') return steps[state].pass
  return verdict === 'look' || overdue ? steps[state].look : undefined
}
