import { View } from '@tarojs/components'
import type { InputOf } from '../../../shared/grammar/endpoint'
import {
  showSiteReview,
  siteReviewSteps,
  type SiteReviewView,
} from '../../../shared/matters/site-review/endpoints'
import { siteReviewTable } from '../../../shared/matters/site-review/table'
import { suggestionSteps } from '../../../shared/matters/suggestion/endpoints'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { ActionBar } from '../pieces/action-bar'
import { Card } from '../pieces/card'
import { Notice } from '../pieces/notice'
import { Part } from '../pieces/part'
import { press } from '../pieces/press'
import { PrintButton } from '../pieces/print-button'
import { Tag } from '../pieces/tag'
import type { MatterParts } from './matter-parts'
import { openMatter } from './open-matter'
import { today } from './words'

/** One site review: who comes, what is looked at, and the finding of each. */
export const siteReviewMatter: MatterParts<SiteReviewView> = {
  table: siteReviewTable,
  word: siteReviewTable.word,
  load: (town, id) => ask(showSiteReview, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(siteReviewSteps[step as 'move'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof siteReviewSteps.move>,
      key,
    }),
  head: (review) => ({
    over: [siteReviewTable.word],
    title: `${spokenDate(review.heldOn, today())}现场评议`,
    tone: review.state === 'calledOff' ? 'calm' : undefined,
    plain: review.plain,
  }),
  eventWord: () => '安排',
  useForms: (_, { heldOn, place }) => ({
    initial: (step) => (step === 'move' ? { heldOn, place } : {}),
  }),
  above: ({ view }) => (
    <>
      {view.state === 'calledOff' ? (
        <Notice tone="late">{`这次评议已经取消。原因：${view.reason ?? ''}`}</Notice>
      ) : view.reason ? (
        <Notice tone="soon">{`改过期。原因：${view.reason}`}</Notice>
      ) : null}
      <Card>
        <Part label="集合地点">{view.place}</Part>
        <Part label="参加的代表">{view.deputies.join('、')}</Part>
        {view.others ? <Part label="还有谁参加">{view.others}</Part> : null}
      </Card>
    </>
  ),
  below: ({ town, view, reload }) => (
    <>
      <View className="not-printed">
        <PrintButton />
      </View>
      {view.matters.map((matter) => (
        <Reviewed
          key={matter.id}
          town={town}
          matter={matter}
          isOver={view.waitsFor === null}
          changed={reload}
        />
      ))}
    </>
  ),
}

function Reviewed(props: {
  town: string
  matter: SiteReviewView['matters'][number]
  isOver: boolean
  changed: () => void
}) {
  const { town, matter, isOver } = props
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
          <Tag tone={isOver ? 'calm' : 'soon'}>{isOver ? '没有去看' : '还没有登记结果'}</Tag>
        )}
      </View>
      {!isOver && matter.finding === null && matter.actions.includes('recordSiteFinding') ? (
        <View className="section not-printed">
          <ActionBar
            keeps={{ about: `finding:${matter.id}`, title: matter.subject }}
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
