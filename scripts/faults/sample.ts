import * as z from 'zod/mini'
import { forms } from '../../shared/grammar/fields'

/** Words that some field or other takes; of a text that is checked, the first that passes. */
const words = [
  '试一试',
  'a'.repeat(26),
  '2026-12-03',
  '13900000000',
  '2026-2',
  '2026',
  '09:00',
  '25.0415,102.7121',
  'waterWorks',
  'day:5',
  '7',
  'abcdefgh',
  'a'.repeat(43),
  'a'.repeat(64),
]

/** Of a day that has been, one that is not ahead of any test. */
const gone = '2026-11-20'
const hasBeen: readonly (string | undefined)[] = ['happened', 'earlier']

/** Something that the schema takes, with every field that may be left out. */
export function sampleOf(schema: z.core.$ZodType): unknown {
  const def = schema._zod.def as {
    type: string
    shape?: Record<string, z.core.$ZodType>
    innerType?: z.core.$ZodType
    in?: z.core.$ZodType
    out?: z.core.$ZodType
    element?: z.core.$ZodType
    options?: z.core.$ZodType[]
    entries?: Record<string, string>
    values?: unknown[]
  }
  const takes = (value: unknown) => z.safeParse(schema, value).success
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).map(([name, field]) => [name, sampleOf(field)]),
      )
    case 'optional':
    case 'nullable':
    case 'default':
      return def.innerType && sampleOf(def.innerType)
    case 'pipe':
      return def.out && sampleOf(def.out)
    case 'array':
      return def.element ? [sampleOf(def.element)] : []
    case 'union':
      return def.options?.[0] && sampleOf(def.options[0])
    case 'enum':
      return Object.values(def.entries ?? {})[0]
    case 'literal':
      return def.values?.[0]
    case 'boolean':
      return true
    case 'number':
    case 'int':
      return [0, 1, 2026].find(takes) ?? 0
    case 'record':
      return {}
    default:
      if (hasBeen.includes(forms.get(schema as z.ZodMiniType)?.reach)) return gone
      return words.find(takes) ?? words[0]
  }
}
