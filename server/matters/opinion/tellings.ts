import { type OpinionState, uncheckedStates } from '../../../shared/matters/opinion/table'
import type { ToldHowAction } from '../../../shared/matters/told-how/table'
import { spokenWays, type SpokenWay } from '../../../shared/words/words'
import { type Form, type StepOf, systemOf } from '../../engine/kind'
import { beginTelling } from '../told-how/begin'
import { kind as toldHow } from '../told-how/kind'
import type { OpinionRecord } from './record'

/** How they were told, where they answer to it through somebody who types. */
const toldBy = { phone: 'phone', paper: 'letter', inPerson: 'inPerson' } as const satisfies Record<
  SpokenWay,
  string
>
const officeAnswers: readonly OpinionState[] = ['deputyAway', 'deputyLeft', 'unsolvedAgain']

/** Where no deputy could, the office has answered itself. */
export const answeredByOffice = ({ explanation, wordsById, deputyId, writtenIn }: OpinionRecord) =>
  explanation !== null && wordsById !== deputyId && officeAnswers.includes(writtenIn ?? 'received')

/** Whoever it is about is owed the word of every end; who answers to it has heard it, and what goes on is told later. */
export async function followTelling(step: StepOf<OpinionRecord>) {
  const { tx, record, to, now } = step
  const { townId, id: opinionId, state, deputyActs, deputyBound } = record
  if (to === 'closed' && (uncheckedStates as readonly string[]).includes(state)) {
    const noDeputy = Number(deputyActs) === 0 || Number(deputyBound) === 0
    await beginTelling(tx, { townId, opinionId, byOffice: noDeputy || answeredByOffice(record) }, now)
  }
  const id = record.untoldId
  if (state !== 'closed' || id === null) return
  const system = systemOf(townId)
  const take = (action: ToldHowAction, form: Form = {}) =>
    step.take({ kind: toldHow.table.kind, id, action, form, asker: system })
  const { spokeHow, spokeOn } = step.form
  if (typeof spokeHow === 'string' && spokeHow in spokenWays) {
    const on = record.endedOn !== null && String(spokeOn) < record.endedOn ? record.endedOn : spokeOn
    await take('heard', { how: toldBy[spokeHow as SpokenWay], on })
  } else if (step.parties.has('resident')) await take('opened')
  else if (to !== 'closed') await take('reopen')
}
