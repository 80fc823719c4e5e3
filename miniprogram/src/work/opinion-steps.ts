import { useMemo } from 'react'
import { opinionSteps, type OpinionView } from '../../../shared/matters/opinion/endpoints'
import { listSuggestions } from '../../../shared/matters/suggestion/endpoints'
import { ask } from '../client/ask'
import type { Values } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'

export const takeOpinionStep = (
  town: string,
  { id, version }: OpinionView,
  step: string,
  form: Values,
  key: string,
) =>
  ask(opinionSteps[step as keyof typeof opinionSteps], {
    params: { town, id },
    input: { version, form },
    key,
  })

/** The drafts that a message may be put into, fetched where that step is open. */
export function useDrafts(town: string, { actions }: Pick<OpinionView, 'actions'>) {
  const mayRaise = actions.includes('raise')
  const drafts = useLoaded(
    async () => (mayRaise ? ask(listSuggestions, { params: { town }, query: { lane: 'mine' } }) : undefined),
    [town, mayRaise],
  )
  return useMemo(
    () => ({
      draft: (drafts.value?.items ?? [])
        .filter((row) => row.actions.includes('submit') || row.actions.includes('edit'))
        .map(({ id, subject }) => ({ id, name: subject })),
    }),
    [drafts.value],
  )
}
