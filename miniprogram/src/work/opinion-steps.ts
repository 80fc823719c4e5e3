import { useMemo } from 'react'
import { opinionSteps, type OpinionView } from '../../../shared/matters/opinion/endpoints'
import { listWork } from '../../../shared/api/work'
import { listDeputies } from '../../../shared/api/people'
import { ask } from '../client/ask'
import type { Values } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { deputyOption } from './deputy-option'

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

/** What a resident sent along, by which number or length it is known on the page. */
export function besidesOf({ messages }: Pick<OpinionView, 'messages'>) {
  const said = messages.filter(({ by }) => by === 'resident')
  const photos = said
    .flatMap(({ photos = [] }) => photos)
    .map((id, at) => ({ id, name: `第 ${at + 1} 张照片` }))
  const spoken = said.flatMap(({ voice = null }) =>
    voice === null ? [] : [{ id: voice.id, name: `语音 ${voice.seconds} 秒` }],
  )
  return [...spoken, ...photos]
}

/** The drafts that a message may be put into, fetched where that step is open. */
export function useDrafts(town: string, { actions }: Pick<OpinionView, 'actions'>) {
  const mayRaise = actions.includes('raise')
  const drafts = useLoaded(
    async () =>
      mayRaise
        ? ask(listWork, { params: { town }, query: { lane: 'mine', kind: 'suggestion', state: 'draft' } })
        : undefined,
    [town, mayRaise],
  )
  const mayPass = actions.includes('passOn') || actions.includes('split')
  const deputies = useLoaded(
    async () => (mayPass ? ask(listDeputies, { params: { town } }) : undefined),
    [town, mayPass],
  )
  return useMemo(
    () => ({
      draft: (drafts.value?.items ?? [])
        // Where I am asked to co-sign, it is the draft of somebody else.
        .filter(({ next }) => next?.step !== 'coSign')
        .map(({ id, title }) => ({ id, name: title })),
      deputy: deputies.value?.deputies.map(deputyOption) ?? [],
    }),
    [drafts.value, deputies.value],
  )
}
