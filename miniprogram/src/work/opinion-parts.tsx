import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OpinionView } from '../../../shared/matters/opinion/endpoints'
import { beijingDay, spokenDay, spokenInstant } from '../../../shared/rules/days'
import { referrals, satisfactions, unseenStandings } from '../../../shared/words/words'
import { voiceWords } from '../../../shared/matters/opinion/attachments'
import { fetchBeside } from '../client/attachments'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Disclosures } from './disclosures'
import { Files } from './files'
import { Photos } from './photos'
import { Spoken } from './spoken'
import { Tag } from '../pieces/tag'
import { Timeline } from '../pieces/timeline'
import { today } from './words'
import './opinion-parts.scss'

/** Who said what; one's own words stand at the right. */
export const Conversation = ({
  town,
  opinion,
  asResident,
}: {
  town: string
  opinion: OpinionView
  asResident: boolean
}) => (
  <View className="talk">
    {opinion.messages.map(({ by, deputy, text, at, withheld, photos = [], voice = null }, place) => {
      const mine = (by === 'resident') === asResident
      return (
        <View key={at + text} className={`said${mine ? ' said-mine' : ''}`}>
          <View className="note">
            {`${by === 'deputy' ? `${deputy ?? opinion.deputy}代表` : asResident ? '我' : '群众'} · ${spokenInstant(new Date(at), today())}`}
          </View>
          {voice && text === voiceWords(voice.seconds) ? null : <View className="said-text">{text}</View>}
          {voice ? (
            <View className="said-beside">
              <Spoken town={town} voice={voice} />
            </View>
          ) : null}
          <Photos town={town} ids={photos} fetch={fetchBeside} />
          {withheld && by === 'deputy' ? (
            <Unseen of={opinion} last={place === lastOfDeputy(opinion.messages)} />
          ) : withheld ? (
            <View className="said-unseen">
              <Tag tone="flow">核对中，代表还看不到</Tag>
            </View>
          ) : null}
        </View>
      )
    })}
  </View>
)

const lastOfDeputy = (messages: OpinionView['messages']) => messages.map(({ by }) => by).lastIndexOf('deputy')

/** What became of words that the resident has not been shown. */
function Unseen({ of, last }: { of: OpinionView; last: boolean }) {
  const standing = last && of.unseen ? of.unseen.standing : 'sentBack'
  const reason = last ? of.unseen?.reason : null
  return (
    <View className="said-unseen">
      <Tag tone={standing === 'sentBack' ? 'soon' : 'flow'}>{unseenStandings[standing]}</Tag>
      {reason ? <View>{`退回的理由：${reason}`}</View> : null}
    </View>
  )
}

/** The end itself waits to be shown; where an answer does, an older end was shown long ago. */
const isUnseen = ({ unseen, messages }: OpinionView) =>
  unseen !== null && messages[lastOfDeputy(messages)]?.withheld !== true

/** How it ended: the deputy's explanation, where else to go, and the resident's own verdict. */
export function OpinionEnd({ opinion }: { opinion: OpinionView }) {
  if (opinion.explanation === null) return null
  return (
    <Card>
      <Heading>{opinion.referredTo ? `请到${referrals[opinion.referredTo]}办理` : '代表的说明'}</Heading>
      <View>{opinion.explanation}</View>
      {isUnseen(opinion) ? <Unseen of={opinion} last /> : null}
      {opinion.rating ? (
        <View className="note">
          {`群众评价：${satisfactions[opinion.rating]}${opinion.ratingComment ? `，“${opinion.ratingComment}”` : ''}`}
        </View>
      ) : null}
    </Card>
  )
}

/** The suggestion that came of it, with the five disclosures once it is public. */
export function OpinionSuggestion({ town, opinion }: { town: string; opinion: OpinionView }) {
  const { suggestion } = opinion
  if (suggestion === null) return null
  const open = () => void Taro.navigateTo({ url: `/pages/suggestion?town=${town}&id=${suggestion.id}` })
  return (
    <>
      <Heading>办到哪一步</Heading>
      {suggestion.disclosures ? (
        <Card tight onTap={open}>
          <Disclosures of={suggestion.disclosures} />
        </Card>
      ) : null}
      {suggestion.timeline.length > 0 ? (
        <Card>
          <Timeline
            entries={suggestion.timeline.map(({ on, line }) => ({ when: spokenDay(on, today()), line }))}
          />
        </Card>
      ) : null}
    </>
  )
}

/** What somebody brought on paper and another typed. */
export const PapersOf = ({ town, opinion }: { town: string; opinion: OpinionView }) =>
  opinion.papers.length === 0 ? null : (
    <Card>
      <Heading>代录的附件</Heading>
      {opinion.papers.map(({ at, files }) => (
        <Files key={at} town={town} label={spokenDay(beijingDay(new Date(at)), today())} files={files} />
      ))}
    </Card>
  )
