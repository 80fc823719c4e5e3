import { connect } from '../../server/database/connect'
import type { House } from './house'
import { send, type Sent } from './writers'

/** What became of everything that was sent. */
export interface Account {
  sent: number
  acknowledged: number
  /** Acknowledged and not there, or not as it was sent. */
  lost: number
  /** There twice, or never sent by anybody. */
  invented: number
  serverErrors: number
}

/** Looks into the database itself, past the server: whatever was acknowledged must be there, once, as it was sent. */
export async function account(house: House, sent: readonly Sent[]): Promise<Account> {
  const database = await connect(house.databaseUrl)
  try {
    const rows = await database.reader.query<{ id: string; subject: string }[]>(
      "SELECT id, subject FROM suggestion WHERE town_id = ? AND subject LIKE '修路 %'",
      [house.townId],
    )
    const subjects = new Map(rows.map(({ id, subject }) => [id, subject]))
    const known = new Set(sent.map(({ subject }) => subject))
    const acknowledged = sent.filter(({ answered }) => answered === 200)
    return {
      sent: sent.length,
      acknowledged: acknowledged.length,
      lost: acknowledged.filter(({ id, subject }) => subjects.get(id ?? '') !== subject).length,
      invented:
        rows.filter(({ subject }) => !known.has(subject)).length +
        rows.length -
        new Set(subjects.values()).size,
      serverErrors: sent.filter(({ answered }) => answered >= 500 && answered !== 503).length,
    }
  } finally {
    await database.close()
  }
}

/** Sends again, under its own key, whatever has no answer or was refused for a time, as a phone does. */
export async function sendAgain(house: House, url: string, sent: readonly Sent[]): Promise<void> {
  for (const one of sent) if (one.answered === 0 || one.answered === 503) await send(house, url, one)
}

/** The sentences for what must never be. */
export function wrongOf({ lost, invented, serverErrors, acknowledged }: Account): string[] {
  return [
    ...(acknowledged === 0 ? ['一条也没有写成，什么也没有试到。'] : []),
    ...(lost > 0 ? [`${lost} 条答复了“成功”，却不在数据库里。`] : []),
    ...(invented > 0 ? [`${invented} 条重复，或没有人发过。`] : []),
    ...(serverErrors > 0 ? [`${serverErrors} 次答复 500。`] : []),
  ]
}
