import { activitySteps, announceActivity, showActivity } from '../../../../shared/matters/activity/endpoints'
import { type ActivityState, activityTable } from '../../../../shared/matters/activity/table'
import { newId } from '../../../../server/database/id'
import { refresh } from '../../../../server/engine/refresh'
import type { TestServer } from '../../server'
import type { TestPerson, TestTown } from '../../town'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

/** A notice for a group, on the day itself: one may be held as well. */
export const oneActivity = {
  ...{ activityKind: 'groupOuting', title: '清沟', day: '2026-11-23', meetAt: '8:30', place: '活动室' },
  ...{ purpose: '把村东头的沟清一清。', openTo: 'groups', shortNoticeReason: '明天有大雨' },
} as const

interface Far {
  state: ActivityState
  day?: string
  /** What the deputy has said of coming. */
  said?: 'comes' | 'notThisTime'
  called?: boolean
  activityKind?: 'inspection'
}

/** One of the group of a leader, or of the office for the deputies of the town by name. */
export async function newActivity(server: TestServer, town: TestTown, by: TestPerson, far: Far) {
  const { state, day = oneActivity.day, said, called = state !== 'planned', activityKind } = far
  const those = by === town.office ? { openTo: 'named', deputyIds: [town.deputy.id, town.coSigner.id] } : {}
  const { id } = await by.client.call(announceActivity, {
    params: { town: town.id },
    input: {
      ...oneActivity,
      ...those,
      ...(activityKind ? { activityKind, sites: '村东头' } : {}),
      day,
      title: `清沟${newId().slice(-6)}`,
    },
  })
  await server.database.transaction(async (tx) => {
    if (said !== undefined)
      await tx.query('UPDATE ask SET answer = ?, answered_at = ? WHERE matter_id = ? AND holder = ?', [
        ...[JSON.stringify({ attends: said }), '2026-11-23 01:00:00.000', id, `person:${town.deputy.id}`],
      ])
    if (called)
      await tx.query(
        `UPDATE activity_person SET source = 'clerk', noted_at = '2026-11-23 02:00:00.000',
           came = CASE WHEN person_id = ? THEN 1 ELSE 0 END WHERE activity_id = ?`,
        [town.deputy.id, id],
      )
    await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
    await refresh(tx, activityTable.kind, town.id, id, server.clock.now())
  })
  return { id }
}

const inspecting = ', an inspection'
const findingNoted = ', something found'
/** What was noted there, by the activity. */
const noted = new Map<string, string>()
const ahead = ', ahead'
const called = ', called'
const comes = ', the deputy comes'
const stays = ', the deputy stays away'

async function live(server: TestServer, { town, people }: Peopled): Promise<Matter[]> {
  const wanted: [name: string, far: Far][] = [
    ['planned', { state: 'planned' }],
    [`planned${inspecting}`, { state: 'planned', activityKind: 'inspection' }],
    [`planned${inspecting}${called}`, { state: 'planned', activityKind: 'inspection', called: true }],
    [`held${inspecting}`, { state: 'held', activityKind: 'inspection' }],
    [`planned${called}`, { state: 'planned', called: true }],
    [`planned${comes}`, { state: 'planned', said: 'comes' }],
    [`planned${stays}`, { state: 'planned', said: 'notThisTime' }],
    [`planned${ahead}`, { state: 'planned', day: '2026-12-10' }],
    ...(['held', 'reporting', 'closed', 'calledOff'] as const).map((state): [string, Far] => [
      state,
      { state, called: state !== 'calledOff' },
    ]),
  ]
  const made: Matter[] = []
  for (const [name, far] of wanted) {
    const { id } = await newActivity(server, town, people.leader, far)
    made.push({ id, name, state: far.state, version: 0 })
  }
  const found = await newActivity(server, town, people.leader, { state: 'held', activityKind: 'inspection' })
  const { findings, version } = await people.leader.client.call(activitySteps.noteFinding, {
    params: { town: town.id, id: found.id },
    input: { version: 0, form: { ...activityForms(town).noteFinding, seen: '应急灯不亮' } },
  })
  noted.set(found.id, findings[0]?.id ?? '')
  made.push({ ...found, name: `held${inspecting}${findingNoted}`, state: 'held', version })
  return made
}

function standing(who: Who, { name }: Matter) {
  const wasCalled =
    name.endsWith(called) || ['held', 'reporting', 'closed'].some((one) => name.startsWith(one))
  if (who === 'leader') return ['convener', 'expected']
  if (who === 'deputy') return wasCalled ? ['expected', 'attendee'] : ['expected']
  if (who === 'office') return ['congressOffice']
  if (who === 'presidium') return ['presidium']
  return who === 'coSigner' || who === 'otherDeputy' ? 'not_found' : 'not_allowed'
}

/** The leader has said so by asking the others; the deputy as the name says. */
function shutOfWords(action: string, name: string, who?: Who) {
  const isComing = who === 'leader' || name.endsWith(comes)
  const isAway = who !== 'leader' && name.endsWith(stays)
  if (action === 'come' || action === 'notThisTime') return isComing || isAway ? 'join_said' : undefined
  if (action === 'leave') return isComing ? undefined : 'join_not_accepted'
  return isAway ? undefined : 'join_not_declined'
}

export const activityForms = (town: TestTown) => ({
  come: {},
  notThisTime: {},
  leave: { reason: '外出' },
  comeAfterAll: {},
  stopAsking: { reason: '明天就去' },
  sayForThem: { expectedId: town.deputy.id, attends: 'comes' },
  move: { day: '2026-12-11', meetAt: '8:30', place: '活动室', reason: '大雨' },
  callOff: { reason: '大雨' },
  callRoll: { presentIds: [town.deputy.id], source: 'paper' },
  amendRoll: { presentIds: [town.deputy.id], source: 'paper' },
  done: {},
  listQuestions: { questions: '多久查一次？\n谁查的？\n记在哪里？' },
  changeQuestions: { questions: '多久查一次？\n谁查的？\n记在哪里？' },
  standAside: { concerned: true },
  noteFinding: { seen: '灭火器过期两具', problem: '没有按时检查', unitId: town.unitId, dueOn: '2026-12-20' },
  dropFinding: { findingId: '0'.repeat(26) },
  report: { report: '把村东头的沟清了三百米，挖出来的泥都拉走了。' },
})

const ofInspections = ['listQuestions', 'changeQuestions', 'standAside', 'noteFinding', 'dropFinding']
const noFindingBecause = '三处都看过了，灭火器、应急灯、值班记录一样一样查过，都在有效期里。'
const words = ['come', 'notThisTime', 'leave', 'comeAfterAll']

export const activityStory: Story = {
  table: activityTable,
  steps: activitySteps,
  show: showActivity,
  live,
  standing,
  shut(action, { name }, who) {
    const isInspection = name.includes(inspecting)
    if (ofInspections.includes(action) && !isInspection) return 'not_an_inspection'
    if (action === 'dropFinding') return name.endsWith(findingNoted) ? undefined : 'nothing_found_here'
    // The leader has answered by asking, so that nobody is left to be asked.
    if (action === 'stopAsking' && (name.endsWith(comes) || name.endsWith(stays))) return 'no_open_question'
    if (words.includes(action)) return shutOfWords(action, name, who)
    if (action !== 'callRoll' && action !== 'done') return undefined
    if (name.endsWith(ahead)) return 'activity_ahead'
    if (action === 'callRoll') return undefined
    if (!name.endsWith(called)) return 'activity_roll_missing'
    return isInspection ? 'questions_missing' : undefined
  },
  form({ town }, action, { id, name }) {
    if (action === 'dropFinding' && noted.has(id)) return { findingId: noted.get(id) }
    const form = activityForms(town)[action as keyof ReturnType<typeof activityForms>]
    return action === 'report' && name.endsWith(inspecting) ? { ...form, noFindingBecause } : form
  },
  facts: ({ name }) =>
    name.endsWith(findingNoted) ? { found: 'some', rectified: 'some' } : { found: 'none', rectified: 'all' },
}
