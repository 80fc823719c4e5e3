import { happenedOn } from '../../shared/grammar/days-in'
import { decide } from '../../shared/grammar/decide'
import { beijingDay, sameTimeOn } from '../../shared/rules/days'
import { fill, type MessageWords } from '../../shared/words/messages'
import type { Party } from '../../shared/words/parties'
import { decidedKept } from '../../shared/words/words'
import { Refusal } from '../../shared/words/refusals'
import { Matter } from '../database/entities/matters/matter'
import type { Reader, Tx } from '../database/source'
import { GivenUp } from '../database/sql-errors'
import { atOnce } from '../database/together'
import { inTown, wake } from '../database/waking'
import { takeAskStep } from './asks/take'
import { standingAlone } from './awaited'
import { personIdOf } from './begin'
import { writeEvents } from './events'
import { holdersIn } from './asks/facts'
import { type Holder, isOf, nameIn } from './holders'
import {
  type AnyKind,
  type Asker,
  type Follow,
  type Form,
  type Kind,
  type MatterRecord,
  systemOf,
} from './kind'
import { kindNamed } from './known-kinds'
import { refreshRead } from './refresh'
import { type AnyRow, type AnyStanding, refuseBeforeBegun, refuseTooLate } from './refuse-days'
import { staleStep } from './stale-step'
import { digestOfForm, refuseSaidAgain } from './said-again'
import { type MatterStanding, partiesAmong, standingIn, standingNow, standingOf } from './standing'
import { tellTogether } from './tell'
import { tellParties } from './tell-parties'
import { type TypedFor, typedFor, undoOf } from './typed-for'

/** A step as it is asked for: which version of the matter somebody looked at, and what they filled in. */
export interface AskedStep {
  /** Where it follows from another step, nobody has looked: it is taken at the version that the matter has. */
  version?: number
  form: Form
  /** For effects that seal something. */
  secretKey?: string
}

/**
 * Takes one step of a table, all in `tx`: decided by the rows, moved only if nobody moved it first, then what the step
 * changes besides, the event, what follows from it for lists and clock, who is told, and what follows in other matters.
 * @returns what the answer shows: it, or the matter that the step leads to
 * @throws Refusal `not_found`, `stale`, and whatever the table says
 */
export async function act<
  S extends string,
  A extends string,
  P extends Party,
  G extends string,
  R extends MatterRecord<S>,
>(
  tx: Tx,
  kind: Kind<S, A, P, G, R>,
  asker: Asker,
  id: string,
  action: string,
  step: AskedStep,
  now: Date,
): Promise<Taken<S, P, G, R>> {
  const taken = await tellTogether(tx, () => take(tx, kind, asker, id, action, step, now))
  return taken as unknown as Taken<S, P, G, R>
}

/** What a step has led to. */
export interface Taken<S extends string, P extends Party, G extends string, R> {
  id: string
  /** How the asker stands to it then, once all is kept; a step may leave them with no part in it. */
  standing(reader: Reader): Promise<MatterStanding<S, P, G, R>>
}

async function take(
  tx: Tx,
  kind: AnyKind,
  asker: Asker,
  id: string,
  action: string,
  step: AskedStep,
  now: Date,
): Promise<Taken<string, Party, string, MatterRecord>> {
  const { table } = kind
  const standing = await standingOf(tx, kind, asker, id, now, { moves: true })
  const { record, parties } = standing
  if (step.version !== undefined && record.version !== step.version)
    throw await staleStep(tx, table, standing, step.version, now)
  const to = decide(table, action, standing, step.form)
  const row = table.actions[action] as AnyRow
  refuseBeforeBegun(row, step.form, kind.begunOn?.(record) ?? null)
  refuseTooLate(row, standing, step.form, kind.words(record, now))
  const at = sameTimeOn(happenedOn(row.input, step.form) ?? beijingDay(now), now)
  const moved = await tx.update(
    Matter,
    { id, version: record.version },
    {
      state: to,
      version: record.version + 1,
      ...(countsAnew(row, record.state, to) ? { stateSince: at } : {}),
    },
  )
  if (moved.affected !== 1) throw new Refusal('stale')
  wake(tx, table.kind)
  inTown(tx, record.townId)

  const { calendar } = standing.at
  /** Nothing else moved that this one may show. */
  let alone = true
  let leadsTo = id
  const typed = await typedFor(tx, kind, standing, row, step.form)
  const own = row.byWordOf?.step ?? action
  const effect = {
    tx,
    record,
    action: own,
    to,
    asker,
    parties,
    form: step.form,
    calendar,
    now,
    at,
    secretKey: step.secretKey ?? '',
    leadTo: (other: string) => {
      leadsTo = other
    },
    take: (other: Follow & { asker?: Asker }) => {
      alone = false
      return follow(tx, kind, other.asker ?? asker, other, now)
    },
  }
  const decidedHow = (await kind.everyStep?.(effect))?.decidedHow ?? step.form.decidedHow
  const { taken, words: asked } = await takeAskStep(kind, effect, standing.at)
  const changes = row.putsBack !== undefined ? undoOf(kind, record) : kind.effects[own]
  const changed = await changes?.(taken === undefined ? effect : { ...effect, asked: taken })
  const said = { ...asked, ...changed, ...typed?.words }

  const after = await kind.read(tx, record.townId, id, { action, from: record.state, to, at: now })
  if (after === undefined) throw new GivenUp(`${table.kind} ${id} is gone after ${action}`)
  const words = { ...kind.words(after, now), ...said }
  await recordEvent(tx, kind, {
    action,
    row,
    to,
    standing,
    asker,
    step,
    words,
    after,
    at,
    now,
    typed,
    decidedHow,
  })
  const { holders } = await refreshRead(tx, kind, after, calendar, now)
  const { turn } = standingAlone(kind, after, calendar, now)
  const before = row.tellsLeft === undefined ? {} : await holdersIn(tx, kind, record)
  const moves = { action, before: record, from: record.state, to, now }
  // None of these waits for another, so that what they ask first is asked in one statement.
  const [, , follows = []] = await atOnce(tx, () =>
    Promise.all([
      tellParties(tx, row, { kind, record: after, holders, before, action, asker, turn, words, now }),
      kind.sent?.(tx, after, { action: own, at: standing.at }),
      kind.follows?.(tx, after, moves),
    ]),
  )
  for (const next of follows) {
    alone = false
    await follow(tx, kind, systemOf(record.townId), next, now)
  }
  const isKnown = alone && leadsTo === id
  return {
    id: leadsTo,
    standing: async (reader) =>
      isKnown
        ? standingIn(kind, after, asker, partiesAmong(holders, asker), calendar, now)
        : standingNow(reader, kind, asker, leadsTo, now),
  }
}

/** A state has its own time, unless the step says otherwise. */
const countsAnew = ({ renews, keepsTime }: AnyRow, from: string, to: string) =>
  renews === true || (to !== from && keepsTime !== true)

/** A step of another matter at the version that it has now. */
async function follow(
  tx: Tx,
  own: AnyKind,
  asker: Asker,
  { kind: name, id, action, form = {} }: Follow,
  now: Date,
) {
  const kind = name === undefined ? own : kindNamed(name)
  await act(tx, kind, asker, id, action, { form }, now)
}

/** The event that keeps this step for good; its number is the new version. */
async function recordEvent(
  tx: Tx,
  kind: AnyKind,
  done: {
    action: string
    row: AnyRow
    to: string
    standing: AnyStanding
    asker: Asker
    step: AskedStep
    words: Partial<MessageWords>
    after: MatterRecord
    at: Date
    now: Date
    typed: TypedFor | undefined
    decidedHow: unknown
  },
) {
  const { action, row, to, standing, asker, step, words, after, at, now, typed, decidedHow } = done
  const { record, holders } = standing
  const said = kind.note === undefined ? (words.reason ?? null) : kind.note(step.form, words)
  const decided = typeof decidedHow === 'string' ? decidedKept(decidedHow) : null
  const note = [said, decided, typed?.evidence].filter(Boolean).join('　') || null
  const personId = personIdOf(asker)
  // A way round whoever is silent changes who it is; it says nothing. What corrects is compared with what stands.
  const mayRepeat = to === record.state && row.insteadOf === undefined && row.takesBack === undefined
  const saidDigest = mayRepeat ? digestOfForm(record.id, step.form) : null
  if (mayRepeat) {
    const before = { matterId: record.id, kind: kind.table.kind, version: record.version }
    await refuseSaidAgain(tx, { ...before, action, personId, note, saidDigest }, now)
  }
  const party = row.by.find((one) => holders.has(one)) ?? 'system'
  const line = row.publicLine === undefined ? null : fill(row.publicLine, words)
  await writeEvents(
    tx,
    [
      {
        townId: record.townId,
        kind: kind.table.kind,
        matterId: record.id,
        version: record.version + 1,
        action,
        fromState: record.state,
        toState: to,
        party,
        personId,
        onDay: beijingDay(at),
        unitId: unitBehind(holders.get(party)),
        ...typed?.kept,
        note,
        saidDigest,
        publicLine: line,
        lineCheckId:
          line === null
            ? null
            : ((await kind.checkLine?.(tx, {
                record: after,
                action,
                asker,
                words,
                calendar: standing.at.calendar,
                now,
                line,
              })) ?? null),
      },
    ],
    now,
  )
}

const unitBehind = (holder: Holder | undefined) =>
  holder !== undefined && isOf('unit', holder) ? nameIn(holder) : null
