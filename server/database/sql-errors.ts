/** What the two drivers call the same things. */
const codeOf = (error: unknown): string => {
  const driverError = (error as { driverError?: { code?: unknown } }).driverError
  return typeof driverError?.code === 'string' ? driverError.code : ''
}

export const isDuplicate = (error: unknown) =>
  ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error))

/** Deadlock, lock time-out, snapshot conflict: nothing is wrong with the work, it may be tried again. */
export const isPassing = (error: unknown) =>
  ['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'SQLITE_BUSY'].includes(codeOf(error))

/**
 * No connection came about, or it had ended: a database that sleeps is woken by this, or it is gone. Class 08 of
 * SQLSTATE says the same; with it the MySQL of 微信云托管 answers while it wakes (error 9449).
 */
export function isUnconnected(error: unknown) {
  const own = error as { code?: unknown; sqlState?: unknown; driverError?: { sqlState?: unknown } } | null
  const state = own?.driverError?.sqlState ?? own?.sqlState
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'PROTOCOL_CONNECTION_LOST'].includes(
      codeOf(error) || (typeof own?.code === 'string' ? own.code : ''),
    ) ||
    (typeof state === 'string' && state.startsWith('08'))
  )
}
