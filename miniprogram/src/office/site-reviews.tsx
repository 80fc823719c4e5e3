import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import { listDeputies } from '../../../shared/api/people'
import {
  listReviewable,
  listSiteReviews,
  planSiteReview,
} from '../../../shared/matters/site-review/endpoints'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { ActionBar } from '../pieces/action-bar'
import { Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { deputyOption } from '../work/deputy-option'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'

/** 季度现场评议: plan one, and see what came of the others. */
export default function SiteReviews() {
  const { params } = useRouter()
  const lists = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [{ matters }, { deputies }] = await Promise.all([
      ask(listReviewable, { params: { town } }),
      ask(listDeputies, { params: { town } }),
    ])
    return {
      town,
      matters: matters.map(({ id, no, subject, unit }) => ({
        id,
        name: subject,
        note: [no, unit].filter(Boolean).join(' · '),
      })),
      deputies: deputies.map(deputyOption),
    }
  }, [])
  const reviews = usePages<Row, { thisQuarter: boolean }>(
    async (cursor) =>
      ask(listSiteReviews, { params: { town: await currentTown(params.town) }, query: { cursor } }),
    [],
  )
  const open = (town: string, id: string) => openMatter('siteReview', town, id)
  return (
    <Page>
      <Notice>
        每季度组织代表到现场看一次：选好看哪些建议、谁参加，代表和主办单位马上收到消息；看过以后把结果记到每件建议上。
      </Notice>
      <View className="section">
        <Loaded state={lists}>
          {({ town, matters, deputies }) =>
            matters.length === 0 ? (
              <Empty>没有单位在办的建议，不用安排现场评议。</Empty>
            ) : (
              <ActionBar
                keeps={{ about: `site-review:${town}` }}
                steps={[
                  { name: 'plan', label: '安排一次现场评议', tone: 'primary', input: planSiteReview.input },
                ]}
                lists={{ matters, deputies }}
                take={(_, form, key) =>
                  ask(planSiteReview, {
                    params: { town },
                    input: form as InputOf<typeof planSiteReview>,
                    key,
                  })
                }
                done={({ id }) => {
                  reviews.reload()
                  open(town, id)
                }}
              />
            )
          }
        </Loaded>
      </View>
      <View className="section">
        <Loaded state={reviews}>
          {({ items, thisQuarter }) => (
            <View className="stack">
              {thisQuarter ? null : <Notice tone="soon">本季度还没有安排现场评议。</Notice>}
              {items.map((review) => (
                <Cell
                  key={review.id}
                  label={`${spokenDate(review.heldOn, today())}，${review.place}`}
                  note={
                    review.state === 'calledOff'
                      ? `已取消：${review.reason ?? ''}`
                      : `看 ${review.count} 件，已登记结果 ${review.recorded} 件`
                  }
                  onTap={() => void currentTown(params.town).then((town) => open(town, review.id))}
                />
              ))}
              <MorePages pages={reviews} />
            </View>
          )}
        </Loaded>
      </View>
    </Page>
  )
}

type Row = OutputOf<typeof listSiteReviews>['items'][number]
