import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { showSiteReview, type SiteReviewView } from '../../../shared/api/site-reviews'
import { suggestionSteps } from '../../../shared/api/suggestions'
import { spokenDate } from '../../../shared/days'
import { suggestionStates } from '../../../shared/states'
import { suggestionActions } from '../../../shared/workflow'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { ActionBar } from '../components/action-bar'
import { Card } from '../components/card'
import { Loaded } from '../components/loaded'
import { Page } from '../components/page'
import { Part } from '../components/part'
import { PrintButton } from '../components/print-button'
import { Tag } from '../components/tag'
import { today } from '../components/words'
import { useLoaded } from '../hooks/use-loaded'

/** One site review: who comes, what is looked at, and the finding of each. */
export default function SiteReview() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, review: await ask(showSiteReview, { params: { town, id: params.id ?? '' } }) }
  }, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ town, review }) => (
          <View className="stack">
            <View className="title">{`${spokenDate(review.heldOn, today())}现场评议`}</View>
            <Card>
              <Part label="集合地点">{review.place}</Part>
              <Part label="参加的代表">{review.deputies.join('、')}</Part>
              {review.others ? <Part label="还有谁参加">{review.others}</Part> : null}
            </Card>
            <View className="section not-printed">
              <PrintButton />
            </View>
            {review.matters.map((matter) => (
              <Matter key={matter.id} town={town} matter={matter} changed={state.reload} />
            ))}
          </View>
        )}
      </Loaded>
    </Page>
  )
}

function Matter(props: { town: string; matter: SiteReviewView['matters'][number]; changed: () => void }) {
  const { town, matter } = props
  return (
    <Card>
      <View
        hoverClass="card-hover"
        onClick={() => void Taro.navigateTo({ url: `/office/suggestion?town=${town}&id=${matter.id}` })}
      >
        <View className="board-subject">{matter.subject}</View>
        <View className="note">
          {[matter.no, matter.unit, suggestionStates[matter.state].label].filter(Boolean).join(' · ')}
        </View>
        {matter.finding ? (
          <View className="part-text">{matter.finding}</View>
        ) : (
          <Tag tone="soon">还没有登记结果</Tag>
        )}
      </View>
      {matter.finding === null && matter.actions.includes('recordSiteFinding') ? (
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
