import * as z from 'zod/mini'
import { actionNames } from './decide'
import { seenVersion } from '../matters/suggestion/inputs'
import type { Party } from '../words/parties'
import type { ActionRow } from './matter'
import { type Endpoint, post } from './endpoint'

type Rows = Readonly<Record<string, ActionRow<string, Party, string>>>

/** The body of a step: the form of its row, and the version of the matter that the person was looking at. */
const stepInput = <I extends z.ZodMiniType>(form: I) => z.strictObject({ ...seenVersion.shape, form })

/** Each step lies below its matter; the literal path only tells that it has a town and an id. */
export type StepEndpoints<Rows, Output extends z.ZodMiniType> = {
  readonly [name in keyof Rows]: Rows[name] extends { input: infer I extends z.ZodMiniType }
    ? Endpoint<'/towns/:town/:id', z.ZodMiniType, ReturnType<typeof stepInput<I>>, Output>
    : never
}

/** One endpoint for each row of a table that a person may take; the clock's own steps have none. */
export function stepEndpoints<R extends Rows, O extends z.ZodMiniType>(
  actions: R,
  folder: string,
  who: Endpoint['who'],
  output: O,
): StepEndpoints<R, O> {
  const ofPeople = actionNames({ actions }).filter((name) => !actions[name]?.by.includes('system'))
  return Object.fromEntries(
    ofPeople.map((name) => {
      const row = actions[name] as ActionRow<string, Party, string>
      return [
        name,
        post(`${folder}/:id/${String(name)}`, { who, says: row.label, input: stepInput(row.input), output }),
      ]
    }),
  ) as unknown as StepEndpoints<R, O>
}
