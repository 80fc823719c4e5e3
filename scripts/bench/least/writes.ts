import { newId } from '../../../server/database/id'
import { digestOf } from '../../../server/database/digest'
import { sqlInstant } from '../../../server/database/sql'
import { foundBy, piecesOf } from '../../../server/engine/words-found'
import { beijingDay } from '../../../shared/rules/days'
import type { Row } from '../raw'
import type { Asker } from './asker'
import { suggestionPage } from './page'
import type { Statement, Store } from './store'

const insert = (table: string, ...rows: Row[]): Statement => {
  const columns = Object.keys(rows[0] ?? {})
  const places = `(${columns.map(() => '?').join(', ')})`
  return [
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map(() => places).join(', ')}`,
    rows.flatMap((row) => columns.map((column) => row[column])),
  ]
}

/** One effect for one key, with its answer. */
const once = (accountId: string, key: string, body: string, answer: string, at: string) =>
  insert('idempotency_key', {
    actor_id: accountId,
    request_key: key,
    body_digest: digestOf(body),
    status: 200,
    answer,
    created_at: at,
  })

export interface Sent {
  townId: string
  key: string
  body: string
  now: Date
}

/** What a resident says to a deputy: the same rows as in the product, each table once. */
export async function createOpinion(store: Store, asker: Asker, { townId, key, body, now }: Sent) {
  const { deputyId, kind, text } = JSON.parse(body) as { deputyId: string; kind: string; text: string }
  const id = newId()
  const at = sqlInstant(now)
  const deputies = await store.all<{ name: string }>(
    `SELECT p.name FROM mandate d JOIN person p ON p.id = d.person_id
     WHERE d.town_id = ? AND d.person_id = ? AND d.ended_on IS NULL`,
    [townId, deputyId],
  )
  const [deputy] = deputies
  if (deputy === undefined || asker.residentId === null) return undefined
  const title = text.slice(0, 40)
  const words = foundBy(id.slice(0, 8), title, deputy.name)
  const answer = { id, state: 'received', version: 0, summary: title }
  const holder = (name: string, party: string, lane: string) => ({
    matter_id: id,
    holder: name,
    party,
    from_on: '0001-01-01',
    until_on: '9999-12-31',
    town_id: townId,
    kind: 'opinion',
    lane,
    at,
  })
  await store.write([
    once(asker.accountId, key, body, JSON.stringify(answer), at),
    insert('resident_opinion', {
      id,
      town_id: townId,
      resident_id: asker.residentId,
      deputy_id: deputyId,
      opinion_kind: kind,
      created_at: at,
    }),
    insert('opinion_message', {
      id: newId(),
      resident_opinion_id: id,
      position: 0,
      author: 'resident',
      text,
      at,
    }),
    insert('matter', {
      id,
      kind: 'opinion',
      town_id: townId,
      state: 'received',
      version: 0,
      state_since: at,
      title,
      found_by: words,
    }),
    insert('matter_event', {
      id: newId(),
      town_id: townId,
      kind: 'opinion',
      matter_id: id,
      version: 0,
      action: 'start',
      to_state: 'received',
      party: 'resident',
      on_day: beijingDay(now),
      recorded_at: at,
    }),
    insert(
      'matter_holder',
      holder(`resident:${asker.residentId}`, 'resident', 'others'),
      holder(`person:${deputyId}`, 'deputy', 'mine'),
      holder('post:congressOffice', 'congressOffice', 'others'),
    ),
    insert(
      'search_token',
      ...[...piecesOf(words)].map((token) => ({ town_id: townId, token, kind: 'opinion', matter_id: id })),
    ),
  ])
  return answer
}

/** The unit writes down that it spoke with the deputy, who is told; answered with the page as it is then. */
export async function consult(store: Store, asker: Asker, id: string, { townId, key, body, now }: Sent) {
  const { version, form } = JSON.parse(body) as { version: number; form: Record<string, string> }
  const at = sqlInstant(now)
  const [head] = await store.all<{ deputyId: string; no: string | null; round: number }>(
    `SELECT s.lead_deputy_id AS deputyId, s.suggestion_no AS no, s.current_round AS round FROM suggestion s
     JOIN matter m ON m.id = s.id
     JOIN matter_holder h ON h.matter_id = s.id AND h.holder = ? AND h.party = 'leadUnit'
     WHERE s.town_id = ? AND s.id = ? AND m.version = ? AND m.state = 'handling'`,
    [`unit:${asker.unitId}`, townId, id, version],
  )
  if (head === undefined) return undefined
  const inboxId = newId()
  const told = {
    town_id: townId,
    recipient_id: head.deputyId,
    recipient_kind: 'person',
    page: 'pages/matter',
    created_at: at,
  }
  const moved = await store.write([
    ['UPDATE matter SET version = version + 1 WHERE id = ? AND version = ?', [id, version]],
    once(asker.accountId, key, body, '', at),
    insert('consultation', {
      id: newId(),
      suggestion_id: id,
      round_no: head.round,
      held_on: form.heldOn,
      form: form.form,
      participants: form.participants,
      may_decide: form.mayDecide,
      head_asked: 0,
      record: form.record,
      answer: 'open',
      recorded_at: at,
    }),
    insert('matter_event', {
      id: newId(),
      town_id: townId,
      kind: 'suggestion',
      matter_id: id,
      version: version + 1,
      action: 'consult',
      from_state: 'handling',
      to_state: 'handling',
      party: 'leadUnit',
      person_id: asker.personId,
      unit_id: asker.unitId,
      on_day: beijingDay(now),
      recorded_at: at,
      public_line: '与代表面商',
    }),
    [
      "UPDATE matter_holder SET lane = 'mine', step = 'confirmConsultation' WHERE matter_id = ? AND holder = ? AND party = 'leadDeputy'",
      [id, `person:${head.deputyId}`],
    ],
    insert('inbox_message', { ...told, id: inboxId, text: '单位登记了和您的面商，请确认。' }),
    insert('outbox_message', {
      ...told,
      id: newId(),
      inbox_message_id: inboxId,
      push: 'confirm',
      number: (head.no ?? '').slice(0, 20),
      state: 'skipped',
      attempts: 0,
      available_at: at,
    }),
  ])
  return moved === 1 ? suggestionPage(store, townId, asker, id) : undefined
}
