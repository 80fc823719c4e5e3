import type { InputOf } from '../../../shared/grammar/endpoint'
import type { proposeWarning } from '../../../shared/matters/duty-warning/endpoints'
import { dutyWarningTable, proposedTells } from '../../../shared/matters/duty-warning/table'
import { factsHelp, factsIn } from '../../../shared/matters/duty-warning/words'
import { beijingDay } from '../../../shared/rules/days'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { DutyWarning } from '../../database/entities/matters/duty-warning'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import { tellParties } from '../../engine/tell-parties'
import { deputyInTown } from '../../features/people/in-town'
import type { Actor } from '../../http/actor'
import { kind } from './kind'
import { type DutyWarningRecord, readPresidium } from './record'

/** Facts are written down, for the chair to look at. @returns its id @throws Refusal `bad_input`, `not_your_step` */
export async function startWarning(
  tx: Tx,
  actor: Actor,
  { deputyId, facts, text }: InputOf<typeof proposeWarning>,
  now: Date,
): Promise<string> {
  const { townId, person, roles } = actor
  const chair = (await readPresidium(tx, townId)).find(({ chairs }) => chairs)
  if (!roles.includes('congressOffice') && chair?.id !== person?.id) throw new Refusal('not_your_step')
  await deputyInTown(tx, townId, deputyId)
  if (chair === undefined) throw wrongField('deputyId', '名册里还没有主席团成员，请先在“任职”里登记。')
  if (chair.id === deputyId) throw wrongField('deputyId', '主席本人的事不在这里办，请报上一级人大常委会。')
  const said = factsIn(facts)
  if (said === undefined) throw wrongField('facts', factsHelp)
  if (said.some(({ on }) => on > beijingDay(now))) throw wrongField('facts', '有一件的日期还没有到，请核对。')
  const id = newId()
  await tx.insert(DutyWarning, {
    ...{ id, townId, deputyId, chairId: chair.id, facts, text, reply: null, replyWay: null },
    ...{ talkedOn: null, memberId: null, talkOther: null, talkPlace: null },
    ...{ decisionText: null, decidedHow: null, endsOn: null },
  })
  const party = roles.includes('congressOffice') ? 'congressOffice' : 'chair'
  const first = { party, personId: person?.id ?? null } as const
  const { record, holders } = await begin(tx, kind, { id, townId }, first, now)
  await tellParties(
    tx,
    { tells: proposedTells, pushes: { chair: 'task' } },
    {
      ...{ kind, record, holders, action: 'start', asker: actor, now },
      turn: dutyWarningTable.states.proposed.waitsFor,
      words: kind.words(record as DutyWarningRecord, now),
    },
  )
  return id
}
