import { Account } from '../../server/database/entities/sign-in/account'
import { InboxMessage } from '../../server/database/entities/messages/inbox-message'
import { OutboxMessage } from '../../server/database/entities/messages/outbox-message'
import { Resident } from '../../server/database/entities/people/resident'
import { Town } from '../../server/database/entities/people/town'
import { digestOf } from '../../server/database/digest'
import { newId } from '../../server/database/id'
import type { Database } from '../../server/database/source'

/** Openids of invented people, the same in every run. */
export const broadcastOpenids = (count: number) =>
  Array.from({ length: count }, (_, index) => `o${String(index).padStart(27, 'b')}`)

/** Rows that one statement of every database takes. */
const chunk = 500

/** A town where everyone is owed one push at the same moment. */
export async function oweBroadcast(database: Database, openids: readonly string[], now: Date) {
  const townId = newId()
  await database.transaction((tx) =>
    tx.insert(Town, { id: townId, countyId: null, name: '群发镇', profile: 'henan' }),
  )
  for (let from = 0; from < openids.length; from += chunk) {
    const rows = openids
      .slice(from, from + chunk)
      .map((openid, index) => rowsFor(townId, openid, from + index, now))
    await database.transaction(async (tx) => {
      await tx.insert(
        Account,
        rows.map(({ account }) => account),
      )
      await tx.insert(
        Resident,
        rows.map(({ resident }) => resident),
      )
      await tx.insert(
        InboxMessage,
        rows.map(({ inbox }) => inbox),
      )
      await tx.insert(
        OutboxMessage,
        rows.map(({ outbox }) => outbox),
      )
    })
  }
  return townId
}

function rowsFor(townId: string, openid: string, index: number, now: Date) {
  const [accountId, recipientId, inboxMessageId] = [newId(), newId(), newId()]
  const told = { townId, recipientId, recipientKind: 'resident', page: 'pages/matter', createdAt: now }
  return {
    account: { id: accountId, openid, openidDigest: digestOf(openid), createdAt: now },
    resident: {
      id: recipientId,
      townId,
      accountId,
      name: null,
      phone: null,
      villageId: null,
      createdAt: now,
    },
    inbox: { ...told, id: inboxMessageId, text: '您的留言有新进展。', readAt: null },
    outbox: {
      ...told,
      id: newId(),
      inboxMessageId,
      push: 'progress',
      number: String(index).padStart(8, '0'),
      state: 'pending',
      reason: null,
      attempts: 0,
      availableAt: now,
      leaseToken: null,
      leasedUntil: null,
      endedAt: null,
      wechatMessageId: null,
      uncertain: false,
      toldHow: null,
      toldById: null,
      toldAt: null,
    },
  }
}
