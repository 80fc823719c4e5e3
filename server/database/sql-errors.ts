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

/** No connection came about, or it had ended: a database that sleeps is woken by this, or it is gone. */
export const isUnconnected = (error: unknown) =>
  ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'PROTOCOL_CONNECTION_LOST'].includes(
    codeOf(error) || String((error as { code?: unknown } | null)?.code ?? ''),
  )
