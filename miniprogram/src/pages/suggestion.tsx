import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { showBoardItem } from '../../../shared/api/board'
import { listDeputies } from '../../../shared/api/people'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { spokenDay } from '../../../shared/rules/days'
import { awardTitle } from '../../../shared/matters/award/words'
import { walkOfSuggestion } from '../../../shared/matters/suggestion/steps-walked'
import { beingChecked, takenBack } from '../../../shared/words/words'
import { mayDo } from '../../../shared/permissions'
import { ask } from '../client/ask'
import { rolesIn } from '../client/me'
import { publicPhoto } from '../client/photos'
import { currentTown } from '../client/town'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { deputiesOf } from '../work/deputies-by-village'
import { DeputiesToTell } from '../work/deputies-to-tell'
import { Disclosures } from '../work/disclosures'
import { Files } from '../work/files'
import { FollowMatter } from '../work/follow-matter'
import { OutcomeCard } from '../work/outcome-card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { Part } from '../pieces/part'
import { PhotoPair } from '../pieces/photo-pair'
import { Steps } from '../work/steps'
import { Tag } from '../pieces/tag'
import { Timeline } from '../pieces/timeline'
import { useShareWithAll } from '../work/share'
import { standingTag, today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { useMe } from '../hooks/use-me'
import { useWindowTitle } from '../hooks/use-window-title'

/** The public page of one suggestion: the five disclosures, the six steps, and what happened. */
export default function Suggestion() {
  const { params } = useRouter()
  const id = params.id ?? ''
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(showBoardItem, { params: { town, id } })) }
  }, [id])
  const me = useMe()
  const reads = state.value !== undefined && mayDo('readAloud', rolesIn(me, state.value.town))
  useWindowTitle(state.value?.item, state.value && '建议办理情况')
  useShareWithAll('matter', {
    town: state.value?.town ?? params.town,
    ids: { id },
    ...(state.value ? { name: state.value.item, stands: standingTag(state.value).word } : {}),
  })
  return (
    <Page>
      <Loaded state={state}>
        {(item) => (
          <View className="stack">
            <Heading large>{item.item}</Heading>
            {item.key || item.awards.length > 0 ? (
              <View className="tags">
                {item.key ? (
                  <Tag tone="flow">{`${item.key.year} 年重点建议，${ledBy(item.key.leader)}`}</Tag>
                ) : null}
                {item.awards.map(({ year, title }) => (
                  <Tag key={`${year}${title}`} tone="done">
                    {awardTitle(year, title)}
                  </Tag>
                ))}
              </View>
            ) : null}
            <View>{item.plain}</View>
            <Card tight>
              <Disclosures of={item} />
            </Card>
            {item.toSee ? <View>{`现在能看到：${item.toSee}`}</View> : null}
            <OutcomeCard of={item.card} />
            {item.photosBefore.length + item.photosAfter.length + checked(item) > 0 ? (
              <Card>
                <PhotoPair
                  of={item.item}
                  sides={[
                    {
                      word: '办理前',
                      sources: item.photosBefore.map((photo) => publicPhoto(item.town, id, photo)),
                      beingChecked: item.photosBeingChecked.before,
                    },
                    {
                      word: '办理后',
                      sources: item.photosAfter.map((photo) => publicPhoto(item.town, id, photo)),
                      beingChecked: item.photosBeingChecked.after,
                    },
                  ]}
                />
              </Card>
            ) : null}
            {item.files.length > 0 ? (
              <Card>
                <Files town={item.town} label="答复的附件" files={item.files} publicOf={id} />
              </Card>
            ) : null}
            {item.text ? (
              <Card>
                <Part label="情况和原因">{item.text.facts}</Part>
                <Part label="具体建议">{item.text.proposal}</Part>
              </Card>
            ) : null}
            <Card>
              <Steps walk={walkOfSuggestion(item.result.state)} />
            </Card>
            <FollowMatter town={item.town} id={id} />
            <Heading>办理经过</Heading>
            <Card>
              {item.timeline.length > 0 ? (
                <Timeline
                  entries={item.timeline.map(({ on, line }) => ({ when: spokenDay(on, today()), line }))}
                />
              ) : (
                <Empty>还没有经过可看。</Empty>
              )}
            </Card>
            {item.village ? <OfVillage town={item.town} village={item.village} /> : null}
            {reads ? (
              <Button
                tone="quiet"
                onTap={() => void Taro.navigateTo({ url: `/voice/aloud?town=${item.town}&id=${id}` })}
              >
                打印公告、念给村里听
              </Button>
            ) : null}
            <Button tone="quiet" onTap={() => void Taro.switchTab({ url: '/pages/board' })}>
              看其他建议
            </Button>
          </View>
        )}
      </Loaded>
    </Page>
  )
}

/** Whoever has more to say of it finds whom to tell, whoever may have brought it. */
function OfVillage({ town, village }: { town: string; village: { id: string; name: string } }) {
  const state = useLoaded(
    async () => deputiesOf(village.id, (await ask(listDeputies, { params: { town } })).deputies),
    [town, village.id],
  )
  if (!state.value || state.value.length === 0) return null
  return (
    <>
      <Heading>{`还有话说，找${village.name}的代表`}</Heading>
      <DeputiesToTell town={town} deputies={state.value} />
    </>
  )
}

/** Whoever leads it is named once the name is checked, and no longer where it was taken back. */
const ledBy = (leader: string) =>
  ([beingChecked, takenBack] as string[]).includes(leader) ? `领办领导${leader}` : `由${leader}领办`

const checked = ({ photosBeingChecked: { before, after } }: OutputOf<typeof showBoardItem>) => before + after
