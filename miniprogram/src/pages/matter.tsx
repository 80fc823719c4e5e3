import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { type OpinionView, showOpinion } from '../../../shared/matters/opinion/endpoints'
import { numberOf } from '../../../shared/words/messages'
import { walkOfOpinion } from '../../../shared/matters/suggestion/steps-walked'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { OpinionActions } from '../work/opinion-actions'
import { useEndSeen } from '../work/use-end-seen'
import { Conversation, OpinionEnd, OpinionSuggestion } from '../work/opinion-parts'
import { Page } from '../pieces/page'
import { Card } from '../pieces/card'
import { ReadAloud } from '../pieces/read-aloud'
import { Heading } from '../pieces/heading'
import { Steps } from '../work/steps'
import { Looks, ToldLine } from '../work/told-line'
import { asSentence, spokenResult } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'

/** Where it stands as a suggestion, until whoever wrote says more or says that it is not solved. */
const spokenPlace = ({ state, plain, suggestion }: OpinionView) =>
  (state === 'inSuggestion' || state === 'closed' ? suggestion?.plain : undefined) ?? plain

/** What is read aloud: the matter, where it stands, and what the deputy said last. */
const spokenMatter = (opinion: OpinionView) => {
  const said = opinion.messages.filter(({ by }) => by === 'deputy').pop()
  return [
    opinion.summary,
    spokenPlace(opinion),
    said ? `${said.deputy ?? opinion.deputy}代表说：${said.text}` : '',
    opinion.explanation ?? '',
  ]
    .filter(Boolean)
    .map(asSentence)
    .join('')
}

/** What came of it first, then where it stands; of what became no suggestion there are no six steps. */
function Standing({ opinion }: { opinion: OpinionView }) {
  const { state, suggestion } = opinion
  const disclosures = suggestion?.disclosures
  return (
    <>
      {disclosures?.result.outcome ? (
        <View className="heading">{asSentence(spokenResult(disclosures))}</View>
      ) : null}
      <View>{spokenPlace(opinion)}</View>
      {suggestion ? (
        <Card>
          <Steps walk={walkOfOpinion(state, disclosures?.result.state ?? null)} />
        </Card>
      ) : null}
    </>
  )
}

/** One matter of mine: what I said, where it stands in plain words, the conversation, and the one thing I can do. */
export default function Matter() {
  const { params } = useRouter()
  const id = params.id ?? ''
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, opinion: await ask(showOpinion, { params: { town, id } }) }
  }, [id])
  useEndSeen(state.value?.town, state.value?.opinion)
  return (
    <Page>
      <Loaded state={state}>
        {({ town, opinion }) => (
          <View className="stack">
            {params.sent ? <Notice tone="done">送到了。有人回复时，这里和消息里都会告诉您。</Notice> : null}
            <Heading large>{opinion.summary}</Heading>
            <Standing opinion={opinion} />
            <ReadAloud text={spokenMatter(opinion)} />
            <OpinionEnd opinion={opinion} />
            <ToldLine told={opinion.told?.how ? opinion.told : null} />
            {opinion.actions.includes('saySolved') ? (
              <Notice tone="soon">这件事办结有一阵了，现在解决了吗？在下面点一下就行。</Notice>
            ) : null}
            {opinion.whyTo ? <Notice tone="flow">{`转给了${opinion.to}。${opinion.whyTo}`}</Notice> : null}
            <Heading>{`和${opinion.to}的对话`}</Heading>
            <Card>
              <Conversation town={town} opinion={opinion} asResident />
            </Card>
            <OpinionActions
              town={town}
              opinion={opinion}
              done={(newer) => state.put({ town, opinion: newer })}
              stale={state.reload}
            />
            <OpinionSuggestion town={town} opinion={opinion} />
            <Looks looks={opinion.looks} />
            <View className="note">
              {[
                `留言编号 ${numberOf(opinion.id)}`,
                opinion.place ?? '',
                opinion.writtenFor ? `替${opinion.writtenFor}写的` : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </View>
          </View>
        )}
      </Loaded>
    </Page>
  )
}
