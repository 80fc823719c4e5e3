import { beijingDay, spokenDay } from '../../shared/rules/days'
import type { Due } from '../../shared/grammar/due'
import {
  alsoBetween,
  isWeekly,
  type Ladder,
  ladderOf,
  type LadderPlan,
  ladders,
  type Rung,
  rungsFrom,
  stepOn,
} from '../../shared/grammar/ladder'
import { fill, latePushes, lateSentences, pushOf } from '../../shared/words/messages'
import { parties } from '../../shared/words/parties'
import type { SuggestionParty } from '../../shared/matters/suggestion/states'
import { suggestionTable } from '../../shared/matters/suggestion/table'
import { Reminder } from '../database/entities/suggestion/reminder'
import { newId } from '../database/id'
import type { Tx } from '../database/source'
import { isDuplicate } from '../database/sql-errors'
import { tell, type Telling } from '../engine/tell'
import { wordsOf } from '../matters/suggestion/message-words'
import { recipientsOf } from '../matters/suggestion/recipients'
import type { SuggestionStanding } from '../matters/suggestion/standing'
import { peopleOnRung, type RungPerson } from '../matters/suggestion/rung-people'
import { about } from '../matters/suggestion/tell-parties'
import type { JobParts } from './runner'

/**
 * What a suggestion climbs: the clock of whoever is awaited, and beside it that of the progress reports, which nobody
 * asks for where the awaited step is itself late: one thing at a time.
 */
export function climbsOf({ state, turn, due, progressDue }: SuggestionStanding) {
  const ladder = ladderOf(suggestionTable.states[state], turn)
  return [
    ...(ladder && due ? [{ ladder, due }] : []),
    ...(progressDue && due?.urgency !== 'overdue' ? [{ ladder: 'progress' as const, due: progressDue }] : []),
  ]
}

/** As whom somebody on this rung reads the matter. */
const partyOfRung: Readonly<Record<Exclude<Rung, 'awaited'>, SuggestionParty>> = {
  handler: 'leadUnit',
  leaderInCharge: 'leadUnit',
  unitHead: 'leadUnit',
  congressOffice: 'congressOffice',
  presidiumChair: 'presidium',
}

/** What has been told on a ladder for one deadline. */
interface Told {
  step: number
  rung: Rung | null
}

/**
 * Takes the highest step of a ladder that has come, once. Each rung is told once for a deadline, and after them one
 * of them every week; where nobody is bound on a rung the next hears it instead. What was told, who was passed over,
 * and that there was nobody, stands in the log.
 */
export async function climb(
  { database, now }: Pick<JobParts, 'database' | 'now'>,
  standing: SuggestionStanding,
  { ladder, due }: { ladder: Ladder; due: Due },
) {
  const plan: LadderPlan = ladders[ladder]
  const step = stepOn(plan, due, now())
  if (step < 0) return
  const { id } = standing.suggestion
  const told = await database.reader.query<Told[]>(
    'SELECT step, rung FROM reminder WHERE suggestion_id = ? AND ladder = ? AND due_on = ?',
    [id, ladder, due.on],
  )
  const before = Math.max(-1, ...told.map((one) => one.step))
  if (before >= step) return
  try {
    await database.transaction(async (tx) => {
      const heard = isWeekly(plan, step) ? [] : told.map(({ rung }) => rung)
      const reached = await reach(tx, standing, rungsFrom(plan, step), heard)
      const mine = saying(standing, ladder, due, now())
      const tellings = reached.people.map((person) =>
        tellingTo(standing, reached.rung ?? 'congressOffice', person, mine),
      )
      await tx.insert(Reminder, {
        id: newId(),
        townId: standing.suggestion.townId,
        suggestionId: id,
        channel: 'app',
        at: now(),
        personId: null,
        whom:
          reached.rung === null
            ? null
            : reached.people
                .map(({ name }) => name)
                .join('、')
                .slice(0, 200),
        said: reached.rung === null ? null : (tellings[0]?.text ?? null),
        answer: null,
        ladder,
        dueOn: due.on,
        step,
        rung: reached.rung,
        passed: reached.passed.join(','),
      })
      await tell(
        tx,
        [
          ...tellings,
          ...(await tellingAlso(
            tx,
            standing,
            alsoBetween(plan, before, step) as SuggestionParty[],
            tellings,
            mine,
          )),
        ],
        now(),
      )
    })
  } catch (error) {
    // Another instance took this step.
    if (!isDuplicate(error)) throw error
  }
}

/**
 * The first rung where somebody is bound. One that has heard it already ends the search: it knows. Where nobody at all
 * is bound the office finds the message once it is.
 */
async function reach(
  tx: Tx,
  standing: SuggestionStanding,
  candidates: readonly Rung[],
  heard: readonly (Rung | null)[],
): Promise<{ rung: Rung | null; people: RungPerson[]; passed: Rung[] }> {
  const passed: Rung[] = []
  for (const rung of candidates) {
    if (heard.includes(rung)) return { rung: null, people: [], passed }
    const bound = (await peopleOnRung(tx, standing, rung)).filter((person) => person.bound)
    if (bound.length > 0) return { rung, people: bound, passed }
    passed.push(rung)
  }
  const office = candidates.includes('congressOffice')
    ? await peopleOnRung(tx, standing, 'congressOffice')
    : []
  return { rung: null, people: office, passed }
}

type Saying = (party: SuggestionParty) => string

/** The sentence for each party: to whoever is awaited what to do, to others for whom it waits. */
function saying(standing: SuggestionStanding, ladder: Ladder, due: Due, now: Date): Saying {
  const { suggestion, turn } = standing
  const sentences = lateSentences[ladder === 'progress' ? 'progress' : 'suggestion']
  const awaited = ladder === 'progress' ? 'leadUnit' : turn
  const words = wordsOf(suggestion, now)
  return (party) => {
    const urgency = due.urgency === 'overdue' ? 'overdue' : 'dueSoon'
    return fill(sentences[party === awaited ? urgency : (`${urgency}ToOthers` as const)], {
      ...words,
      deadline: spokenDay(due.on, beijingDay(now)),
      unit: awaited === null || awaited === 'leadUnit' ? (words.unit ?? '') : parties[awaited],
    })
  }
}

function tellingTo(standing: SuggestionStanding, rung: Rung, { id }: RungPerson, say: Saying): Telling {
  const { suggestion, turn } = standing
  const party = rung === 'awaited' ? (turn ?? 'leadDeputy') : partyOfRung[rung]
  const theirs = rung === 'awaited' || party === turn
  return {
    ...about(suggestion, party, { kind: 'person', id }),
    text: say(party),
    push: pushOf(theirs ? latePushes[party] : undefined, theirs),
  }
}

async function tellingAlso(
  tx: Tx,
  { suggestion }: SuggestionStanding,
  also: readonly SuggestionParty[],
  told: readonly Telling[],
  say: Saying,
): Promise<Telling[]> {
  const tellings: Telling[] = []
  for (const party of also) {
    for (const recipient of await recipientsOf(tx, suggestion, party)) {
      if (told.some(({ recipientId }) => recipientId === recipient.id)) continue
      tellings.push({ ...about(suggestion, party, recipient), text: say(party), push: 'progress' })
    }
  }
  return tellings
}
