import { connect } from '../../server/database/connect'
import type { House } from './house'

/** Who looks: `anyone` without a sign-in, a villager who wrote nothing, and a unit, which reads what it handles. */
export type Looker = 'anyone' | 'villager' | 'unit' | 'wechat' | 'log'

/** A word for each personal field that is found nowhere else, and the only lookers who may find it. */
export const planted: readonly (readonly [
  table: string,
  column: string,
  word: string,
  may: readonly Looker[],
])[] = [
  ['person', 'phone', '13711110001', []],
  ['person', 'gender', 'KANARI', []],
  ['resident', 'name', '金丝雀甲', []],
  ['resident', 'phone', '13711110002', []],
  ['resident_opinion', 'resident_name', '金丝雀乙', []],
  ['resident_opinion', 'resident_phone', '13711110003', []],
  ['resident_opinion', 'place', '金丝雀酉的地点', []],
  ['resident_opinion', 'explanation', '金丝雀丙的说明', []],
  ['resident_opinion', 'rating_comment', '金丝雀丁的评语', []],
  ['opinion_message', 'text', '金丝雀戊的原话', []],
  ['review', 'reason', '金丝雀己的审查意见', ['unit']],
  ['review_check', 'note', '金丝雀庚的备注', ['unit']],
  ['consultation', 'record', '金丝雀辛的面商记录', ['unit']],
  ['consultation', 'participants', '金丝雀壬', ['unit']],
  ['suggestion_round', 'handler_phone', '13711110004', ['unit']],
  ['suggestion_round', 'handler_name', '金丝雀癸', ['unit']],
  ['suggestion_round', 'leader_in_charge', '金丝雀子', ['unit']],
  ['suggestion_round', 'instructions', '金丝雀丑的交办要求', ['unit']],
  ['matter_event', 'note', '金丝雀寅的内部说明', ['unit']],
  ['suggestion', 'confidential_reason', '金丝雀卯的保密理由', ['unit']],
  ['suggestion', 'facts', '金丝雀辰的全文', ['unit']],
  ['reply', 'text', '金丝雀巳的答复全文', ['unit']],
  ['reply', 'signer', '金丝雀午', ['unit']],
  ['inbox_message', 'text', '金丝雀未的消息', ['unit']],
  ['ask', 'answer', '金丝雀申的协办意见', ['unit']],
]

/** A word as it stands in its column: an answer is a form. */
export const asKept = (table: string, word: string) =>
  table === 'ask' ? JSON.stringify({ opinion: word, answer: word }) : word

/** Stands on a public page: a search that does not find it finds nothing else either. */
export const publicWord = '金丝雀镇'

/** What opens a door; WeChat alone knows its own names for people. */
export interface Secret {
  word: string
  may: readonly Looker[]
}

/** Plants every word. A full text that was cleared is public by right, so none is cleared here. */
export async function plant(
  house: House,
): Promise<{ secrets: Secret[]; absent: string[]; matters: string[] }> {
  const database = await connect(house.databaseUrl)
  try {
    await database.transaction(async (tx) => {
      for (const [table, column, word] of planted)
        await tx.query(`UPDATE ${table} SET ${column} = ?`, [asKept(table, word)])
      await tx.query('UPDATE town SET name = ?', [publicWord])
      await tx.query('UPDATE suggestion SET full_text_cleared_at = NULL')
    })
    const absent: string[] = []
    for (const [table, column, word] of planted) {
      const rows = await database.reader.query<unknown[]>(
        `SELECT 1 AS one FROM ${table} WHERE ${column} = ? LIMIT 1`,
        [asKept(table, word)],
      )
      if (rows.length === 0) absent.push(`${table}.${column}`)
    }
    const openids = await database.reader.query<{ openid: string }[]>('SELECT openid FROM account')
    const matters = await database.reader.query<{ id: string }[]>('SELECT id FROM suggestion ORDER BY id')
    return {
      secrets: [
        ...openids.map(({ openid }): Secret => ({ word: openid, may: ['wechat'] })),
        ...house.people.map(({ token }): Secret => ({ word: token, may: [] })),
      ].filter(({ word }) => word.length > 12),
      absent,
      matters: matters.map(({ id }) => id),
    }
  } finally {
    await database.close()
  }
}
