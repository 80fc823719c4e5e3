import type { InputOf } from '../../../shared/grammar/endpoint'
import type { askGroups } from '../../../shared/matters/group-question/endpoints'
import { askedTells, groupQuestionTable } from '../../../shared/matters/group-question/table'
import { wrongField } from '../../../shared/words/refusals'
import { GroupAnswer } from '../../database/entities/matters/group-answer'
import { GroupQuestion } from '../../database/entities/matters/group-question'
import { newId } from '../../database/id'
import { insertMany } from '../../database/insert-many'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import { tellParties } from '../../engine/tell-parties'
import { ruleSetNow } from '../../features/rules/rule-set'
import type { Actor } from '../../http/actor'
import { kind } from './kind'
import type { QuestionRecord } from './record'

/** Puts one question to all groups. @returns its id @throws Refusal `bad_input` */
export async function startQuestion(
  tx: Tx,
  actor: Actor,
  { question, until }: InputOf<typeof askGroups>,
  now: Date,
): Promise<string> {
  const { townId, person, roles } = actor
  const groups = await tx.query<{ id: string }[]>(
    'SELECT id FROM deputy_group WHERE town_id = ? AND ended_on IS NULL ORDER BY position, id',
    [townId],
  )
  if (groups.length === 0) throw wrongField('question', '还没有代表小组，请先登记小组。')
  const id = newId()
  await tx.insert(GroupQuestion, {
    id,
    townId,
    question,
    until,
    ruleSetId: await ruleSetNow(tx, townId, now),
  })
  const nothing = { inFavour: null, against: null, noOpinion: null, reasons: null, proposals: null }
  await insertMany(
    tx,
    GroupAnswer,
    groups.map((group, position) => ({
      ...{ id: newId(), groupQuestionId: id, deputyGroupId: group.id, position },
      ...{ ...nothing, answeredAt: null },
    })),
  )
  const party = roles.includes('congressOffice') ? 'congressOffice' : 'presidium'
  const first = { party, personId: person?.id ?? null, note: question } as const
  const { record, holders } = await begin(tx, kind, { id, townId }, first, now)
  await tellParties(
    tx,
    { tells: askedTells },
    {
      ...{ kind, record, holders, action: 'start', asker: actor, now },
      ...{
        turn: groupQuestionTable.states.asking.waitsFor,
        words: kind.words(record as QuestionRecord, now),
      },
    },
  )
  return id
}
