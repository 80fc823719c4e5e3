import { act } from '../engine/act'
import { systemOf } from '../engine/kind'
import { standingOf } from '../engine/standing'
import { kind } from '../matters/opinion/kind'
import { Refusal } from '../../shared/words/refusals'
import { type OpinionAction, type WatchedState, watchedStates } from '../../shared/matters/opinion/table'
import type { TextVerdict } from '../gateways/wechat/check-text'
import { isoInstant, quoted, sqlInstant } from '../database/sql'
import type { Reader, Tx } from '../database/source'
import { pauseAfter } from './pending-checks'
import { firstInstant, type Job, type JobParts } from './runner'

/**
 * Has WeChat look at what residents and deputies write to each other, and passes it on or holds it for a person. A text
 * is taken as its writer's own: WeChat knows only who was there in the last two hours, any other goes to a person.
 */
export const checkOpinions: Job = {
  name: 'check-opinions',
  wokenBy: ['opinion'],
  pauseMs: 60_000,
  againMs: 2000,
  next: (parts) =>
    firstInstant(
      parts,
      `SELECT MIN(o.check_after) AS at FROM resident_opinion o JOIN matter m ON m.id = o.id
       WHERE m.kind = 'opinion' AND m.state IN (${quoted(watchedStates)})`,
    ),
  async run(parts) {
    const waiting = await parts.database.reader.query<Waiting[]>(
      `SELECT m.id, m.town_id AS townId, m.version, m.state, m.state_since AS stateSince,
         CASE WHEN m.state = 'sent' THEN COALESCE(a.openid, h.openid) ELSE w.openid END AS openid,
         o.explanation, o.goes_to AS goesTo, o.rating_comment AS ratingComment
       FROM resident_opinion o JOIN matter m ON m.id = o.id
       JOIN resident r ON r.id = o.resident_id LEFT JOIN account a ON a.id = r.account_id
       LEFT JOIN person t ON t.id = o.typed_by_id LEFT JOIN account h ON h.id = t.account_id
       LEFT JOIN person p ON p.id = o.words_by_id LEFT JOIN account w ON w.id = p.account_id
       WHERE o.check_after <= ? AND m.state IN (${quoted(watchedStates)}) ORDER BY o.check_after, o.id LIMIT 20`,
      [sqlInstant(parts.now())],
    )
    for (const opinion of waiting) {
      await checkOne(parts, opinion)
    }
  },
}

/** What the verdict leads to in each state whose text is looked at. */
const steps = {
  sent: { pass: 'pass', look: 'hold' },
  answerSent: { pass: 'showAnswer', look: 'holdWords' },
  endSent: { pass: 'showEnd', look: 'holdWords' },
} as const satisfies Record<WatchedState, Record<'pass' | 'look', OpinionAction>>

interface Waiting {
  id: string
  townId: string
  version: number
  state: WatchedState
  openid: string | null
  explanation: string | null
  goesTo: string | null
  ratingComment: string | null
  stateSince: string
}

/** A resident may have added to what is not checked yet; of a deputy's words the last ones are. */
async function textsOf(
  reader: Reader,
  { id, state, explanation, goesTo, ratingComment }: Waiting,
): Promise<readonly Said[]> {
  if (state === 'endSent') return [{ text: explanation ?? '', carries: 0 }]
  // Words beside a rating; whatever is said after them goes along.
  const besides =
    goesTo === 'closed' || goesTo === 'received' ? [{ text: ratingComment ?? '', carries: 0 }] : []
  const rows = await reader.query<(Said & { author: string })[]>(
    `SELECT e.author, e.text, EXISTS (SELECT 1 FROM opinion_attachment c WHERE c.resident_opinion_id = ?
       AND c.message_id = e.id AND c.looked_at IS NULL) AS carries
     FROM opinion_message e WHERE e.resident_opinion_id = ? ORDER BY e.position DESC`,
    [id, id],
  )
  if (state === 'answerSent') return rows.filter(({ author }) => author === 'deputy').slice(0, 1)
  const end = rows.findIndex(({ author }) => author === 'deputy')
  return [...besides, ...rows.slice(0, end < 0 ? rows.length : end)]
}

interface Said {
  text: string
  /** Photos or a recording stand beside it that nobody has looked at: the machine only reads. */
  carries: number
}

async function verdictOn({ database, wechat }: JobParts, opinion: Waiting): Promise<TextVerdict> {
  if (opinion.openid === null) return 'look'
  const texts = await textsOf(database.reader, opinion)
  if (texts.some(({ carries }) => Number(carries) === 1)) return 'look'
  for (const { text } of texts) {
    const verdict = await wechat.checkText(opinion.openid, text)
    if (verdict !== 'pass') return verdict
  }
  return 'pass'
}

async function checkOne(parts: JobParts, opinion: Waiting) {
  const { database, now } = parts
  const verdict = await verdictOn(parts, opinion)
  const asker = systemOf(opinion.townId)
  try {
    await database.transaction(async (tx) => {
      const { due } = await standingOf(tx, kind, asker, opinion.id, now())
      const action = stepFor(opinion, verdict, due?.urgency === 'overdue')
      if (action === undefined) await askLater(tx, opinion, now())
      else await act(tx, kind, asker, opinion.id, action, { version: opinion.version, form: {} }, now())
    })
  } catch (error) {
    // Another instance was quicker: nothing is left to do.
    if (!(error instanceof Refusal)) throw error
  }
}

const askLater = (tx: Tx, { id, stateSince }: Waiting, now: Date) => {
  const waited = now.getTime() - Date.parse(isoInstant(stateSince))
  return tx.query('UPDATE resident_opinion SET check_after = ? WHERE id = ? AND check_after <= ?', [
    sqlInstant(new Date(now.getTime() + pauseAfter(waited))),
    id,
    sqlInstant(now),
  ])
}

/** No verdict within the limit of the state: a person looks. */
function stepFor(
  { state, goesTo }: Waiting,
  verdict: TextVerdict,
  overdue: boolean,
): OpinionAction | undefined {
  const saysUnsolved = goesTo === 'unsolved' || goesTo === 'unsolvedAgain'
  if (verdict === 'pass') return saysUnsolved ? 'passUnsolved' : steps[state].pass
  return verdict === 'look' || overdue ? steps[state].look : undefined
}
