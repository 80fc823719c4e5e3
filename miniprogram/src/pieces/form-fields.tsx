import { useContext, useState } from 'react'
import type { useForm } from '../hooks/use-form'
import { type FormField, isShown } from '../hooks/use-form'
import type { Copyable } from './choose'
import { ErrorList, InSheet } from './error-list'
import { Field, type Lists } from './field'
import { liesIn } from './lies-in'

/** A list that may be left out is not worth a question while there is nothing in it. */
const isWorthAsking = (field: FormField, values: Form['values'], lists: Lists | undefined) =>
  !field.optional || liesIn(field, values, lists)?.[field.kind]?.length !== 0

type Form = Pick<ReturnType<typeof useForm>, 'fields' | 'values' | 'errors' | 'set'> & { failed?: number }

/** The fields that are asked for now, with these answers and these lists. */
export const askedFields = (form: Pick<Form, 'fields' | 'values' | 'errors'>, lists: Lists | undefined) =>
  form.fields.filter(
    (field) =>
      (isShown(field, form.values) || isAskedFor(field, form.errors)) &&
      isWorthAsking(field, form.values, lists),
  )

/** The answer to a first try wants it. */
const isAskedFor = ({ onceAsked, name }: FormField, errors: Form['errors']) =>
  onceAsked === true && errors[name] !== undefined

/** What a text may begin with, by the name that its field gives. */
export type Copies = Readonly<Partial<Record<string, readonly Copyable[]>>>

const copiesFor = ({ copied }: FormField, { values }: Pick<Form, 'values'>, copies: Copies) =>
  copied ? (copies[copied.from] ?? []).filter(({ goesWith }) => goesWith === values[copied.by]) : []

/** Advice under a field, by its name; it never stops anybody. */
export type Hints = Readonly<Partial<Record<string, readonly string[]>>>

/** All the fields of a schema, drawn from its own words. */
export function FormFields({
  form,
  lists,
  hints,
  copies = {},
}: {
  form: Form
  lists?: Lists
  hints?: Hints
  copies?: Copies
}) {
  const fields = askedFields(form, lists)
  const [focused, setFocused] = useState('')
  const errors = (
    <ErrorList fields={fields} errors={form.errors} failed={form.failed ?? 0} toField={setFocused} />
  )
  // A sheet of WeChat is not scrolled by us: there the list stands where the finger is.
  const isBelow = useContext(InSheet) && process.env.TARO_ENV === 'weapp'
  return (
    <>
      {isBelow ? null : errors}
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={form.values[field.name]}
          error={form.errors[field.name]}
          {...(lists ? { lists: liesIn(field, form.values, lists) } : {})}
          hints={hints?.[field.name] ?? []}
          copies={copiesFor(field, form, copies)}
          focused={focused === field.name}
          onLeave={() => setFocused('')}
          onChange={(value) => form.set(field.name, value)}
        />
      ))}
      {isBelow ? errors : null}
    </>
  )
}
