import {
  showSummary,
  deliberationSummarySteps,
} from '../../../../shared/matters/deliberation-summary/endpoints'
import { type SummaryState, summaryTable } from '../../../../shared/matters/deliberation-summary/table'
import { DeliberationNote } from '../../../../server/database/entities/matters/deliberation-note'
import { SummaryItem } from '../../../../server/database/entities/matters/summary-item'
import { newId } from '../../../../server/database/id'
import { refresh } from '../../../../server/engine/refresh'
import { startSummary } from '../../../../server/matters/deliberation-summary/start'
import type { TestServer } from '../../server'
import { spoken } from '../../suggestion'
import type { TestTown } from '../../town'
import { type Peopled, type Who, working } from '../people'
import type { Matter, Story } from '../story'
import { newBodyMeeting } from './body-meeting'

/** How far one is: of its two notes one stands in an item, and the other may be left out. */
interface Far {
  state?: SummaryState
  /** Nothing is left to sort. */
  sorted?: boolean
  hasItem?: boolean
  sentBack?: boolean
}

export interface Made {
  id: string
  itemId: string
  noteId: string
}

/** What was said at a meeting of the presidium, as far as is wanted. */
export async function newSummary(server: TestServer, town: TestTown, far: Far = {}): Promise<Made> {
  const { state = 'sorting', sorted = state !== 'sorting', hasItem = true, sentBack = false } = far
  const meeting = await newBodyMeeting(server, town, { state: 'drafted', ended: true })
  const [itemId, noteId] = [newId(), newId()]
  const now = server.clock.now()
  const blank = {
    ...{ meetingId: meeting.id, agendaItemId: meeting.itemId, deputyGroupId: null, noteKind: 'opinion' },
    ...{ speakerId: null, byPersonId: town.office.id, notedAt: now },
  }
  const id = await server.database.transaction(async (tx) => {
    const notes = [
      { ...blank, id: newId(), position: 0, text: '路灯要亮', summaryItemId: hasItem ? itemId : null },
      { ...blank, id: noteId, position: 1, text: '水渠要清', summaryItemId: null },
    ]
    for (const one of notes)
      await tx.insert(DeliberationNote, {
        ...one,
        leftOut: sorted && one.summaryItemId === null ? '当场答复了' : null,
      })
    await startSummary(
      tx,
      { townId: town.id, meetingId: meeting.id, notes: [{ noteKind: 'opinion' }, { noteKind: 'opinion' }] },
      now,
    )
    const [made] = await tx.query<{ id: string }[]>(
      'SELECT id FROM deliberation_summary WHERE meeting_id = ?',
      [meeting.id],
    )
    const own = made?.id ?? ''
    // A second item waits for its answer, so that one answer is not the last.
    const answered = state === 'answered' || state === 'heard'
    if (hasItem)
      for (const [position, one] of [itemId, newId()].entries())
        await tx.insert(SummaryItem, {
          ...{ id: one, summaryId: own, position, text: `路灯要亮${position}`, unitId: null, missing: null },
          ...{ answerKind: answered ? 'done' : null, answer: answered ? '换好了' : null, isOpen: !answered },
        })
    const handedOver = state !== 'sorting' && state !== 'withoutItems'
    await tx.query('UPDATE deliberation_summary SET unit_id = ?, due_on = ?, sent_back = ? WHERE id = ?', [
      handedOver ? town.unitId : null,
      handedOver ? '2027-01-20' : null,
      sentBack || state === 'sentBack' ? 1 : 0,
      own,
    ])
    await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, own])
    await refresh(tx, summaryTable.kind, town.id, own, now)
    return own
  })
  return { id, itemId, noteId }
}

const wanted = {
  sorting: {},
  'sorting, all used': { sorted: true },
  'sorting, nothing to hand over': { sorted: true, hasItem: false },
  handedOver: { state: 'handedOver' },
  answered: { state: 'answered' },
  'answered, twice': { state: 'answered', sentBack: true },
  sentBack: { state: 'sentBack' },
  heard: { state: 'heard' },
  withoutItems: { state: 'withoutItems', hasItem: false },
} as const satisfies Record<string, Far>

const made = new Map<string, Made>()

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const matters: Matter[] = []
  for (const [name, far] of Object.entries<Far>(wanted)) {
    const one = await newSummary(server, town, far)
    made.set(one.id, one)
    matters.push({ id: one.id, name, state: far.state ?? 'sorting', version: 0 })
  }
  return matters
}

const ofUnit: readonly Who[] = ['unit', 'unitLeader', 'unitHead']
/** The former one was in office when it was handed over. */
const deputies: readonly Who[] = ['deputy', 'coSigner', 'otherDeputy', 'leader', 'formerDeputy']

export const summaryForms = ({ town }: { town: TestTown }, { itemId, noteId }: Made) => ({
  gather: { noteIds: [noteId], text: '水渠要清', unitId: town.unitId },
  leaveOut: { noteIds: [noteId], reason: '当场答复了' },
  takeApart: { itemId },
  handOver: { unitId: town.unitId },
  dropAll: { reason: '当场都答复了' },
  answer: { itemId, answerKind: 'planned', answer: '明年春天换。' },
  answerByWord: { itemId, answerKind: 'planned', answer: '明年春天换。', ...spoken },
  sendBack: { itemIds: [itemId], reason: '哪个月换' },
  hear: { heardOn: '2026-11-23' },
})

export const deliberationSummaryStory: Story = {
  table: summaryTable,
  steps: deliberationSummarySteps,
  show: showSummary,
  live,
  standing(who, { state }) {
    if (who === 'office') return ['congressOffice']
    if (who === 'presidium') return ['presidium']
    const isPrivate = state === 'sorting' || state === 'withoutItems'
    if (!isPrivate && ofUnit.includes(who)) return ['governmentUnit']
    if (!isPrivate && deputies.includes(who)) return ['expected']
    return (working as readonly Who[]).includes(who) ? 'not_found' : 'not_allowed'
  },
  shut(action, { name }) {
    if (action === 'handOver')
      return name === 'sorting'
        ? 'notes_unused'
        : name === 'sorting, all used'
          ? undefined
          : 'no_summary_items'
    if (action === 'dropAll')
      return name === 'sorting'
        ? 'notes_unused'
        : name === 'sorting, all used'
          ? 'summary_items_there'
          : undefined
    if (action === 'takeApart') return name.endsWith('nothing to hand over') ? 'no_summary_items' : undefined
    if (action === 'sendBack') return name === 'answered, twice' ? 'answer_sent_back' : undefined
    return undefined
  },
  form(at, action, { id }) {
    const forms = summaryForms(at, made.get(id) ?? { id, itemId: newId(), noteId: newId() })
    return forms[action as keyof typeof forms]
  },
  facts: () => ({}),
}
