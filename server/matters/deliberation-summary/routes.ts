import * as api from '../../../shared/matters/deliberation-summary/endpoints'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { kind } from './kind'
import type { SummaryRecord } from './record'

export function routes(bind: Bind) {
  bind.read(api.showSummary, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  for (const [action, endpoint] of Object.entries(api.deliberationSummarySteps))
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, kind, actor, params.id, action, input, now),
      ({ reader, actor, id, now }) => view(reader, actor, id, now),
    )
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.SummaryView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { record, parties } = standing
  const readsNotes = parties.has('congressOffice') || parties.has('presidium')
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    meeting: { id: record.meetingId, name: record.meeting },
    unit: namedOr(record.unitId, record.unit),
    dueOn: record.dueOn,
    items: record.items.map((one) => ({
      ...{ id: one.id, text: one.text, unit: namedOr(one.unitId, one.unit) },
      notes: record.notes.filter(({ itemId }) => itemId === one.id).length,
      ...{ answerKind: one.answerKind, answer: one.answer, missing: one.missing },
      isOpen: Number(one.isOpen) === 1,
    })),
    notes: readsNotes ? notesOf(record) : [],
  }
}

const namedOr = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

const notesOf = ({ notes, items }: SummaryRecord): api.SummaryView['notes'] =>
  notes.map(({ id, agendaItem, groupName, noteKind, text, speaker, itemId, leftOut }) => ({
    ...{ id, agendaItem, group: groupName, kind: noteKind, text, speaker, leftOut },
    itemNo: itemId === null ? null : items.findIndex((one) => one.id === itemId) + 1,
  }))
