/** What the two drivers call the same things. */
export const codeOf = (error: unknown): string => {
  const own = error as { code?: unknown; driverError?: { code?: unknown } } | null
  const code = own?.driverError?.code ?? own?.code
  return typeof code === 'string' ? code : ''
}

export const isDuplicate = (error: unknown) =>
  ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error))

/**
 * What a transaction has written is not there for itself. A cluster that loses a node may give up what is under way
 * without a word; what comes after it runs as if nothing had been before.
 */
export class GivenUp extends Error {}

/** Deadlock, lock time-out, snapshot conflict, given up: nothing is wrong with the work, it may be tried again. */
export const isPassing = (error: unknown) =>
  error instanceof GivenUp ||
  ['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD'].includes(codeOf(error))

/**
 * No connection came about, or it had ended: a database that sleeps is woken by this, or it is gone. Class 08 of
 * SQLSTATE says the same; with it the MySQL of 微信云托管 answers while it wakes (error 9449).
 */
export function isUnconnected(error: unknown) {
  const own = error as { driverError?: unknown } | null
  const { sqlState, fatal } = (own?.driverError ?? own ?? {}) as { sqlState?: unknown; fatal?: unknown }
  return (
    unconnected.includes(codeOf(error)) ||
    (typeof sqlState === 'string' && sqlState.startsWith('08')) ||
    // The driver's own "closed state" has no code.
    (fatal === true && codeOf(error) === '')
  )
}

const unconnected = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
  'PROTOCOL_CONNECTION_LOST',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_CLIENT_INTERACTION_TIMEOUT',
]
