import * as z from 'zod/mini'
import { unlikelyDays } from '../../shared/grammar/days-in'
import { beijingDay } from '../../shared/rules/days'
import { Refusal } from '../../shared/words/refusals'
import { inWords } from '../../shared/words/sentences'

/**
 * Checks what came in against its schema.
 * @throws Refusal `unknown_field`, or `bad_input` with a sentence for each field
 */
export function parse<S extends z.ZodMiniType>(schema: S, value: unknown, now: Date): z.output<S> {
  const result = z.safeParse(schema, value, { error: inWords(schema) })
  if (result.success) {
    refuseAll(unlikelyDays(schema, result.data, beijingDay(now)))
    return result.data
  }
  if (result.error.issues.some((issue) => issue.code === 'unrecognized_keys'))
    throw new Refusal('unknown_field')
  return refuseAll(result.error.issues) as never
}

/** Fields are named as the form that was filled in names them. */
function refuseAll(issues: readonly { path: readonly PropertyKey[]; message: string }[]) {
  if (issues.length === 0) return
  const fields: Record<string, string> = {}
  for (const { path, message } of issues) fields[path.filter((part) => part !== 'form').join('.')] ??= message
  throw new Refusal('bad_input', fields, Object.values(fields)[0])
}
