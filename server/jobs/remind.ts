import { beijingDay, spokenDay } from '../../shared/days'
import type { Urgency } from '../../shared/due'
import { fill, latePushes, lateSentences, type MessageWords, numberOf, pushOf } from '../../shared/messages'
import { opinionTable, type OpinionParty } from '../../shared/opinion-workflow'
import { opinionPage } from '../../shared/pages'
import { parties } from '../../shared/parties'
import { type SuggestionParty, suggestionStates } from '../../shared/states'
import type { Tx } from '../database/source'
import { isoInstant } from '../database/sql'
import { readCalendar } from '../features/calendar/read-calendar'
import { tell, type Telling } from '../features/inbox/tell'
import * as opinions from '../features/opinions/record'
import { recipientsOf as opinionRecipients } from '../features/opinions/act'
import { wordsOf } from '../features/suggestions/message-words'
import {
  recordSql,
  standingIn,
  type SuggestionRecord,
  type SuggestionStanding,
} from '../features/suggestions/record'
import { recipientsOf } from '../features/suggestions/recipients'
import { about } from '../features/suggestions/tell-parties'
import { onceTold } from './once-told'
import { remindOfHolidays } from './remind-of-holidays'
import type { Job, JobParts } from './runner'
import { withLease } from './with-lease'

/** Tells people once that a matter of theirs comes close to its limit, and once that it is past it, with who else must know. */
export const remind: Job = {
  name: 'remind',
  pauseMs: 60_000,
  afterWrite: false,
  run: (parts) =>
    withLease(parts.database, 'remind', 300, parts.now, async () => {
      const towns = await parts.database.reader.query<{ id: string }[]>('SELECT id FROM town')
      for (const town of towns) {
        await remindOfSuggestions(parts, town.id)
        await remindOfOpinions(parts, town.id)
        await remindOfHolidays(parts, town.id)
      }
    }),
}

const waiting = (states: Readonly<Record<string, { waitsFor: string | null }>>) =>
  Object.entries(states)
    .filter(([, row]) => row.waitsFor !== null && row.waitsFor !== 'system')
    .map(([state]) => `'${state}'`)
    .join(', ')

async function remindOfSuggestions({ database, now }: JobParts, townId: string) {
  const asker = { townId, system: true } as const
  const { sql, parameters } = recordSql(asker)
  const records = await database.reader.query<SuggestionRecord[]>(
    `${sql} AND s.state IN (${waiting(suggestionStates)})`,
    parameters,
  )
  const calendar = await readCalendar(database.reader, townId)
  for (const record of records) {
    const standing = standingIn(record, asker, now(), calendar)
    const urgency = standing.due?.urgency
    if (urgency === undefined || urgency === 'inTime') continue
    await onceTold(database, noticeOf(record, urgency), now(), async (tx) => {
      await tell(tx, await suggestionTellings(tx, standing, urgency, now()), now())
    })
  }
}

async function suggestionTellings(
  tx: Tx,
  standing: SuggestionStanding,
  urgency: 'dueSoon' | 'overdue',
  now: Date,
) {
  const { suggestion, turn, due } = standing
  const words: Partial<MessageWords> = {
    ...wordsOf(suggestion, now),
    deadline: due ? spokenDay(due.on, beijingDay(now)) : '',
  }
  const others: readonly SuggestionParty[] =
    urgency === 'overdue' ? suggestionStates[suggestion.state].lateTells : []
  const tellings = new Map<string, Telling>()
  for (const party of [...(turn ? [turn] : []), ...others]) {
    const mine = party === turn
    const sentence = lateSentences.suggestion[mine ? urgency : 'overdueToOthers']
    const text = fill(sentence, { ...words, unit: whoIsAwaited(turn, words) })
    for (const recipient of await recipientsOf(tx, suggestion, party)) {
      if (tellings.has(recipient.id)) continue
      tellings.set(recipient.id, {
        ...about(suggestion, party, recipient),
        text,
        push: pushOf(mine ? latePushes[party] : undefined, mine),
      })
    }
  }
  return [...tellings.values()]
}

const whoIsAwaited = (turn: SuggestionParty | null, words: Partial<MessageWords>) =>
  turn === null || turn === 'leadUnit' ? (words.unit ?? '') : parties[turn]

async function remindOfOpinions({ database, now }: JobParts, townId: string) {
  const asker = { townId, system: true } as const
  const records = await database.reader.query<opinions.OpinionRecord[]>(
    `${opinions.recordSql} AND o.state IN (${waiting(opinionTable.states)})`,
    [townId],
  )
  const calendar = await readCalendar(database.reader, townId)
  for (const record of records) {
    const { due, turn } = opinions.standingIn(record, asker, now(), calendar)
    const urgency = due?.urgency
    if (urgency === undefined || urgency === 'inTime' || turn === null) continue
    await onceTold(database, noticeOf(record, urgency), now(), async (tx) => {
      await tell(tx, await opinionTellings(tx, record, turn, urgency), now())
    })
  }
}

async function opinionTellings(
  tx: Tx,
  opinion: opinions.OpinionRecord,
  turn: OpinionParty,
  urgency: 'dueSoon' | 'overdue',
) {
  const others: readonly OpinionParty[] =
    urgency === 'overdue' ? opinionTable.states[opinion.state].lateTells : []
  const tellings: Telling[] = []
  for (const party of [turn, ...others]) {
    const text = fill(lateSentences.opinion[party === turn ? urgency : 'overdueToOthers'], {
      deputy: `${opinion.deputyName}代表`,
    })
    for (const recipientId of await opinionRecipients(tx, opinion, party)) {
      tellings.push({
        townId: opinion.townId,
        recipientId,
        recipientKind: 'person',
        text,
        page: opinionPage(party, opinion.townId, opinion.id),
        push: pushOf(party === turn ? latePushes[party] : undefined, party === turn),
        number: numberOf(opinion.id),
      })
    }
  }
  return tellings
}

const noticeOf = (matter: { id: string; stateSince: string }, urgency: Exclude<Urgency, 'inTime'>) => ({
  matterId: matter.id,
  stateSince: new Date(isoInstant(matter.stateSince)),
  urgency,
})
