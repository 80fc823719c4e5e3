import type { MeetingState } from '../../../../shared/matters/meeting/table'
import { meetingTable } from '../../../../shared/matters/meeting/table'
import { Ask } from '../../../../server/database/entities/matters/ask'
import { AgendaItem } from '../../../../server/database/entities/matters/agenda-item'
import { Meeting } from '../../../../server/database/entities/matters/meeting'
import { newId } from '../../../../server/database/id'
import type { Tx } from '../../../../server/database/source'
import { begin } from '../../../../server/engine/begin'
import { refresh } from '../../../../server/engine/refresh'
import { kind } from '../../../../server/matters/meeting/kind'
import type { TestServer } from '../../server'
import type { TestTown } from '../../town'
import type { Peopled, Who } from '../people'
import { giveToUnit } from './given'
import type { Matter } from '../story'

/** A meeting of the presidium, which has one member at first, as far as is wanted. */
export interface FarBody {
  state: MeetingState
  /** By the roll; null where nobody called it. */
  mark?: 'arrived' | 'absent' | null
  /** Its one item has an outcome. */
  ended?: boolean
  /** What an earlier one gave to a unit is on its agenda besides. */
  followsUp?: boolean
}

export async function newBodyMeeting(
  server: TestServer,
  town: TestTown,
  far: FarBody,
): Promise<{ id: string; itemId: string; resolutionId: string }> {
  const { state, mark = 'arrived', ended = false, followsUp = false } = far
  const resolutionId = followsUp
    ? await giveToUnit(server, town, await newBodyMeeting(server, town, { state: 'drafted', ended: true }))
    : ''
  const [id, itemId] = [newId(), newId()]
  const now = server.clock.now()
  const held = new Date('2026-11-23T06:00:00.000Z')
  await server.database.transaction(async (tx) => {
    await tx.insert(Meeting, {
      ...{ id, townId: town.id, meetingKind: 'presidiumMeeting', deputyGroupId: null, heldBy: '2026-12-31' },
      ...{
        title: `主席团会议 ${id.slice(0, 6)}`,
        convenedOn: null,
        shortNotice: null,
        rollNo: 1,
        observers: 0,
      },
      ...{
        day: state === 'planned' ? null : '2026-11-23',
        startsAt: '14:00',
        place: '会议室',
        remarks: null,
      },
      ...{ openedAt: state === 'open' || state === 'drafted' ? held : null, endedAt: null },
      ...{ minutesText: null, minutesDigest: null },
    })
    await tx.insert(AgendaItem, {
      ...{ id: itemId, meetingId: id, position: 0, title: '听取汇报' },
      ...{ outcome: ended ? 'noted' : null, outcomeNote: null, carriedToId: null, resolutionId: null },
    })
    if (followsUp)
      await tx.insert(AgendaItem, {
        ...{ id: newId(), meetingId: id, position: 1, title: '把消防改好', resolutionId },
        ...{ outcome: null, outcomeNote: null, carriedToId: null },
      })
    const first = { party: 'congressOffice', personId: town.office.id } as const
    await begin(tx, kind, { id, townId: town.id }, first, now)
    if (mark !== null && state !== 'planned' && state !== 'notQuorate')
      for (const member of await membersOf(tx, town))
        await tx.query(
          `INSERT INTO roll_mark (id, meeting_id, position, person_id, mark, at, received_at, source)
           VALUES (?, ?, 0, ?, ?, ?, ?, 'clerk')`,
          [newId(), id, member, mark, '2026-11-23 06:00:00.000', '2026-11-23 06:00:00.000'],
        )
    await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
    if (state === 'convened')
      await tx.insert(Ask, {
        ...{ matterId: id, ask: 'attend', roundNo: 1, holder: `person:${town.presidium.id}` as const, no: 1 },
        ...{ townId: town.id, kind: meetingTable.kind, askedOn: '2026-11-23', dueOn: '2026-11-23' },
        ...{ question: null, answer: null, answeredBy: null, answeredAt: null },
        ...{ endedAt: null, endedHow: null, endedWhy: null },
      })
    await refresh(tx, meetingTable.kind, town.id, id, now)
  })
  return { id, itemId, resolutionId }
}

/** Where others have been written into the presidium meanwhile, they are there too. */
async function membersOf(tx: Tx, town: TestTown) {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT o.person_id AS id FROM post o
     WHERE o.town_id = ? AND o.post_kind = 'presidiumMember' AND o.ended_on IS NULL`,
    [town.id],
  )
  return rows.map(({ id }) => id)
}

const wanted = {
  'planned, votes': { state: 'planned' },
  'convened, votes, nobody called': { state: 'convened', mark: null },
  'convened, votes, too few': { state: 'convened', mark: 'absent' },
  'convened, votes': { state: 'convened' },
  'notQuorate, votes': { state: 'notQuorate' },
  'open, votes': { state: 'open' },
  'open, votes, to follow up': { state: 'open', followsUp: true },
  'open, votes, too few': { state: 'open', mark: 'absent' },
  'open, votes, nobody called': { state: 'open', mark: null, ended: true },
  'open, votes, all ended': { state: 'open', ended: true },
  'drafted, votes': { state: 'drafted', ended: true },
  'approved, votes': { state: 'approved', ended: true },
} as const satisfies Record<string, FarBody>

const items = new Map<string, { itemId: string; resolutionId: string }>()
export const isOfBody = ({ name }: Pick<Matter, 'name'>) => name in wanted

export async function liveBodies(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  for (const [name, far] of Object.entries(wanted)) {
    const { id, ...one } = await newBodyMeeting(server, town, far)
    items.set(id, one)
    made.push({ id, name, state: far.state, version: 0 })
  }
  return made
}

/** Its one member convenes it, because it has no chair. */
export function standingToBody(who: Who) {
  if (who === 'office') return ['congressOffice']
  if (who === 'presidium') return ['convener', 'expected', 'presidium']
  return ['deputy', 'coSigner', 'otherDeputy', 'leader'].includes(who) ? 'not_found' : 'not_allowed'
}

const ofGroups = ['convene', 'noteHeld', 'bring', 'callRoll', 'amendRoll', 'noteLeft']
const ofItems = ['raiseItem', 'mergeItem', 'explainItem', 'askAgainItem', 'dropItem', 'putOffItem']
const ofResolutions = ['closeResolution', 'keepResolution', 'dropResolution']
const isShort = (name: string) => name.endsWith('too few') || name.endsWith('nobody called')

export function shutInBody(action: string, { name }: Matter): string | undefined {
  if (ofGroups.includes(action)) return 'meeting_votes'
  if (ofItems.includes(action)) return 'no_items_left'
  if (action === 'changeMind') return 'attendance_unsaid'
  if (action === 'askLeaveAfter') return 'was_not_away'
  if (/^(grant|refuse)Leave/.test(action)) return 'no_leave_asked'
  if (action === 'recordNoQuorum') return name.endsWith('too few') ? undefined : 'is_quorate'
  if (ofResolutions.includes(action)) return name.endsWith('to follow up') ? undefined : 'no_resolutions_left'
  if (action === 'open' || action === 'approveMinutes') return isShort(name) ? 'not_quorate' : undefined
  const allEnded = name.endsWith('all ended') || name === 'open, votes, nobody called'
  if (action === 'endItem') return allEnded ? 'agenda_done' : undefined
  if (action === 'decideItem' || action === 'countElection')
    return allEnded ? 'agenda_done' : isShort(name) ? 'not_quorate' : undefined
  if (action !== 'end') return undefined
  if (name.endsWith('nobody called')) return 'names_uncalled'
  return allEnded ? undefined : 'agenda_open'
}

export const bodyForms = ({ town }: { town: TestTown }, agendaItemId: string, resolutionId = newId()) => ({
  assign: { agendaItemId, what: '把消防改好', unitId: town.unitId, dueOn: '2026-12-20' },
  closeResolution: { resolutionId, note: '都换了' },
  keepResolution: { resolutionId, reason: '还差一具', dueOn: '2026-12-31' },
  dropResolution: { resolutionId, reason: '搬走了' },
  conveneBody: { day: '2026-12-10', startsAt: '14:00', place: '会议室', agenda: '听取汇报\n人事事项' },
  addItem: { title: '其他事项' },
  recordNoQuorum: {},
  decideItem: { agendaItemId, text: '通过。', method: 'showOfHands', yes: 1, no: 0, abstain: 0 },
  endItem: { agendaItemId, outcome: 'noted' },
  correct: { text: '第 1 项应为“听取了”。', reason: '写错了', agreedId: town.presidium.id },
  countElection: {
    ...{ agendaItemId, office: '镇长', seats: 1, issued: 1, returned: 1, valid: 1 },
    candidates: '李志强 1 0 0',
  },
  noteDeliberation: { agendaItemId, noteKind: 'opinion', text: '路灯要亮' },
  sayForThem: { expectedId: town.presidium.id, attends: 'comes' },
})

export function formOfBody(at: Peopled, action: string, { id }: Matter, all: readonly Matter[]) {
  if (action === 'approveMinutes')
    return { meetingId: all.find(({ name }) => name === 'drafted, votes')?.id ?? '' }
  const { itemId, resolutionId } = items.get(id) ?? { itemId: '', resolutionId: '' }
  const forms = bodyForms(at, itemId, resolutionId || undefined)
  return forms[action as keyof typeof forms] as object | undefined
}
