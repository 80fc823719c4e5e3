import { meetingSteps, showMeetingMatter } from '../../../../shared/matters/meeting/endpoints'
import { type MeetingState, meetingTable } from '../../../../shared/matters/meeting/table'
import type { ReviewDecision } from '../../../../shared/matters/meeting/words'
import { writeOpinion } from '../../../../shared/matters/opinion/endpoints'
import { Ask } from '../../../../server/database/entities/matters/ask'
import { newId } from '../../../../server/database/id'
import { refresh } from '../../../../server/engine/refresh'
import { beginMeeting } from '../../../../server/matters/meeting/plan'
import { bring } from '../../bring'
import type { TestServer } from '../../server'
import type { TestPerson, TestTown } from '../../town'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'
import { bodyForms, formOfBody, isOfBody, liveBodies, shutInBody, standingToBody } from './body-meeting'

/** How far one is: whether the roll was called, and what was decided of the one opinion on its list. */
interface Far {
  state: MeetingState
  called?: boolean
  decision?: ReviewDecision
  /** Who has asked for leave; everybody has been asked whether they come. */
  leaveOf?: string
  /** Who was not there by the roll, and whether they have asked for leave since. */
  away?: string
  asksAfter?: true
  /** The last day of its quarter; those of this one are planned by people. */
  heldBy?: string
}

/** A message of a villager to the deputy, who is of a group. */
async function opinionFor(server: TestServer, town: TestTown): Promise<string> {
  const { id } = await town.villager.client.call(writeOpinion, {
    params: { town: town.id },
    input: {
      deputyId: town.deputy.id,
      kind: 'report',
      text: `路灯不亮 ${newId().slice(0, 6)}。`,
      again: true,
    },
  })
  await server.run('checkOpinions')
  return id
}

export async function groupOf(server: TestServer, town: TestTown): Promise<string> {
  const [group] = await server.database.reader.query<{ id: string }[]>(
    'SELECT deputy_group_id AS id FROM person WHERE id = ?',
    [town.deputy.id],
  )
  return group?.id ?? ''
}

/** A meeting of the group of the deputy, with one opinion on its list, as far as is wanted. */
export async function newMeeting(server: TestServer, town: TestTown, far: Far) {
  const groupId = await groupOf(server, town)
  const opinionId = await opinionFor(server, town)
  const itemId = newId()
  const now = server.clock.now()
  const { state, called = true, decision = null, heldBy = '2026-09-30' } = far
  const id = await server.database.transaction(async (tx) => {
    const first = { party: 'congressOffice', personId: town.office.id } as const
    const made = await beginMeeting(tx, { townId: town.id, groupId, heldBy }, first, now)
    if (state === 'planned') return made
    await tx.query(
      "UPDATE meeting SET day = '2026-11-23', starts_at = '14:00', place = '活动室', opened_at = ? WHERE id = ?",
      ['2026-11-23 06:00:00.000', made],
    )
    await tx.query(
      'INSERT INTO review_item (id, meeting_id, opinion_id, position, decision) VALUES (?, ?, ?, 0, ?)',
      [itemId, made, opinionId, decision],
    )
    const members = await tx.query<{ id: string }[]>('SELECT id FROM person WHERE deputy_group_id = ?', [
      groupId,
    ])
    const marks = members.map(({ id: one }) => [one, one === far.away ? 'absent' : 'arrived'])
    if (far.asksAfter) marks.push([far.away ?? '', 'asked'])
    if (called && state !== 'convened' && state !== 'calledOff')
      for (const [position, [one, mark]] of marks.entries())
        await tx.query(
          `INSERT INTO roll_mark (id, meeting_id, position, person_id, mark, at, received_at, source)
           VALUES (?, ?, ?, ?, ?, ?, ?, 'clerk')`,
          [newId(), made, position, one, mark, '2026-11-23 06:00:00.000', '2026-11-23 06:00:00.000'],
        )
    await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, made])
    if (state === 'convened')
      for (const { id: personId } of members)
        await tx.insert(Ask, {
          ...{ matterId: made, ask: 'attend', roundNo: 1, holder: `person:${personId}` as const, no: 1 },
          ...{ townId: town.id, kind: meetingTable.kind, askedOn: '2026-11-23', dueOn: '2026-11-23' },
          ...{ question: null, answeredBy: null, endedAt: null, endedHow: null, endedWhy: null },
          ...(personId === far.leaveOf
            ? { answer: JSON.stringify({ reason: '外出' }), answeredAt: now }
            : { answer: null, answeredAt: null }),
        })
    await refresh(tx, meetingTable.kind, town.id, made, now)
    return made
  })
  return { id, itemId }
}

const leaveAsked = ', leave asked'
const nobodyCalled = ', nobody called'
const allDecided = ', all decided'
const wasAway = ', the deputy was away'
const asksAfter = ', the deputy asks for leave'

const items = new Map<string, string>()
const targets = new Map<string, string>()

async function live(server: TestServer, at: Peopled): Promise<Matter[]> {
  const { town, people } = at
  targets.set(town.id, await bring(server, town, 'handling'))
  const wanted: [name: string, far: Far][] = [
    ...(['planned', 'convened', 'open'] as const).map((state): [string, Far] => [state, { state }]),
    [`convened${leaveAsked}`, { state: 'convened', leaveOf: people.leader.id }],
    [`open${nobodyCalled}`, { state: 'open', called: false, decision: 'putOff' }],
    [`open${allDecided}`, { state: 'open', decision: 'putOff' }],
    ...(['ended', 'drafted', 'approved', 'calledOff'] as const).map((state): [string, Far] => [
      state,
      { state, decision: 'putOff' },
    ]),
    [`ended${wasAway}`, { state: 'ended', decision: 'putOff', away: town.deputy.id }],
    [`drafted${asksAfter}`, { state: 'drafted', decision: 'putOff', away: town.deputy.id, asksAfter: true }],
  ]
  const made: Matter[] = []
  for (const [name, far] of wanted) {
    const { id, itemId } = await newMeeting(server, town, far)
    items.set(id, itemId)
    made.push({ id, name, state: far.state, version: 0 })
  }
  return [...made, ...(await liveBodies(server, at))]
}

function standing(who: Who) {
  if (who === 'leader') return ['convener', 'expected']
  if (who === 'deputy') return ['expected']
  if (who === 'office') return ['congressOffice']
  if (who === 'presidium') return ['presidium']
  return who === 'coSigner' || who === 'otherDeputy' ? 'not_found' : 'not_allowed'
}

export const meetingForms = (
  { town, leader }: { town: TestTown; leader: TestPerson },
  itemId: string,
  suggestionId: string,
) => ({
  ...bodyForms({ town }, newId()),
  convene: { day: '2026-12-10', startsAt: '14:00', place: '活动室' },
  move: { day: '2026-12-11', startsAt: '14:00', place: '活动室', reason: '大雨' },
  callOff: { reason: '大雨' },
  accept: {},
  askLeave: { reason: '外出' },
  grantLeave: { expectedId: leader.id },
  refuseLeave: { expectedId: leader.id, reason: '这次要议的多' },
  stopAsking: { reason: '明天就开' },
  changeMind: {},
  sayForThem: { expectedId: town.deputy.id, attends: 'comes' },
  bring: { itemId, gist: '村口路灯不亮' },
  noteHeld: { heldOn: '2026-11-20', place: '活动室' },
  open: {},
  approveMinutes: { meetingId: '' },
  callRoll: { presentIds: [town.deputy.id], leaveIds: [leader.id], source: 'clerk' },
  amendRoll: { presentIds: [town.deputy.id], leaveIds: [leader.id], source: 'clerk' },
  noteLeft: { personIds: [town.deputy.id] },
  raiseItem: { itemId, leadId: town.deputy.id, summary: '修好村口路灯' },
  mergeItem: { itemId, suggestionId },
  explainItem: { itemId, explanation: '下个月就换。' },
  askAgainItem: { itemId, text: '是村口的那一盏吗？' },
  dropItem: { itemId, reason: '那条路归县里管。' },
  putOffItem: { itemId },
  end: {},
  draftMinutes: { remarks: '下次学习代表法。' },
  amend: { remarks: '下次学习选举法。' },
  object: { reason: '少了一条。' },
  approve: {},
  settle: { reason: '小组不再开会' },
  askLeaveAfter: { reason: '车坏在半路' },
  grantLeaveAfter: { expectedId: town.deputy.id },
  refuseLeaveAfter: { expectedId: town.deputy.id, reason: '当天还在赶集' },
})

const ofBodies = [
  'conveneBody',
  'addItem',
  'recordNoQuorum',
  'decideItem',
  'endItem',
  'noteDeliberation',
  'countElection',
  'correct',
  'assign',
  'closeResolution',
  'keepResolution',
  'dropResolution',
]
const decisions = ['raiseItem', 'mergeItem', 'explainItem', 'askAgainItem', 'dropItem', 'putOffItem']

/** Who comes: said once, and a leave is answered where somebody asked for it. */
function shutBefore(action: string, hasSaid: boolean, name: string) {
  if (action === 'accept' || action === 'askLeave') return hasSaid ? 'attendance_said' : undefined
  if (action === 'changeMind') return hasSaid ? undefined : 'attendance_unsaid'
  if (action === 'grantLeave' || action === 'refuseLeave')
    return name.endsWith(leaveAsked) ? undefined : 'no_leave_asked'
  return undefined
}

/** Afterwards: whoever was away asks, and is answered. */
function shutAfter(action: string, name: string, who?: Who) {
  if (action === 'askLeaveAfter')
    return name.endsWith(wasAway) && who !== 'leader' ? undefined : 'was_not_away'
  if (action === 'grantLeaveAfter' || action === 'refuseLeaveAfter')
    return name.endsWith(asksAfter) ? undefined : 'no_leave_asked'
  return undefined
}

export const meetingStory: Story = {
  table: meetingTable,
  steps: meetingSteps,
  show: showMeetingMatter,
  live,
  standing: (who, matter) => (isOfBody(matter) ? standingToBody(who) : standing(who)),
  elsewhere: { approve: ['meeting', 'approveMinutes'] },
  shut(action, matter, who) {
    if (isOfBody(matter)) return shutInBody(action, matter)
    if (ofBodies.includes(action)) return 'meeting_reviews'
    const { name } = matter
    if (name.startsWith('convened'))
      return shutBefore(action, who === 'leader' && name.endsWith(leaveAsked), name)
    const after = shutAfter(action, name, who)
    if (after !== undefined) return after
    if (action === 'callRoll') return name.endsWith(nobodyCalled) ? undefined : 'roll_called'
    if (action === 'amendRoll') return name.endsWith(nobodyCalled) ? 'roll_incomplete' : undefined
    if (decisions.includes(action)) return name === 'open' ? undefined : 'no_items_left'
    if (action === 'noteLeft') return name.endsWith(nobodyCalled) ? 'nobody_at_meeting' : undefined
    if (action !== 'end' || name.endsWith(allDecided)) return undefined
    return name.endsWith(nobodyCalled) ? 'roll_incomplete' : 'items_open'
  },
  form(at, action, matter, all) {
    const { town, people } = at
    const { id } = matter
    const ofBody = isOfBody(matter) ? formOfBody(at, action, matter, all) : undefined
    if (ofBody !== undefined) return ofBody
    // All are of one group: what is drafted waits for whichever is open.
    const meetingId = all.find(({ name }) => name === 'drafted')?.id ?? ''
    if (action === 'approveMinutes') return { meetingId }
    const forms = meetingForms(
      { town, leader: people.leader },
      items.get(id) ?? newId(),
      targets.get(town.id) ?? '',
    )
    return forms[action as keyof typeof forms]
  },
  facts: () => ({}),
}
