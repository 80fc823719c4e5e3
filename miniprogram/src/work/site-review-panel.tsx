import { View } from '@tarojs/components'
import type { InputOf } from '../../../shared/grammar/endpoint'
import {
  showSiteReview,
  siteReviewSteps,
  type SiteReviewView,
} from '../../../shared/matters/site-review/endpoints'
import { suggestionSteps } from '../../../shared/matters/suggestion/endpoints'
import { spokenDate } from '../../../shared/rules/days'
import { siteReviewActions } from '../../../shared/matters/site-review/table'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import { ask } from '../client/ask'
import { ActionBar } from '../pieces/action-bar'
import { Card } from '../pieces/card'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Part } from '../pieces/part'
import { press } from '../pieces/press'
import { PrintButton } from '../pieces/print-button'
import { Tag } from '../pieces/tag'
import type { OneMatter } from './one-matter'
import { openMatter } from './open-matter'
import { today } from './words'
import { useLoaded } from '../hooks/use-loaded'

/** One site review: who comes, what is looked at, and the finding of each. */
export function SiteReviewPanel({ town, id, changed }: OneMatter) {
  const state = useLoaded(() => ask(showSiteReview, { params: { town, id } }), [town, id])
  const reload = () => {
    state.reload()
    changed?.()
  }
  return (
    <Loaded state={state}>
      {(review) => (
        <View className="stack">
          <View className="title">{`${spokenDate(review.heldOn, today())}现场评议`}</View>
          {review.state === 'calledOff' ? (
            <Notice tone="late">{`这次评议已经取消。原因：${review.reason ?? ''}`}</Notice>
          ) : review.reason ? (
            <Notice tone="soon">{`改过期。原因：${review.reason}`}</Notice>
          ) : null}
          <Card>
            <Part label="集合地点">{review.place}</Part>
            <Part label="参加的代表">{review.deputies.join('、')}</Part>
            {review.others ? <Part label="还有谁参加">{review.others}</Part> : null}
          </Card>
          <View className="stack not-printed">
            <ActionBar
              steps={review.actions.map((name) => ({ name, ...siteReviewActions[name] }))}
              initial={(name) => (name === 'move' ? { heldOn: review.heldOn, place: review.place } : {})}
              take={(name, form, key) =>
                ask(siteReviewSteps[name as 'move'], {
                  params: { town, id: review.id },
                  input: { version: review.version, form } as InputOf<typeof siteReviewSteps.move>,
                  key,
                })
              }
              done={reload}
            />
            <PrintButton />
          </View>
          {review.matters.map((matter) => (
            <Reviewed
              key={matter.id}
              town={town}
              matter={matter}
              isOff={review.state === 'calledOff'}
              changed={reload}
            />
          ))}
        </View>
      )}
    </Loaded>
  )
}

function Reviewed(props: {
  town: string
  matter: SiteReviewView['matters'][number]
  isOff: boolean
  changed: () => void
}) {
  const { town, matter, isOff } = props
  return (
    <Card>
      <View hoverClass="card-hover" {...press(() => openMatter('suggestion', town, matter.id))}>
        <View className="board-subject">{matter.subject}</View>
        <View className="note">
          {[matter.no, matter.unit, suggestionStates[matter.state].label].filter(Boolean).join(' · ')}
        </View>
        {matter.finding ? (
          <View className="part-text">{matter.finding}</View>
        ) : (
          <Tag tone={isOff ? 'calm' : 'soon'}>{isOff ? '没有去看' : '还没有登记结果'}</Tag>
        )}
      </View>
      {!isOff && matter.finding === null && matter.actions.includes('recordSiteFinding') ? (
        <View className="section not-printed">
          <ActionBar
            steps={[{ name: `finding-${matter.id}`, ...suggestionActions.recordSiteFinding }]}
            take={(_, form, key) =>
              ask(suggestionSteps.recordSiteFinding, {
                params: { town, id: matter.id },
                input: { version: matter.version, form: form as { finding: string } },
                key,
              })
            }
            done={props.changed}
          />
        </View>
      ) : null}
    </Card>
  )
}
