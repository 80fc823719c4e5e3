import * as z from 'zod/mini'
import { Refusal } from '../../shared/words/refusals'
import { inWords } from '../../shared/words/sentences'

/**
 * Checks what came in against its schema.
 * @throws Refusal `unknown_field`, or `bad_input` with a sentence for each field
 */
export function parse<S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> {
  const result = z.safeParse(schema, value, { error: inWords(schema) })
  if (result.success) return result.data
  if (result.error.issues.some((issue) => issue.code === 'unrecognized_keys'))
    throw new Refusal('unknown_field')
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues)
    fields[issue.path.filter((part) => part !== 'form').join('.')] ??= issue.message
  throw new Refusal('bad_input', fields, Object.values(fields)[0])
}
