/** JSON Schema as it comes from the schemas that check requests. */
export type Schema = { [key: string]: unknown }

/** What is shorter is clearer where it stands. */
const leastLength = 120

/**
 * Schemas that stand in several places are written once, under a name, and referred to.
 * @param places each schema with the name of the place where it stands
 * @returns the schemas in the same order, and what they refer to
 */
export function shareSchemas(places: readonly { name: string; schema: Schema }[]) {
  const times = new Map<string, number>()
  /** Within what was seen before, nothing is counted again: it will stand there once. */
  const count = (schema: Schema): void => {
    const text = JSON.stringify(schema)
    const before = times.get(text) ?? 0
    times.set(text, before + 1)
    if (before === 0) mapInside(schema, '', (inside) => (count(inside), inside))
  }
  for (const { schema } of places) count(schema)

  const components: Record<string, Schema> = {}
  const named = new Map<string, string>()
  const written = (schema: Schema, name: string): Schema => {
    const text = JSON.stringify(schema)
    const isShared = text.length >= leastLength && (times.get(text) ?? 0) > 1
    if (!isShared) return mapInside(schema, name, written)
    let own = named.get(text)
    if (own === undefined) {
      own = freeName(name, components)
      named.set(text, own)
      // The place is taken before what lies inside is named.
      components[own] = {}
      components[own] = mapInside(schema, name, written)
    }
    return { $ref: `#/components/schemas/${own}` }
  }
  const schemas = places.map(({ name, schema }) => written(schema, name))
  return { schemas, components }
}

function freeName(wanted: string, taken: Readonly<Record<string, unknown>>): string {
  let name = wanted
  for (let number = 2; name in taken; number += 1) name = `${wanted}${number}`
  return name
}

/** The schema with every schema inside it replaced; what is inside is called after where it stands. */
function mapInside(schema: Schema, name: string, change: (inside: Schema, name: string) => Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]): [string, unknown] => {
      if (key === 'properties' && isSchema(value))
        return [
          key,
          Object.fromEntries(
            Object.entries(value).map(([property, one]) => [
              property,
              isSchema(one) ? change(one, name + capital(property)) : one,
            ]),
          ),
        ]
      if ((key === 'items' || key === 'additionalProperties') && isSchema(value))
        return [key, change(value, key === 'items' ? `${name}Item` : `${name}Value`)]
      if (['anyOf', 'oneOf', 'allOf', 'prefixItems'].includes(key) && Array.isArray(value))
        return [
          key,
          value.map((one: unknown, at) =>
            isSchema(one) ? change(one, at === 0 ? name : `${name}Or${at}`) : one,
          ),
        ]
      return [key, value]
    }),
  )
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** `opinionSteps.raise` → `OpinionStepsRaise`. */
export const capital = (words: string) =>
  words
    .split(/\W+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
