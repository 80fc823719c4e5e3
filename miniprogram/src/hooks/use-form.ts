import * as z from 'zod/mini'
import { useEffect, useRef, useState } from 'react'
import { type FieldForm, forms } from '../../../shared/grammar/fields'
import { inWords } from '../../../shared/words/sentences'

export type Values = Readonly<Record<string, unknown>>
export interface FormField extends FieldForm {
  name: string
  optional: boolean
}

/** The fields that a schema asks for, with how each is drawn. A field that is chosen already is not called optional. */
export function fieldsOf(schema: z.ZodMiniType): FormField[] {
  const { shape } = schema as unknown as { shape?: Record<string, z.ZodMiniType> }
  return Object.entries(shape ?? {}).flatMap(([name, field]): FormField[] => {
    const form = forms.get(field)
    if (!form) return []
    // A field that is drawn only because of another answer is asked for in earnest.
    const optional =
      !form.shownWhen &&
      form.instead === undefined &&
      form.preset === undefined &&
      z.safeParse(field, undefined).success
    return [{ ...form, name, optional }]
  })
}

export const isShown = (field: FormField, values: Values) =>
  (field.shownWhen === undefined || field.shownWhen.some(({ field: name, is }) => values[name] === is)) &&
  (field.hiddenWhen === undefined || values[field.hiddenWhen.field] !== field.hiddenWhen.is) &&
  (field.onceAsked === undefined || values[field.name] !== undefined)

const manyKinds = ['choices', 'photos', 'files']

/** Of what the phone has kept, what this form can hold: it may be of another version, or broken. */
export function fittingValues(schema: z.ZodMiniType, kept: Values | undefined): Values {
  const isFitting = ({ kind, several }: FormField, value: unknown) =>
    several === true || manyKinds.includes(kind)
      ? Array.isArray(value) && value.every((one) => typeof one === 'string')
      : kind === 'tick'
        ? value === true
        : typeof value === 'string' || typeof value === 'number'
  const fields = fieldsOf(schema).filter((field) => isFitting(field, kept?.[field.name]))
  return Object.fromEntries(fields.map(({ name }) => [name, kept?.[name]]))
}

/** What a form carries that nobody fills in: the id of what it is about. */
function carriedIn(schema: z.ZodMiniType, values: Values): Values {
  const { shape } = schema as unknown as { shape?: Record<string, z.ZodMiniType> }
  const names = Object.entries(shape ?? {}).flatMap(([name, field]) => (forms.has(field) ? [] : [name]))
  return Object.fromEntries(names.map((name) => [name, values[name]]))
}

/** Where nobody need be chosen, having chosen nobody is no answer that could be wrong. */
function withoutNone(schema: z.ZodMiniType, name: string, value: unknown) {
  const field = (schema as unknown as { shape: Record<string, z.ZodMiniType> }).shape[name]
  const isNone = Array.isArray(value) && value.length === 0 && field !== undefined
  return isNone && !z.safeParse(field, value).success && z.safeParse(field, undefined).success
    ? undefined
    : value
}

/** A form being filled: its values, and a sentence for each field that is not right yet, from the schema that the server uses. */
export function useForm(schema: z.ZodMiniType, initial: Values = {}) {
  const [values, setValues] = useState<Values>(initial)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [failed, setFailed] = useState(0)
  const fields = fieldsOf(schema)

  const set = (name: string, value: unknown) => {
    // What lay in another place lies in none of the new one.
    const parts = fields
      .filter(({ partOf }) => partOf === name)
      .map((part) => [part.name, undefined] as const)
    setValues((before) => ({ ...before, ...(Object.fromEntries(parts) as Values), [name]: value }))
    setErrors(({ [name]: _, ...rest }) => rest)
  }
  /** The checked input, or undefined after the errors have been shown. */
  const check = (): Values | undefined => {
    const shown = {
      ...carriedIn(schema, values),
      ...Object.fromEntries(
        fields
          .filter((field) => isShown(field, values))
          .map(({ name }) => [name, withoutNone(schema, name, values[name])]),
      ),
    }
    const result = z.safeParse(schema, shown, { error: inWords(schema) })
    if (result.success) return result.data as Values
    const found: Record<string, string> = {}
    for (const issue of result.error.issues) found[String(issue.path[0] ?? '')] ??= issue.message
    setErrors(found)
    setFailed((before) => before + 1)
    return undefined
  }
  return { fields, values, errors, failed, set, check, setErrors, setValues }
}

/** The form with what the server said of its fields. */
export const answered = <F extends Pick<ReturnType<typeof useForm>, 'errors' | 'failed'>>(
  form: F,
  { fields, refused }: { fields: Readonly<Record<string, string>>; refused: number },
): F => ({ ...form, errors: { ...fields, ...form.errors }, failed: form.failed + refused })

/** What the form began with may be another thing by now: a field that nobody touched goes along with it. */
export function useFollowed({ setValues }: Pick<ReturnType<typeof useForm>, 'setValues'>, initial: Values) {
  const followed = useRef(initial)
  const latest = useRef(initial)
  latest.current = initial
  const key = JSON.stringify(initial)
  useEffect(() => {
    const [before, now] = [followed.current, latest.current]
    followed.current = now
    setValues((values) => {
      const moved = [...Object.keys(before), ...Object.keys(now)].filter(
        (name) => isSame(values[name], before[name]) && !isSame(before[name], now[name]),
      )
      if (moved.length === 0) return values
      return { ...values, ...Object.fromEntries(moved.map((name) => [name, now[name]])) }
    })
  }, [key, setValues])
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
