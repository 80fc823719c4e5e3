import { useMemo } from 'react'
import { opinionSteps, type OpinionView } from '../../../shared/matters/opinion/endpoints'
import { opinionActions } from '../../../shared/matters/opinion/table'
import { listSuggestions } from '../../../shared/matters/suggestion/endpoints'
import { ask } from '../client/ask'
import { askConsent } from '../client/consent'
import { useLoaded } from '../hooks/use-loaded'
import { ActionBar } from '../pieces/action-bar'

type OpinionStep = keyof typeof opinionSteps

/** The steps that the server says this person may take on an opinion. */
export function OpinionActions(props: {
  town: string
  opinion: OpinionView
  done: (newer: OpinionView) => void
}) {
  const { town, opinion, done } = props
  const mayRaise = opinion.actions.includes('raise')
  const drafts = useLoaded(
    async () => (mayRaise ? ask(listSuggestions, { params: { town }, query: { lane: 'mine' } }) : undefined),
    [town, mayRaise],
  )
  const lists = useMemo(
    () => ({
      draft: (drafts.value?.items ?? [])
        .filter(({ actions }) => actions.includes('submit') || actions.includes('edit'))
        .map(({ id, subject }) => ({ id, name: subject })),
    }),
    [drafts.value],
  )
  return (
    <ActionBar
      steps={opinion.actions.map((name) => ({ name, ...opinionActions[name] }))}
      lists={lists}
      onTap={() => void askConsent()}
      take={(step, form, key) =>
        ask(opinionSteps[step as OpinionStep], {
          params: { town, id: opinion.id },
          input: { version: opinion.version, form },
          key,
        })
      }
      done={done}
    />
  )
}
