/**
 * The kinds of column there are, each named once for entities and migrations, so that both drivers see the same.
 * Instants are UTC with milliseconds; days are `YYYY-MM-DD`; states are words, never database enums.
 */
export const idColumn = { type: 'varchar', length: '26' } as const
export const word = (length: number) => ({ type: 'varchar', length: String(length) }) as const
export const longText = { type: 'text' } as const
export const instant = { type: 'datetime', precision: 3 } as const
export const day = { type: 'date' } as const
export const count = { type: 'integer' } as const
export const flag = { type: 'boolean', default: 0 } as const
/** Lower-case hexadecimal SHA-256. */
export const digest = { type: 'varchar', length: '64' } as const
/** Up to 64 kB. */
export const bytes = { type: 'blob' } as const
/** Up to 16 MB. */
export const moreBytes = { type: 'mediumblob' } as const
