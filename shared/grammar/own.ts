/**
 * What a table says under a name that came from outside. `__proto__` and `constructor` are names that nobody put there,
 * and are found in none.
 */
export const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined
