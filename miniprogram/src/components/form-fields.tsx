import type { useForm } from '../hooks/use-form'
import { isShown } from '../hooks/use-form'
import { Field, type Lists } from './field'

/** All the fields of a schema, drawn from its own words. */
export function FormFields({ form, lists }: { form: ReturnType<typeof useForm>; lists?: Lists }) {
  return (
    <>
      {form.fields
        .filter((field) => isShown(field, form.values))
        .map((field) => (
          <Field
            key={field.name}
            field={field}
            value={form.values[field.name]}
            error={form.errors[field.name]}
            {...(lists ? { lists } : {})}
            onChange={(value) => form.set(field.name, value)}
          />
        ))}
    </>
  )
}
