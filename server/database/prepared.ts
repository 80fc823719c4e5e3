import { isAskedTogether } from './together'

type Ask = (sql: string, parameters?: unknown[]) => Promise<unknown>
/** A connection of mysql2, as TypeORM asks it. */
export interface Askable {
  promise(): { query: Ask; execute: Ask }
}

/** So many statements stay with one connection: the database keeps about a quarter of a megabyte for a large one. */
export const mostPrepared = 32
/** Shorter ones are read by the database sooner than they are looked up. */
const leastLength = 2000

/**
 * Has the database read a long statement once for each connection instead of each time it is asked: it takes longer to
 * read than to answer. Only what is asked together, whose rows are text on either way; a column of an instant is not.
 */
export function askPrepared(raw: Askable) {
  const line = raw.promise()
  const plainly = line.query.bind(line)
  line.query = async (sql, parameters = []) => {
    if (sql.length < leastLength || !isAskedTogether(sql) || !parameters.every(isPlain))
      return plainly(sql, parameters)
    try {
      return await line.execute(sql, parameters)
    } catch (error) {
      if (isUnprepared(error)) return plainly(sql, parameters)
      throw error
    }
  }
  raw.promise = () => line
}

const isPlain = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number'

/** There are more of them in the database than it keeps, or its tables change too often: asked plainly it answers. */
const isUnprepared = (error: unknown) => {
  const { code } = error as { code?: string }
  return (
    code === 'ER_MAX_PREPARED_STMT_COUNT_REACHED' ||
    code === 'ER_NEED_REPREPARE' ||
    code === 'ER_UNSUPPORTED_PS'
  )
}
