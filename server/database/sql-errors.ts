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
