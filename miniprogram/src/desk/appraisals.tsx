import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRef } from 'react'
import type * as z from 'zod/mini'
import {
  type Appraisals,
  type Ballot,
  castVote,
  listAppraisals,
  voteForm,
} from '../../../shared/matters/group-ballot/endpoints'
import { fewestVotes } from '../../../shared/matters/group-ballot/appraisals'
import { spokenDay } from '../../../shared/rules/days'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { ask } from '../client/ask'
import { newKey } from '../client/request-key'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { ActionBar } from '../pieces/action-bar'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { Tag } from '../pieces/tag'
import { BallotFacts, BallotSuggestion } from '../work/ballot-facts'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'

/** 小组评议: what one can vote on, what was voted, and what a leader may still bring before the group. */
export default function AppraisalList() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(listAppraisals, { params: { town } })) }
  }, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ town, ...appraisals }) =>
          appraisals.group === null && !appraisals.supervises ? (
            <Empty>您还没有编进代表小组，不用评议。请镇人大办在名册里编组。</Empty>
          ) : (
            <View className="stack">
              <Notice>
                {`不记名：只记谁投过，不记谁投了什么；结束以后才公布票数，不到 ${fewestVotes} 票的不公布。小组的评议、领衔代表的评价、群众的评价各是各的。`}
              </Notice>
              {appraisals.ballots.length === 0 ? <Empty>还没有评议过办理结果。</Empty> : null}
              {appraisals.ballots.map((ballot) => (
                <BallotCard
                  key={ballot.id}
                  ballot={ballot}
                  town={town}
                  opens={appraisals.supervises || ballot.mayClose}
                  put={(newer) => state.put({ town, ...newer })}
                />
              ))}
              <Candidates town={town} candidates={appraisals.candidates} />
            </View>
          )
        }
      </Loaded>
    </Page>
  )
}

function BallotCard(props: {
  ballot: Ballot
  town: string
  /** Members vote here and need no more. */
  opens: boolean
  put: (newer: Appraisals) => void
}) {
  const { ballot, town, opens, put } = props
  const blinds = useRef<Record<string, string>>({})
  // The same sending twice is the same vote, down to the last letter.
  const blindOf = (key: string) => (blinds.current[key] ??= newKey())
  return (
    <Card>
      <View className="note">{[ballot.no, ballot.group, ballot.unit].filter(Boolean).join(' · ')}</View>
      <Heading>{ballot.subject}</Heading>
      <View className="tags">
        {ballot.closedOn ? (
          <Tag tone="done">{`${spokenDay(ballot.closedOn, today())}结束`}</Tag>
        ) : (
          <Tag tone="soon">正在投票</Tag>
        )}
        {ballot.voted ? <Tag tone="calm">我投过了</Tag> : null}
      </View>
      <BallotFacts ballot={ballot} />
      {ballot.mayVote ? (
        <ActionBar
          // A vote is secret, on the phone too.
          keeps={null}
          steps={[{ name: 'vote', label: '投票', tone: 'primary', input: voteForm }]}
          take={(_, form, key) =>
            ask(castVote, {
              params: { town, ballot: ballot.id },
              input: { ...(form as z.output<typeof voteForm>), blind: blindOf(key) },
              key,
            })
          }
          done={put}
        />
      ) : null}
      {opens ? <BallotSuggestion town={town} ballot={ballot} /> : null}
    </Card>
  )
}

/** The ballot itself is opened and closed as a step of the suggestion. */
function Candidates(props: { town: string; candidates: Appraisals['candidates'] }) {
  const { town, candidates } = props
  if (candidates.length === 0) return null
  return (
    <View>
      <Heading>还可以请小组评议的</Heading>
      <Card tight>
        {candidates.map(({ id, no, subject, state }) => (
          <Cell
            key={id}
            label={subject}
            note={[no, suggestionStates[state].label].filter(Boolean).join(' · ')}
            onTap={() => openMatter('suggestion', town, id)}
          />
        ))}
      </Card>
    </View>
  )
}
