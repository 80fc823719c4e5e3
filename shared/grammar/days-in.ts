import type * as z from 'zod/mini'
import { beyondReach, withYear } from '../rules/day-reach'
import type { Day } from '../rules/days'
import { type FieldForm, forms } from './fields'

/** Every day that was filled in somewhere in an input, with the form of its field. */
export function daysIn(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly string[] = [],
): { path: readonly string[]; form: FieldForm; day: Day }[] {
  const form = forms.get(schema as z.ZodMiniType)
  if (form?.kind === 'day') return typeof value === 'string' ? [{ path, form, day: value }] : []
  const def = schema._zod.def as z.core.$ZodTypeDef & Partial<Inside>
  const inner = def.innerType ?? def.out
  if (inner !== undefined) return daysIn(inner, value, path)
  if (def.element !== undefined && Array.isArray(value))
    return value.flatMap((one: unknown, index) =>
      daysIn(def.element as z.core.$ZodType, one, [...path, `${index}`]),
    )
  if (def.shape === undefined || typeof value !== 'object' || value === null) return []
  return Object.entries(def.shape).flatMap(([name, field]) =>
    daysIn(field, (value as Readonly<Record<string, unknown>>)[name], [...path, name]),
  )
}
interface Inside {
  innerType: z.core.$ZodType
  out: z.core.$ZodType
  element: z.core.$ZodType
  shape: Readonly<Record<string, z.core.$ZodType>>
}

/** A sentence for each day that nobody can mean. */
export const unlikelyDays = (schema: z.ZodMiniType, value: unknown, today: Day) =>
  daysIn(schema, value).flatMap(({ path, form, day }) => {
    const message = form.reach && beyondReach(form.reach, form.label, day, today)
    return message === undefined ? [] : [{ path, message }]
  })

/** Which days a field of a form takes; undefined where it is no day. */
export const reachOfField = (schema: z.ZodMiniType, name: string) => {
  const { shape } = schema._zod.def as Partial<Inside>
  const field = shape?.[name]
  return field && forms.get(field as z.ZodMiniType)?.reach
}

const hasBeen = ({ reach }: FieldForm) => reach === 'happened' || reach === 'handedIn'

/** The day on which a step happened, where its form names one: it counts from then, whenever it was written down. */
export const happenedOn = (schema: z.ZodMiniType, value: unknown): Day | undefined =>
  daysIn(schema, value).find(({ form }) => hasBeen(form))?.day

/** Of a step: what has been was not before the matter began. A sentence for each field in which it was. */
export const daysBefore = (schema: z.ZodMiniType, value: unknown, begunOn: Day): Record<string, string> =>
  Object.fromEntries(
    daysIn(schema, value)
      .filter(({ form, day }) => hasBeen(form) && day < begunOn)
      .map(({ path, form }) => [
        path.join('.'),
        `${form.label}要在这件事提出以后，最早填${withYear(begunOn)}，请核对。`,
      ]),
  )
