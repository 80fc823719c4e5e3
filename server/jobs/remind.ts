import type { Urgency } from '../../shared/grammar/due'
import { deputyNamed, fill, latePushes, lateSentences, numberOf, pushOf } from '../../shared/words/messages'
import { opinionTable, type OpinionParty } from '../../shared/matters/opinion/table'
import { opinionPage } from '../../shared/words/pages'
import type { Tx } from '../database/source'
import { isoInstant } from '../database/sql'
import { readCalendar } from '../engine/read-calendar'
import { tell, type Telling } from '../engine/tell'
import * as opinions from '../matters/opinion/record'
import { recipientsOf as opinionRecipients } from '../matters/opinion/act'
import { onceTold } from './once-told'
import { remindOfHolidays } from './remind-of-holidays'
import type { Job, JobParts } from './runner'
import { withLease } from './with-lease'

/**
 * Tells those who are awaited by a resident once that it comes close, and once that it is late, with who else must know.
 */
export const remind: Job = {
  name: 'remind',
  pauseMs: 60_000,
  afterWrite: false,
  run: (parts) =>
    withLease(parts.database, 'remind', 300, parts.now, async () => {
      const towns = await parts.database.reader.query<{ id: string }[]>('SELECT id FROM town')
      for (const town of towns) {
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
    urgency === 'overdue' ? (opinionTable.states[opinion.state].lateTells ?? []) : []
  const tellings: Telling[] = []
  for (const party of [turn, ...others]) {
    const text = fill(lateSentences.opinion[party === turn ? urgency : 'overdueToOthers'], {
      deputy: deputyNamed(opinion.deputyName),
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
