import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { showBoardItem } from '../../../shared/api/board'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { spokenDay } from '../../../shared/rules/days'
import { broadcastOf } from '../../../shared/matters/suggestion/alike'
import { walkOfSuggestion } from '../../../shared/matters/suggestion/steps-walked'
import { beingChecked, takenBack } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { publicPhoto } from '../client/photos'
import { currentTown } from '../client/town'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Disclosures } from '../work/disclosures'
import { Files } from '../work/files'
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
import { useWindowTitle } from '../hooks/use-window-title'

/** The public page of one suggestion: the five disclosures, the six steps, and what happened. */
export default function Suggestion() {
  const { params } = useRouter()
  const id = params.id ?? ''
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(showBoardItem, { params: { town, id } })) }
  }, [id])
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
            {item.key ? (
              <View className="tags">
                <Tag tone="flow">{`${item.key.year} 年重点建议，${ledBy(item.key.leader)}`}</Tag>
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
            {sayable(item) ? (
              <Button
                tone="quiet"
                onTap={() =>
                  void Taro.setClipboardData({
                    data: broadcastOf(item.item, item.unit, item.result.sentence ?? ''),
                  })
                }
              >
                复制广播稿，给村里的大喇叭
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

/** Whoever leads it is named once the name is checked, and no longer where it was taken back. */
const ledBy = (leader: string) =>
  ([beingChecked, takenBack] as string[]).includes(leader) ? `领办领导${leader}` : `由${leader}领办`

/** What is still being checked, or was taken back, is read out by nobody. */
const sayable = ({ item, result }: OutputOf<typeof showBoardItem>) =>
  result.outcome !== null &&
  result.sentence !== null &&
  ![item, result.sentence].some((words) => ([beingChecked, takenBack] as string[]).includes(words))

const checked = ({ photosBeingChecked: { before, after } }: OutputOf<typeof showBoardItem>) => before + after
