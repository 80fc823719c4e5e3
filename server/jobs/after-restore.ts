import type { Tx } from '../database/source'
import { isoInstant, sqlInstant } from '../database/sql'
import { writeAudits } from '../engine/write-audit'
import { askForHolidays } from './ask-for-holidays'
import { clock } from './clock'
import type { JobParts } from './runner'

/** The office reads these on its list, beside a way to send again. */
const unsent = '恢复备份以前没有发出的，可能已经送到过'
const owedAtOnce = '恢复备份时补记的，以前可能已经提醒过'

/**
 * A database that was brought back believes that it is the hour of the backup. What it still owed then may have been sent
 * since, and what the clock would say at once was said already: all of it is marked and nothing of it is sent. Whoever
 * was signed in signs in again, because some were signed out since;
 * a code that a browser showed at that hour lets nobody in any more.
 */
export async function settleRestored(parts: JobParts, takenAt: string): Promise<{ setAside: number }> {
  const { database, now } = parts
  const before = await database.transaction(async (tx) => {
    await tx.query('DELETE FROM job_run')
    await tx.query('DELETE FROM sign_in')
    await tx.query('DELETE FROM desk_request')
    return setAside(tx, unsent, now())
  })
  await askForHolidays.run(parts)
  await clock.run(parts)
  const after = await database.transaction(async (tx) => {
    await auditRestoring(tx, takenAt, now())
    return setAside(tx, owedAtOnce, now())
  })
  return { setAside: before + after }
}

const ended = "('sent', 'skipped', 'dead')"

/** Whatever has not ended, under whatever name it waits. */
async function setAside(tx: Tx, reason: string, now: Date): Promise<number> {
  const [row] = await tx.query<{ count: number | string }[]>(
    `SELECT COUNT(*) AS count FROM outbox_message WHERE state NOT IN ${ended}`,
  )
  await tx.query(
    `UPDATE outbox_message SET state = 'skipped', reason = ?, ended_at = ?, lease_token = NULL, leased_until = NULL
     WHERE state NOT IN ${ended}`,
    [reason, sqlInstant(now)],
  )
  return Number(row?.count ?? 0)
}

async function auditRestoring(tx: Tx, takenAt: string, now: Date) {
  const towns = await tx.query<{ id: string }[]>('SELECT id FROM town')
  await writeAudits(
    tx,
    towns.map(({ id }) => ({
      townId: id,
      personId: null,
      what: '恢复备份',
      fromValue: null,
      toValue: `回到 ${takenAt} 的样子`,
      reason: '服务器管理员恢复了备份；在那以后办的，要再办一次',
    })),
    now,
  )
}

/** What was brought back, by kind, and the newest day of it. */
export async function sayRestored({ database }: Pick<JobParts, 'database'>) {
  const { reader } = database
  const counts: Record<string, number> = {}
  for (const [label, table] of Object.entries(kinds)) {
    const [row] = await reader.query<{ count: number | string }[]>(`SELECT COUNT(*) AS count FROM ${table}`)
    counts[label] = Number(row?.count ?? 0)
  }
  const [newest] = await reader.query<{ at: string | null }[]>(
    `SELECT MAX(at) AS at FROM (SELECT MAX(recorded_at) AS at FROM matter_event
       UNION ALL SELECT MAX(at) FROM opinion_message) AS latest`,
  )
  return { counts, newest: newest?.at ? isoInstant(newest.at) : null }
}

const kinds: Readonly<Record<string, string>> = {
  镇: 'town',
  名册里的人: 'person',
  微信用户: 'account',
  建议: 'suggestion',
  每一步的经过: 'matter_event',
  群众留言: 'resident_opinion',
  留言里的话: 'opinion_message',
  消息: 'inbox_message',
  照片: 'photo',
  操作日志: 'audit_log',
}
