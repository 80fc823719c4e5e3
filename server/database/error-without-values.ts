/** What may be written down of an error. */
export interface ErrorWithoutValues {
  type: string
  message: string
  errorCode?: string
  /** The statement with its question marks. */
  statement?: string
  stack?: string
  cause?: ErrorWithoutValues
}

interface Thrown {
  name?: unknown
  message?: unknown
  stack?: unknown
  cause?: unknown
  code?: unknown
  errno?: unknown
  sqlMessage?: unknown
  query?: unknown
  parameters?: unknown
  driverError?: Thrown
}

const mostOfStatement = 400

/**
 * An error as a log may keep it. Drivers hang the values of a failed statement on it — names, numbers, what a villager
 * wrote — and MySQL quotes them in its sentence too: of those errors only the kind, the code and the statement with its
 * question marks are left.
 */
export function errorWithoutValues(error: unknown): ErrorWithoutValues {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown without an error' }
  const thrown = error as Thrown
  const driver = thrown.driverError ?? thrown
  const isOfDatabase =
    thrown.driverError !== undefined || thrown.parameters !== undefined || driver.sqlMessage !== undefined
  const message = isOfDatabase ? sentenceOf(driver) : error.message
  return {
    type: error.name,
    message,
    ...(typeof driver.code === 'string' ? { errorCode: driver.code } : {}),
    ...(typeof thrown.query === 'string'
      ? { statement: unquoted(thrown.query).slice(0, mostOfStatement) }
      : {}),
    stack: [`${error.name}: ${message}`, ...framesOf(error.stack)].join('\n'),
    ...(error.cause instanceof Error ? { cause: errorWithoutValues(error.cause) } : {}),
  }
}

/** SQLite names columns and never values; of MySQL's sentence the name of the key or column is kept, which ends it. */
function sentenceOf(driver: Thrown): string {
  const said = typeof driver.sqlMessage === 'string' ? driver.sqlMessage : undefined
  if (said === undefined)
    return typeof driver.code === 'string' && driver.code.startsWith('SQLITE')
      ? unquoted(String(driver.message))
      : ''
  const [, where] = /((?:for|in) (?:key|column) '[\w.]+')(?: at row \d+)?$/.exec(said) ?? []
  return [`${String(driver.code)} (${String(driver.errno)})`, where].filter(Boolean).join(' ')
}

/** A statement that we built carries marks; whatever stands in quotes may come from elsewhere, unless it is a name. */
const unquoted = (text: string) =>
  text.replace(/'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"/g, (quote) =>
    /^"[\w.]+"$/.test(quote) ? quote : '…',
  )

const framesOf = (stack: string | undefined) =>
  (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
