import { View } from '@tarojs/components'
import { spokenTally } from '../../../shared/matters/group-ballot/appraisals'
import type { Ballot } from '../../../shared/matters/group-ballot/endpoints'
import { outcomes } from '../../../shared/words/words'
import { Cell } from '../pieces/card'
import { Part } from '../pieces/part'
import { openMatter } from './open-matter'

/** What is voted on, and how many have. */
export const BallotFacts = ({ ballot }: { ballot: Ballot }) => (
  <>
    <Part label={`答复：${outcomes[ballot.outcome]}`}>{ballot.reply}</Part>
    {ballot.closedOn ? <Part label="评议结果">{spokenTally(ballot.tally)}</Part> : null}
    <View className="note part">{`小组 ${ballot.members} 人，已投 ${ballot.voters} 票`}</View>
  </>
)

/** A ballot is opened and closed as a step of its suggestion. */
export const BallotSuggestion = ({ town, ballot }: { town: string; ballot: Ballot }) => (
  <Cell
    label={ballot.mayClose ? '结束评议，公布结果' : '看这件建议'}
    onTap={() => openMatter('suggestion', town, ballot.suggestionId)}
  />
)
