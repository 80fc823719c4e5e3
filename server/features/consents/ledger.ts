import { SubscriptionEntry } from '../../database/entities/messages/subscription-entry'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { type Balance, balanceOf, type Entry, type EntryKind, type EntrySource } from './balance'

export interface Line {
  accountId: string
  templateId: string
  entry: EntryKind
  source: EntrySource
  tap?: string
}

export async function keepLines(tx: Tx, lines: readonly Line[], now: Date) {
  for (const line of lines) {
    const [last] = await tx.query<{ position: number | null }[]>(
      'SELECT MAX(position) AS position FROM subscription_entry WHERE account_id = ? AND template_id = ?',
      [line.accountId, line.templateId],
    )
    const position = Number(last?.position ?? 0) + 1
    await tx.insert(SubscriptionEntry, { tap: null, ...line, id: newId(), position, at: now })
  }
}

/** By template. */
export async function readBalances(reader: Reader, accountId: string): Promise<Map<string, Balance>> {
  const rows = await reader.query<(Entry & { templateId: string })[]>(
    `SELECT template_id AS templateId, entry, source FROM subscription_entry WHERE account_id = ? ORDER BY template_id, position, id`,
    [accountId],
  )
  const byTemplate = new Map<string, Entry[]>()
  for (const { templateId, ...entry } of rows)
    byTemplate.set(templateId, [...(byTemplate.get(templateId) ?? []), entry])
  return new Map([...byTemplate].map(([templateId, entries]) => [templateId, balanceOf(entries)]))
}

/** Why WeChat says that this person has no consent left; nothing where the ledger knows of none either. */
export async function whyNone(reader: Reader, accountId: string, templateId: string): Promise<string | null> {
  const balance = (await readBalances(reader, accountId)).get(templateId)
  return balance?.last ? (reasons[balance.last] ?? null) : null
}

const reasons: Readonly<Partial<Record<EntryKind, string>>> = {
  granted: '同意过的次数用完了，请对方打开小程序再点一次同意',
  exhausted: '同意过的次数用完了，请对方打开小程序再点一次同意',
  keptAccept: '同意过的次数用完了，请对方打开小程序再点一次同意',
  refused: '对方没有同意接收微信提醒',
  keptReject: '对方选了“总是拒绝”，要在微信的设置里才能改',
  revoked: '对方在微信里关掉了提醒',
  banned: '微信停用了这种提醒',
  keptBan: '微信停用了这种提醒',
}
