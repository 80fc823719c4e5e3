import type { Reminder, showInbox } from '../../../shared/api/inbox'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { beijingDay } from '../../../shared/rules/days'

export type Message = OutputOf<typeof showInbox>['items'][number]

/** A row of the inbox: one message, or what the clock said of several matters on one day. */
export interface InboxRow {
  key: string
  messages: readonly [Message, ...Message[]]
  /** In place of their texts; nothing where it is one. */
  says: string | null
}

const says: Readonly<Record<Reminder, (count: number) => string>> = {
  overdue: (count) => `${count} 件逾期`,
  dueSoon: (count) => `${count} 件快到期`,
}

/** Reminders of one day and one kind are one row, where the newest of them stands. */
export function inboxRows(messages: readonly Message[]): InboxRow[] {
  const rows = new Map<string, [Message, ...Message[]]>()
  for (const message of messages) {
    const key = message.reminder ? `${message.reminder} ${beijingDay(new Date(message.at))}` : message.id
    const row = rows.get(key)
    if (row) row.push(message)
    else rows.set(key, [message])
  }
  return [...rows].map(([key, those]) => {
    const reminder = those[0].reminder
    return { key, messages: those, says: reminder && those.length > 1 ? says[reminder](those.length) : null }
  })
}
