import { InboxMessage } from '../database/entities/messages/inbox-message'
import { OutboxMessage } from '../database/entities/messages/outbox-message'
import { newId } from '../database/id'
import type { Tx } from '../database/source'
import { forget, know, knownIn, wake } from '../database/waking'
import { joinToday } from './tell-together'
import type { Telling } from './telling'

interface Row extends Telling {
  id: string
  now: Date
}
const held = 'tellings'

/** Writes what people are told into their inboxes, and the pushes that are owed for it, with the step that caused it. */
export async function tell(tx: Tx, all: readonly Telling[], now: Date) {
  const tellings = await joinToday(tx, all, now)
  if (tellings.length === 0) return
  wake(tx, 'push')
  const rows = tellings.map((telling) => ({ ...telling, id: newId(), now }))
  const waiting = knownIn<Row[]>(tx, held)
  // What is joined with more of the same day is looked for in the inbox.
  if (waiting === undefined || rows.some(({ together }) => together)) await write(tx, rows)
  else waiting.push(...rows)
}

/** What is told by whatever happens in it is written at its end, in two statements however many matters move. */
export async function tellTogether<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  if (knownIn(tx, held) !== undefined) return work()
  const together = know<Row[]>(tx, held, [])
  try {
    const done = await work()
    await write(tx, together)
    return done
  } finally {
    forget(tx, held)
  }
}

async function write(tx: Tx, rows: readonly Row[]) {
  if (rows.length === 0) return
  await tx.insert(
    InboxMessage,
    rows.map(({ id, townId, recipientId, recipientKind, text, page, together, reminder, now }) => ({
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
      reminder: reminder ?? null,
    })),
  )
  await tx.insert(
    OutboxMessage,
    rows.map(({ id, townId, recipientId, recipientKind, opinionId, page, push, number, now }) => ({
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
