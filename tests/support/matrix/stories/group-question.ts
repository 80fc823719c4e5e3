import { groupQuestionSteps, showGroupQuestion } from '../../../../shared/matters/group-question/endpoints'
import { type GroupQuestionState, groupQuestionTable } from '../../../../shared/matters/group-question/table'
import { GroupAnswer } from '../../../../server/database/entities/matters/group-answer'
import { GroupQuestion } from '../../../../server/database/entities/matters/group-question'
import { newId } from '../../../../server/database/id'
import { begin } from '../../../../server/engine/begin'
import { refresh } from '../../../../server/engine/refresh'
import { ruleSetNow } from '../../../../server/features/rules/rule-set'
import { kind } from '../../../../server/matters/group-question/kind'
import { addGroup } from '../../group'
import type { TestServer } from '../../server'
import type { TestTown } from '../../town'
import { type Peopled, type Who, working } from '../people'
import type { Matter, Story } from '../story'
import { groupOf } from './meeting'

/** A question to the one group of the town, and to one that nobody sits in, so that one answer is not the last. */
export async function newGroupQuestion(
  server: TestServer,
  town: TestTown,
  state: GroupQuestionState = 'asking',
) {
  const known = await groupOf(server, town)
  if (!known) await addGroup(server, town, [town.deputy])
  const groupId = (await groupOf(server, town)) ?? ''
  const [id, otherId] = [newId(), newId()]
  const now = server.clock.now()
  await server.database.transaction(async (tx) => {
    await tx.query(
      'INSERT INTO deputy_group (id, town_id, name, position, ended_on) VALUES (?, ?, ?, 90, ?)',
      [...[otherId, town.id, `并掉的小组${otherId.slice(0, 6)}`, '2026-11-01']],
    )
    await tx.insert(GroupQuestion, {
      ...{ id, townId: town.id, question: '集镇停车怎么管？', until: '2026-12-20' },
      ruleSetId: await ruleSetNow(tx, town.id, now),
    })
    const nothing = { inFavour: null, against: null, noOpinion: null, reasons: null, proposals: null }
    for (const [position, deputyGroupId] of [groupId, otherId].entries())
      await tx.insert(GroupAnswer, {
        ...{ id: newId(), groupQuestionId: id, deputyGroupId, position },
        ...{ ...nothing, answeredAt: null },
      })
    await begin(tx, kind, { id, townId: town.id }, { party: 'congressOffice', personId: town.office.id }, now)
    if (state !== 'asking') {
      await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
      await refresh(tx, groupQuestionTable.kind, town.id, id, now)
    }
  })
  return { id, groupId }
}

const groups = new Map<string, string>()

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  for (const state of Object.keys(groupQuestionTable.states) as GroupQuestionState[]) {
    const { id, groupId } = await newGroupQuestion(server, town, state)
    groups.set(id, groupId)
    made.push({ id, state, name: state, version: 0 })
  }
  return made
}

const answer = { inFavour: 8, against: 1, noOpinion: 0, reasons: '路太窄' }
export const groupQuestionForms = (groupId: string) => ({
  answer,
  answerForGroup: { ...answer, groupId },
  close: { reason: '县里已经定了' },
})

export const groupQuestionStory: Story = {
  table: groupQuestionTable,
  steps: groupQuestionSteps,
  show: showGroupQuestion,
  live,
  standing(who) {
    if (who === 'office') return ['congressOffice']
    if (who === 'presidium') return ['presidium']
    // Of the one group its leader, and whoever sits in it.
    if (who === 'leader') return ['groupLeader', 'groupMember']
    if (who === 'deputy') return ['groupMember']
    return (working as readonly Who[]).includes(who) ? 'not_found' : 'not_allowed'
  },
  shut: () => undefined,
  form(_, action, { id }) {
    const forms = groupQuestionForms(groups.get(id) ?? '')
    return forms[action as keyof typeof forms]
  },
  facts: () => ({}),
}
