/** Small words for explicit SQL that runs on both drivers. */

/** An instant as both drivers compare it: UTC text with milliseconds. */
export const sqlInstant = (instant: Date) => {
  const iso = instant.toISOString()
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`
}

/** An instant as both drivers return it in a raw row, back to ISO 8601. */
export const isoInstant = (raw: string) =>
  `${raw.slice(0, 10)}T${raw.slice(11)}${raw.length === 19 ? '.000Z' : 'Z'}`

/** The same, as both drivers compare it. */
export const plainInstant = (raw: string) => (raw.length === 19 ? `${raw}.000` : raw)

/** Question marks for `IN (…)`. An empty list matches nothing. */
export const marks = (values: readonly unknown[]) =>
  values.length === 0 ? 'NULL' : values.map(() => '?').join(', ')

/** Words of our own tables, such as states, for `IN (…)`; never what somebody typed. */
export const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

/** That an instant lies on this Beijing day or before it: the day ends at 16:00 in UTC. Both are compared as text. */
export const byEndOfDay = (instantColumn: string, dayColumn: string) =>
  `CONCAT(${instantColumn}, '') < CONCAT(${dayColumn}, ' 16:00:00.000')`

/** An instant as text inside JSON, where drivers differ in how they write one. */
export const instantText = (column: string) =>
  `CASE WHEN ${column} IS NULL THEN NULL ELSE CONCAT(${column}, '') END`
