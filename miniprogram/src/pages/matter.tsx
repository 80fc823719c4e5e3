import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { showOpinion } from '../../../shared/api/opinions'
import { numberOf } from '../../../shared/messages'
import { walkOfOpinion } from '../../../shared/steps-walked'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Loaded } from '../components/loaded'
import { Notice } from '../components/notice'
import { OpinionActions } from '../components/opinion-actions'
import { Conversation, OpinionEnd, OpinionSuggestion } from '../components/opinion-parts'
import { Page } from '../components/page'
import { Card } from '../components/card'
import { Steps } from '../components/steps'
import { useLoaded } from '../hooks/use-loaded'

/** One matter of mine: where it stands in plain words, the six steps, the conversation, and the one thing I can do. */
export default function Matter() {
  const { params } = useRouter()
  const id = params.id ?? ''
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, opinion: await ask(showOpinion, { params: { town, id } }) }
  }, [id])
  return (
    <Page>
      <Loaded state={state}>
        {({ town, opinion }) => (
          <View className="stack">
            {params.sent ? <Notice tone="done">送到了。有人回复时，这里和消息里都会告诉您。</Notice> : null}
            <View className="title">{opinion.suggestion?.plain ?? opinion.plain}</View>
            <Card>
              <Steps
                walk={walkOfOpinion(opinion.state, opinion.suggestion?.disclosures?.result.state ?? null)}
              />
            </Card>
            <OpinionEnd opinion={opinion} />
            <View className="heading">{`和${opinion.deputy}代表的对话`}</View>
            <Card>
              <Conversation opinion={opinion} asResident />
            </Card>
            <OpinionActions
              town={town}
              opinion={opinion}
              done={(newer) => state.put({ town, opinion: newer })}
            />
            <OpinionSuggestion town={town} opinion={opinion} />
            <View className="note">
              {[`留言编号 ${numberOf(opinion.id)}`, opinion.writtenFor ? `替${opinion.writtenFor}写的` : '']
                .filter(Boolean)
                .join(' · ')}
            </View>
          </View>
        )}
      </Loaded>
    </Page>
  )
}
