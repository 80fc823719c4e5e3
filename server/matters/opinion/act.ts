import { decide } from '../../../shared/grammar/decide'
import { deputyNamed, fill, type MessageWords, numberOf, pushOf } from '../../../shared/words/messages'
import { type OpinionAction, type OpinionParty, opinionTable } from '../../../shared/matters/opinion/table'
import { opinionPage } from '../../../shared/words/pages'
import { Refusal } from '../../../shared/words/refusals'
import { ResidentOpinion } from '../../database/entities/opinion/resident-opinion'
import type { Reader, Tx } from '../../database/source'
import { writeEvents } from '../../engine/events'
import { tell, type Telling } from '../../engine/tell'
import { effects } from './effects'
import { type Asker, type OpinionRecord, standingOf } from './record'

/**
 * Takes one step of the opinion table: compare-and-set, event and messages in one transaction.
 * @throws Refusal `not_found`, `stale`, and whatever the table says
 */
export async function actOnOpinion(
  tx: Tx,
  asker: Asker,
  id: string,
  action: OpinionAction,
  step: { version: number; form: Readonly<Record<string, unknown>> },
  now: Date,
) {
  const standing = await standingOf(tx, asker, id, now)
  const { opinion } = standing
  if (opinion.version !== step.version) throw new Refusal('stale')
  const to = decide(opinionTable, action, standing, step.form)
  const version = opinion.version + 1

  const moved = await tx.update(
    ResidentOpinion,
    { id, version: opinion.version },
    { state: to, version, stateSince: now },
  )
  if (moved.affected !== 1) throw new Refusal('stale')

  const words = {
    deputy: deputyNamed(opinion.deputyName),
    ...((await effects[action]?.({ tx, opinion, asker, form: step.form, now })) ?? {}),
  }
  const row = opinionTable.actions[action]
  const event = {
    townId: opinion.townId,
    kind: 'opinion',
    matterId: id,
    version,
    action,
    fromState: opinion.state,
    toState: to,
    party: row.by.find((party) => standing.parties.has(party)) ?? 'system',
    personId: 'system' in asker ? null : (asker.person?.id ?? null),
    note: noteOf(step.form),
  }
  await writeEvents(tx, [event], now)
  await tell(tx, await tellings(tx, opinion, row, words, opinionTable.states[to].waitsFor), now)
}

/** Why words went back, and words that may be written over by better ones, are kept with the step. */
const noteOf = ({ reason, explanation }: Readonly<Record<string, unknown>>) => {
  const note = reason ?? explanation
  return typeof note === 'string' ? note : null
}

async function tellings(
  tx: Tx,
  opinion: OpinionRecord,
  row: Pick<(typeof opinionTable)['actions'][OpinionAction], 'tells' | 'pushes'>,
  words: Partial<MessageWords>,
  turn: OpinionParty | null,
): Promise<Telling[]> {
  const all: Telling[] = []
  for (const [party, sentence] of Object.entries(row.tells) as [OpinionParty, string][]) {
    for (const recipientId of await recipientsOf(tx, opinion, party)) {
      all.push({
        townId: opinion.townId,
        recipientId,
        recipientKind: party === 'resident' ? 'resident' : 'person',
        text: fill(sentence, words),
        page: opinionPage(party, opinion.townId, opinion.id),
        opinionId: party === 'resident' ? opinion.id : undefined,
        push: pushOf(row.pushes?.[party], turn === party),
        number: numberOf(opinion.id),
      })
    }
  }
  return all
}

/** Who stands as this party to the opinion. */
export async function recipientsOf(
  reader: Reader,
  opinion: OpinionRecord,
  party: OpinionParty,
): Promise<string[]> {
  if (party === 'resident') return [opinion.residentId]
  if (party === 'deputy') return [opinion.deputyId]
  const staff = await reader.query<{ id: string }[]>(
    "SELECT DISTINCT person_id AS id FROM post WHERE town_id = ? AND post_kind = 'congressOffice'",
    [opinion.townId],
  )
  return party === 'congressOffice' ? staff.map(({ id }) => id) : []
}
