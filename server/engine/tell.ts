import type { PushKind } from '../../shared/words/messages'
import { InboxMessage } from '../database/entities/messages/inbox-message'
import { OutboxMessage } from '../database/entities/messages/outbox-message'
import { newId } from '../database/id'
import type { Tx } from '../database/source'
import { wake } from '../database/waking'
import { joinToday, type Together } from './tell-together'

export interface Telling {
  townId: string
  recipientId: string
  recipientKind: 'person' | 'resident'
  text: string
  page: string
  /** Of what a resident is told: the message that it is about. */
  opinionId?: string | undefined
  push: PushKind
  /** What the WeChat card may name: a number without meaning to others. */
  number: string
  together?: Together | undefined
}

/** Writes what people are told into their inboxes, and the pushes that are owed for it, with the step that caused it. */
export async function tell(tx: Tx, all: readonly Telling[], now: Date) {
  const tellings = await joinToday(tx, all, now)
  if (tellings.length === 0) return
  wake(tx, 'push')
  const rows = tellings.map((telling) => ({ ...telling, id: newId() }))
  await tx.insert(
    InboxMessage,
    rows.map(({ id, townId, recipientId, recipientKind, text, page, together }) => ({
      id,
      townId,
      recipientId,
      recipientKind,
      text: text.slice(0, 600),
      page,
      createdAt: now,
      readAt: null,
      together: together?.name ?? null,
      toldOf: 1,
    })),
  )
  await tx.insert(
    OutboxMessage,
    rows.map(({ id, townId, recipientId, recipientKind, opinionId, page, push, number }) => ({
      id: newId(),
      townId,
      inboxMessageId: id,
      recipientId,
      recipientKind,
      residentOpinionId: opinionId ?? null,
      push,
      number,
      page,
      state: 'pending',
      reason: null,
      attempts: 0,
      availableAt: now,
      leaseToken: null,
      leasedUntil: null,
      createdAt: now,
      endedAt: null,
      wechatMessageId: null,
      uncertain: false,
      toldHow: null,
      toldById: null,
      toldAt: null,
    })),
  )
}
