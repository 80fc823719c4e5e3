import { Refusal } from '../../shared/words/refusals'
import { codeOf, isPassing, isUnconnected } from './sql-errors'

/** Why nothing can be kept, or read, at this time. */
export type Trouble = 'full' | 'readOnly' | 'disk' | 'damaged' | 'memory' | 'away' | 'busy'

/**
 * A row for each: what the drivers call it (a code of SQLite stands for its extended ones too), and the sentence for
 * whoever asked. Nothing of it is the asker's fault, and nothing that was typed is lost.
 */
const troubles: Record<Trouble, { codes: readonly string[]; says: string }> = {
  full: {
    codes: ['SQLITE_FULL', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL', 'ER_BINLOG_LOGGING_IMPOSSIBLE'],
    says: '服务器存满了，现在存不下新的内容，已有的照常能看。您填的内容还在，请过一会儿再试，并告诉镇人大办。',
  },
  readOnly: {
    codes: [
      'SQLITE_READONLY',
      'SQLITE_PERM',
      'ER_OPTION_PREVENTS_STATEMENT',
      'ER_READ_ONLY_MODE',
      'ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION',
      'ER_OPEN_AS_READONLY',
    ],
    says: '现在只能看，存不下新的内容。您填的内容还在，请过一会儿再试，并告诉镇人大办。',
  },
  disk: {
    codes: [
      'SQLITE_IOERR',
      'SQLITE_CANTOPEN',
      'SQLITE_PROTOCOL',
      'ER_ERROR_ON_WRITE',
      'ER_ERROR_ON_READ',
      'ER_GET_ERRNO',
      'ER_TEMP_FILE_WRITE_FAILURE',
    ],
    says: '服务器的磁盘出了问题，现在没有存上。您填的内容还在，请过一会儿再试，并告诉镇人大办。',
  },
  damaged: {
    codes: [
      'SQLITE_CORRUPT',
      'SQLITE_NOTADB',
      'ER_NOT_KEYFILE',
      'ER_CRASHED_ON_USAGE',
      'ER_CRASHED_ON_REPAIR',
      'ER_INDEX_CORRUPT',
      'ER_TABLE_CORRUPT',
    ],
    says: '数据库有一处坏了，这件事暂时办不了。您填的内容还在，请告诉镇人大办。',
  },
  memory: {
    codes: [
      'SQLITE_NOMEM',
      'ER_OUTOFMEMORY',
      'ER_OUT_OF_SORTMEMORY',
      'ER_OUT_OF_RESOURCES',
      'ER_ENGINE_OUT_OF_MEMORY',
    ],
    says: '服务器的内存不够用，现在没有存上。您填的内容还在，请过一会儿再试。',
  },
  away: {
    codes: [
      'ER_CON_COUNT_ERROR',
      'ER_TOO_MANY_USER_CONNECTIONS',
      'ER_ACCESS_DENIED_ERROR',
      'ER_DBACCESS_DENIED_ERROR',
      'ER_BAD_DB_ERROR',
      'ER_QUERY_INTERRUPTED',
      // A node that falls out of its cluster while it commits: nobody knows what the others have.
      'ER_ERROR_DURING_COMMIT',
    ],
    says: '数据库暂时没有回应，请过一会儿再试，您填的内容还在。',
  },
  busy: {
    codes: ['SQLITE_BUSY', 'SQLITE_LOCKED', 'ER_STATEMENT_TIMEOUT', 'ER_QUERY_TIMEOUT'],
    says: '同一时间写的人多，没有存上。您填的内容还在，请过几秒再试。',
  },
}

/** What a failed statement, commit or connection tells of the database; undefined where the fault is in the work. */
export function troubleOf(error: unknown): Trouble | undefined {
  const code = codeOf(error)
  if (isUnconnected(error)) return 'away'
  if (isPassing(error)) return 'busy'
  return (Object.keys(troubles) as Trouble[]).find((trouble) =>
    troubles[trouble].codes.some((one) => code === one || code.startsWith(`${one}_`)),
  )
}

const tryAgainSeconds = 5

/** The 503 for it. The driver's error stays with it for the log, without the values of the statement. */
export function unavailable(trouble: Trouble, error?: unknown): Refusal {
  const refusal = new Refusal('unavailable', {}, troubles[trouble].says, tryAgainSeconds)
  refusal.cause = (error as { driverError?: unknown } | undefined)?.driverError ?? error
  return refusal
}
