import { useRouter } from '@tarojs/taro'
import type { OpinionView } from '../../../shared/matters/opinion/endpoints'
import { opinionActions, opinionTable } from '../../../shared/matters/opinion/table'
import { askConsent } from '../client/consent'
import { ActionBar } from '../pieces/action-bar'
import { followsFrom } from './turn'
import { takeOpinionStep, useDrafts } from './opinion-steps'

/** The steps that the server says the writer may take on a message. */
export function OpinionActions(props: {
  town: string
  opinion: OpinionView
  done: (newer: OpinionView) => void
  stale: () => void
}) {
  const { town, opinion, done, stale } = props
  return (
    <ActionBar
      keeps={{
        about: `opinion:${town}:${opinion.id}`,
        title: opinion.summary,
        page: `pages/matter?town=${town}&id=${opinion.id}`,
      }}
      opens={useRouter().params.open}
      steps={opinion.actions.map((name) => ({ name, ...opinionActions[name] }))}
      lists={useDrafts(town, opinion)}
      follows={(step) => followsFrom(opinionTable, opinion, step)}
      onTap={() => void askConsent()}
      take={(step, form, key) => takeOpinionStep(town, opinion, step, form, key)}
      done={done}
      stale={stale}
    />
  )
}
