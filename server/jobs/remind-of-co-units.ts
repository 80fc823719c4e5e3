import { type Day, spokenDay, startOfDay, beijingDay } from '../../shared/rules/days'
import { dueSoonBefore } from '../../shared/grammar/due'
import { alsoBetween, ladders } from '../../shared/grammar/ladder'
import { fill, latePushes, lateSentences, pushOf } from '../../shared/words/messages'
import type { SuggestionParty } from '../../shared/matters/suggestion/states'
import { suggestionActions } from '../../shared/matters/suggestion/table'
import type { Tx } from '../database/source'
import { quoted } from '../database/sql'
import { tell, type Telling } from '../engine/tell'
import { recipientsOf, staffOfUnits } from '../matters/suggestion/recipients'
import type { SuggestionRecord } from '../matters/suggestion/record'
import { standingOf } from '../matters/suggestion/standing'
import { about } from '../matters/suggestion/tell-parties'
import { onceTold } from './once-told'
import type { JobParts } from './runner'

interface Owed {
  suggestionId: string
  dueOn: Day
  unitId: string
  unit: string
}

/** The row of their plan that has come. */
const stepOf = { dueSoon: 0, overdue: 1 } as const

/** While the co-units may still speak. */
const wanted = Object.keys(suggestionActions.giveCoOpinion.moves)

/** A co-unit has a day of its own, beside the clock of the suggestion: each row of its plan speaks once. */
export async function remindOfCoUnits({ database, now }: JobParts, townId: string) {
  const today = beijingDay(now())
  const owed = await database.reader.query<Owed[]>(
    `SELECT c.suggestion_id AS suggestionId, CONCAT(c.due_on, '') AS dueOn, u.id AS unitId, u.name AS unit
     FROM co_unit c JOIN suggestion s ON s.id = c.suggestion_id JOIN handling_unit u ON u.id = c.handling_unit_id
     WHERE s.town_id = ? AND s.state IN (${quoted(wanted)}) AND c.opinion IS NULL AND c.waived_at IS NULL
       AND c.due_on <= ? ORDER BY c.suggestion_id, c.due_on, u.position, u.id`,
    [townId, dueSoonBefore(today)],
  )
  for (const together of byMatterAndDay(owed)) {
    const [{ suggestionId, dueOn }] = together
    const urgency = dueOn < today ? 'overdue' : 'dueSoon'
    const notice = { matterId: suggestionId, stateSince: startOfDay(dueOn), urgency } as const
    await onceTold(database, notice, now(), async (tx) => {
      const { suggestion } = await standingOf(tx, { townId, system: true }, suggestionId, now())
      await tell(tx, await tellings(tx, suggestion, together, urgency, spokenDay(dueOn, today)), now())
    })
  }
}

type Together = [Owed, ...Owed[]]

function byMatterAndDay(owed: readonly Owed[]): Together[] {
  const groups = new Map<string, Together>()
  for (const one of owed) {
    const key = `${one.suggestionId} ${one.dueOn}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

async function tellings(
  tx: Tx,
  suggestion: SuggestionRecord,
  owed: Together,
  urgency: 'dueSoon' | 'overdue',
  deadline: string,
): Promise<Telling[]> {
  const { subject, townId } = suggestion
  const sentences = lateSentences.coOpinion
  const words = { subject, deadline, unit: owed.map(({ unit }) => unit).join('、') }
  const saying = (party: SuggestionParty, text: string) => {
    const push = pushOf(party === 'coUnit' ? latePushes[party] : undefined, party === 'coUnit')
    return (recipient: Parameters<typeof about>[2]) => ({
      ...about(suggestion, party, recipient),
      text,
      push,
    })
  }
  const clerks = await staffOfUnits(
    tx,
    townId,
    owed.map(({ unitId }) => unitId),
  )
  const told: Telling[] = clerks.map(saying('coUnit', fill(sentences[urgency], words)))
  for (const party of alsoBetween(ladders.coOpinion, -1, stepOf[urgency]) as SuggestionParty[]) {
    const others = (await recipientsOf(tx, suggestion, party)).filter(
      ({ id }) => !told.some(({ recipientId }) => recipientId === id),
    )
    told.push(...others.map(saying(party, fill(sentences.overdueToOthers, words))))
  }
  return told
}
