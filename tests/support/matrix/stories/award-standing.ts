import { showMatter } from '../../../../shared/api/work'
import {
  answerAppeal,
  appealDisqualification,
  disqualifyUnit,
} from '../../../../shared/matters/award-standing/endpoints'
import type { AwardStandingState } from '../../../../shared/matters/award-standing/states'
import { awardStandingTable } from '../../../../shared/matters/award-standing/table'
import { HandlingUnit } from '../../../../server/database/entities/people/handling-unit'
import { Post } from '../../../../server/database/entities/people/post'
import { newId } from '../../../../server/database/id'
import { beginStanding, knownOfUnit } from '../../../../server/matters/award-standing/follow'
import { bring } from '../../bring'
import type { TestServer } from '../../server'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

const decision = '第 12 次主席团会议决定。'
const decidedHow = '第 12 次主席团会议'
const appealed = { note: '两件因征地停工。' }
const unitPeople = ['unit', 'unitLeader', 'unitHead'] as const

/** Whose standing it is. */
const units = new Map<string, string>()

/** Each state is that of a unit of its own; the suggestions that count are moved from one to the next. */
async function live(server: TestServer, at: Peopled): Promise<Matter[]> {
  const { town, people } = at
  const params = { town: town.id }
  const rejected: string[] = []
  while (rejected.length < 3) rejected.push(await bring(server, town, 'escalated'))
  const move = (count: number, unit: string) =>
    server.database.transaction(async (tx) => {
      for (const id of rejected.slice(0, count))
        await tx.query('UPDATE suggestion_round SET lead_unit_id = ? WHERE suggestion_id = ?', [unit, id])
    })
  const standingOf = async (unit: string) => {
    const sql = 'SELECT id FROM award_standing WHERE handling_unit_id = ?'
    const [found] = await server.database.reader.query<{ id: string }[]>(sql, [unit])
    return found?.id ?? ''
  }
  const made: Matter[] = []
  const keep = async (state: AwardStandingState, unit: string) => {
    const id = await standingOf(unit)
    units.set(id, unit)
    const at = { ...params, kind: 'awardStanding' as const, id }
    const seen = await people.presidium.client.call(showMatter, { params: at })
    if (seen.state !== state) throw new Error(`the standing is ${seen.state}, not ${state}`)
    made.push({ id, state, name: state, version: seen.version })
  }
  const begin = (unitId: string) =>
    server.database.transaction(async (tx) => {
      const about = { townId: town.id, unitId, year: 2026, no: 1 }
      return beginStanding(tx, about, await knownOfUnit(tx, town.id, unitId), server.clock.now())
    })
  const disqualify = async (unit: string) => {
    await move(3, unit)
    await people.presidium.client.call(disqualifyUnit, {
      params: { ...params, unit },
      input: { decision, decidedHow },
    })
    return standingOf(unit)
  }
  const appeal = async (unit: string) => {
    const id = await disqualify(unit)
    await people.unit.client.call(appealDisqualification, { params: { ...params, id }, input: appealed })
    return id
  }
  const answer = async (unit: string, verdict: 'upheld' | 'lifted') => {
    const input = { verdict, text: '看过了。', decidedHow }
    const id = await appeal(unit)
    await people.presidium.client.call(answerAppeal, { params: { ...params, id }, input })
  }

  await server.run('clock')
  await keep('over', town.unitId)
  const clear = await addUnit(server, at)
  await begin(clear)
  await keep('clear', clear)
  const warned = await addUnit(server, at)
  await move(2, warned)
  await begin(warned)
  await server.run('clock')
  await keep('warned', warned)
  const disqualified = await addUnit(server, at)
  await disqualify(disqualified)
  await keep('disqualified', disqualified)
  const inAppeal = await addUnit(server, at)
  await appeal(inAppeal)
  await keep('appealed', inAppeal)
  for (const verdict of ['upheld', 'lifted'] as const) {
    const unit = await addUnit(server, at)
    await answer(unit, verdict)
    await keep(verdict, unit)
  }
  await move(3, town.unitId)
  return made
}

/** A unit with the same people in its posts. */
async function addUnit(server: TestServer, { town, people }: Peopled): Promise<string> {
  const unitId = newId()
  await server.database.transaction(async (tx) => {
    const facts = { unitKind: 'townOffice', supervisingBureau: null, position: 9 }
    await tx.insert(HandlingUnit, {
      id: unitId,
      townId: town.id,
      name: `镇第 ${unitId.slice(0, 4)} 所`,
      ...facts,
    })
    const kinds = { unit: 'unitClerk', unitLeader: 'unitLeader', unitHead: 'unitHead' } as const
    await tx.insert(
      Post,
      unitPeople.map((who) => ({
        id: newId(),
        townId: town.id,
        personId: people[who].id,
        postKind: kinds[who],
        handlingUnitId: unitId,
      })),
    )
  })
  return unitId
}

function standing(who: Who) {
  if ((unitPeople as readonly Who[]).includes(who)) return ['handlingUnit']
  if (who === 'presidium') return ['presidium']
  return who === 'office' ? ['congressOffice'] : 'not_found'
}

const at = (name: string, id: string): Record<string, string> => ({ [name]: id })
const isDecided = (state: string) => !['clear', 'warned', 'over'].includes(state)

export const awardStandingStory: Story = {
  table: awardStandingTable,
  steps: { disqualify: disqualifyUnit, appeal: appealDisqualification, answer: answerAppeal },
  show: showMatter,
  live,
  standing,
  shut(action, { state }) {
    if (action === 'appeal') return state === 'disqualified' ? undefined : 'appeal_sent'
    if (action === 'answer') return state === 'appealed' ? undefined : 'no_open_appeal'
    if (state === 'over') return undefined
    return isDecided(state) && state !== 'lifted' ? 'standing_recorded' : 'standing_within_limit'
  },
  // What was lifted is history: a further decision begins anew, and too few count for it here.
  said: (action, _, { state }, told) =>
    action === 'disqualify' && state === 'lifted' && told === 'wrong_state' ? 'standing_within_limit' : told,
  form: (_, action) =>
    action === 'disqualify'
      ? { decision, decidedHow }
      : action === 'appeal'
        ? appealed
        : { verdict: 'upheld', text: '看过了。', decidedHow },
  question: (_, action, { id }, form) => ({
    params: action === 'disqualify' ? at('unit', units.get(id) ?? '') : at('id', id),
    query: {},
    input: form,
  }),
  facts: () => ({}),
  seenOnItsPage: true,
}
