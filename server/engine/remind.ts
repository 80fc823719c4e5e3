import { beijingDay, spokenDay } from '../../shared/rules/days'
import { type LadderPlan, ladders, partyOfRung, type Rung } from '../../shared/grammar/ladder'
import { alsoBetween, isWeekly, stepOn } from '../../shared/grammar/ladder-steps'
import {
  fill,
  type LateSentence,
  type LateSentences,
  latePushes,
  lateSentences,
  type MessageWords,
  pushOf,
} from '../../shared/words/messages'
import { workPage } from '../../shared/words/pages'
import { parties, type Party } from '../../shared/words/parties'
import { MatterTold } from '../database/entities/matters/matter-told'
import type { Tx } from '../database/source'
import { sqlInstant } from '../database/sql'
import type { Clock } from './awaited'
import { type Holder, peopleBehind } from './holders'
import { forgetKept } from './kept'
import type { AnyKind, Holders, MatterRecord } from './kind'
import { reach } from './rungs'
import type { MatterStanding } from './standing'
import { tell } from './tell'
import type { Telling } from './telling'
import { about } from './tell-parties'

type AnyStanding = MatterStanding<string, Party, string, MatterRecord>

/**
 * Takes the highest step of a ladder that has come, once. Each rung is told once for a deadline, and after them one
 * of them every week; where nobody is bound on a rung the next hears it instead.
 * @returns whether there was a step to take
 */
export async function remind(
  tx: Tx,
  kind: AnyKind,
  standing: AnyStanding,
  holders: Holders<Party>,
  clock: Clock,
): Promise<boolean> {
  const { ladder, due, party, side } = clock
  const { record } = standing
  const { now } = standing.at
  const plan: LadderPlan = ladders[ladder]
  const step = stepOn(plan, due, now)
  if (step < 0) return false
  const told = await tx.query<{ step: number; rung: Rung | null }[]>(
    'SELECT step, rung FROM matter_told WHERE matter_id = ? AND ladder = ? AND late_from = ?',
    [record.id, ladder, sqlInstant(due.lateFrom)],
  )
  const before = Math.max(-1, ...told.map((one) => Number(one.step)))
  if (before >= step) return false

  const awaited = side?.holders ?? holders[party] ?? []
  const heard = isWeekly(plan, step) ? [] : told.map(({ rung }) => rung)
  const reached = await reach(tx, kind, record, holders, awaited, { ladder, step, heard })
  const say = saying(kind, standing, clock)
  const tellings = reached.people.map((reader): Telling => {
    const rung = reached.rung ?? 'congressOffice'
    const as = partyOfRung(rung, party)
    const theirs = as === party
    return {
      ...about(kind, record, as, reader),
      ...say(as),
      push: pushOf(theirs ? latePushes[as] : undefined, theirs),
    }
  })
  forgetKept(tx, record.id)
  await tx.insert(MatterTold, {
    matterId: record.id,
    ladder,
    lateFrom: due.lateFrom,
    step,
    rung: reached.rung,
    toldAt: now,
  })
  await kind.told?.(tx, record, {
    ...{ ladder, ask: side?.ask, due, step, rung: reached.rung, passed: reached.passed, now },
    people: reached.people,
    text: tellings[0]?.text ?? null,
  })
  const others = alsoBetween(plan, before, step).map((one) => (one === 'awaited' ? party : one))
  const wanted = new Map(others.map((one) => [one, one === party ? awaited : (holders[one] ?? [])]))
  const also = await tellingAlso(tx, kind, record, wanted, tellings, (as) => ({
    ...say(as),
    push: pushOf(as === party ? latePushes[as] : undefined, as === party),
  }))
  await tell(tx, [...tellings, ...also], now)
  return true
}

/** The sentence for each party: to whoever is awaited what to do, to others for whom it waits. */
function saying(
  kind: AnyKind,
  { record, state, at }: AnyStanding,
  { due, party, side, says, ladder }: Clock,
) {
  const sentences: Required<LateSentences> = { ...lateSentences.suggestion, together: {}, ...says }
  const words: Partial<MessageWords> = { ...kind.words(record, at.now), ...side?.words }
  const urgency = due.urgency === 'overdue' ? 'overdue' : 'dueSoon'
  const filled = {
    ...words,
    deadline: spokenDay(due.on, beijingDay(at.now)),
    unit: side?.words?.unit ?? (party === 'leadUnit' ? (words.unit ?? '') : parties[party]),
  }
  return (reader: Party): Pick<Telling, 'text' | 'together' | 'reminder'> => {
    const name: LateSentence = reader === party ? urgency : `${urgency}ToOthers`
    const many = sentences.together[name]
    const narrowed = {
      ...{ kind: kind.table.kind, lane: reader === party ? 'mine' : 'others' },
      ...(side === undefined ? { state } : {}),
      ...(urgency === 'overdue' ? { overdue: 'yes' } : {}),
    }
    const together = many && {
      name: [kind.table.kind, side === undefined ? state : ladder, name].join(' '),
      says: (count: number) => fill(many, { ...filled, count: String(count) }),
      page: workPage(record.townId, narrowed),
    }
    return { text: fill(sentences[name], filled), reminder: urgency, ...(together ? { together } : {}) }
  }
}

async function tellingAlso(
  tx: Tx,
  kind: AnyKind,
  record: MatterRecord,
  also: ReadonlyMap<Party, readonly Holder[]>,
  told: readonly Telling[],
  say: (party: Party) => Pick<Telling, 'text' | 'push' | 'together' | 'reminder'>,
): Promise<Telling[]> {
  const wanted = [...also.values()].flat()
  if (wanted.length === 0) return []
  const people = await peopleBehind(tx, record.townId, [...new Set(wanted)])
  const tellings: Telling[] = []
  const heard = new Set(told.map(({ recipientId }) => recipientId))
  for (const [party, holders] of also) {
    for (const reader of people) {
      if (!holders.includes(reader.holder) || heard.has(reader.id)) continue
      heard.add(reader.id)
      tellings.push({ ...about(kind, record, party, reader), ...say(party) })
    }
  }
  return tellings
}
