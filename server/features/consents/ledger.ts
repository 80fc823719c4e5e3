import { SubscriptionEntry } from '../../database/entities/messages/subscription-entry'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { marks } from '../../database/sql'
import { type Balance, balanceOf, type Entry, type EntryKind, type EntrySource } from './balance'

export interface Line {
  accountId: string
  templateId: string
  entry: EntryKind
  source: EntrySource
  tap?: string
}

/** However many lines: what they follow is asked once, and they are written at once. */
export async function keepLines(tx: Tx, lines: readonly Line[], now: Date) {
  if (lines.length === 0) return
  const last = new Map<string, number>()
  const [accounts, templates] = [allOf(lines, 'accountId'), allOf(lines, 'templateId')]
  const known = await tx.query<{ accountId: string; templateId: string; position: number }[]>(
    `SELECT account_id AS accountId, template_id AS templateId, MAX(position) AS position FROM subscription_entry
     WHERE account_id IN (${marks(accounts)}) AND template_id IN (${marks(templates)})
     GROUP BY account_id, template_id ORDER BY NULL`, // Of what it groups MariaDB sorts whatever nobody puts in order.
    [...accounts, ...templates],
  )
  for (const row of known) last.set(keyOf(row), Number(row.position))
  const rows = lines.map((line) => {
    const position = (last.get(keyOf(line)) ?? 0) + 1
    last.set(keyOf(line), position)
    return { tap: null, ...line, id: newId(), position, at: now }
  })
  await tx.insert(SubscriptionEntry, rows)
}

type Whose = Pick<Line, 'accountId' | 'templateId'>
const keyOf = ({ accountId, templateId }: Whose) => `${accountId} ${templateId}`
const allOf = (lines: readonly Whose[], name: keyof Whose) => [...new Set(lines.map((line) => line[name]))]

/** By template. */
export async function readBalances(reader: Reader, accountId: string): Promise<Map<string, Balance>> {
  return (await balancesOf(reader, [accountId])).get(accountId) ?? new Map<string, Balance>()
}

/** By account, and by template. */
async function balancesOf(reader: Reader, accountIds: readonly string[]) {
  const rows = await reader.query<(Entry & Whose & { position: number; id: string })[]>(
    `SELECT account_id AS accountId, template_id AS templateId, entry, source, position, id FROM subscription_entry
     WHERE account_id IN (${marks(accountIds)})`,
    [...accountIds],
  )
  // Lines that were written at once have one position, and each keeps its place.
  rows.sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
  const entries = new Map<string, Map<string, Entry[]>>()
  for (const { accountId, templateId, entry, source } of rows) {
    const byTemplate = entries.get(accountId) ?? new Map<string, Entry[]>()
    const list = byTemplate.get(templateId) ?? []
    list.push({ entry, source })
    entries.set(accountId, byTemplate.set(templateId, list))
  }
  return new Map(
    [...entries].map(([accountId, byTemplate]) => [
      accountId,
      new Map([...byTemplate].map(([templateId, list]) => [templateId, balanceOf(list)])),
    ]),
  )
}

/** Why WeChat says that these have no consent left, by their id; nothing where the ledger knows of none either. */
export async function whyNoneOf(
  reader: Reader,
  whose: readonly (Whose & { id: string })[],
): Promise<Map<string, string>> {
  if (whose.length === 0) return new Map()
  const balances = await balancesOf(reader, allOf(whose, 'accountId'))
  return new Map(
    whose.flatMap(({ id, accountId, templateId }) => {
      const last = balances.get(accountId)?.get(templateId)?.last
      const why = last ? reasons[last] : undefined
      return why === undefined ? [] : [[id, why] as const]
    }),
  )
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
