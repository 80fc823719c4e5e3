/** Where in an input something may stand. */
export type Place = readonly string[]

/** Every place of an input; of a list, its first. */
export function placesIn(value: unknown, at: Place = []): Place[] {
  if (Array.isArray(value)) return [at, ...(value.length > 0 ? placesIn(value[0], [...at, '0']) : [])]
  if (value === null || typeof value !== 'object') return [at]
  return [at, ...Object.entries(value).flatMap(([name, one]) => placesIn(one, [...at, name]))]
}

/** The input with something else at this place. */
export function withAt(value: unknown, [step, ...rest]: Place, put: unknown): unknown {
  if (step === undefined) return put
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (String(index) === step ? withAt(one, rest, put) : one))
  return { ...(value as object), [step]: withAt((value as Record<string, unknown>)[step], rest, put) }
}
