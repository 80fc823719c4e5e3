import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { isVoting } from '../../../shared/matters/meeting/kinds'
import { outcomeWords, voteMethods } from '../../../shared/matters/meeting/words'
import { resolutionTable } from '../../../shared/matters/resolution/table'
import { matterPage } from '../../../shared/words/pages'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Part } from '../pieces/part'
import { Tag } from '../pieces/tag'
import type { MeetingShown } from './review-steps'
import './small-ways.scss'

/** It stands on the next agenda again. */
const goesOn: readonly string[] = ['putOff', 'notYet']

/** 议程: one item after another with what became of it; a vote is said in full, passed or not. */
export function MeetingAgenda({ town, view }: { town: string; view: MeetingShown }) {
  const { agenda, meetingKind } = view
  if (!isVoting(meetingKind) || agenda.length === 0) return null
  return (
    <>
      <Heading>{`议程 ${agenda.length} 项`}</Heading>
      {agenda.map(({ id, title, outcome, note, votes, elections, resolutionId }, at) => (
        <Card key={id}>
          <View className="heading">{`${at + 1}. ${title}`}</View>
          {outcome === null ? null : (
            <Tag tone={goesOn.includes(outcome) ? 'soon' : 'done'}>{outcomeWords[outcome]}</Tag>
          )}
          {note ? <View className="note">{note}</View> : null}
          {resolutionId === null ? null : (
            <View className="note">{`${resolutionTable.word}，办好以前每次会都过一遍`}</View>
          )}
          {resolutionId === null ? null : (
            <View className="small-ways not-printed">
              <Button
                small
                tone="quiet"
                onTap={() =>
                  void Taro.navigateTo({ url: `/${matterPage(resolutionTable.kind, town, resolutionId)}` })
                }
              >
                看谁办、报了什么
              </Button>
            </View>
          )}
          {votes.map((vote) => (
            <Part key={vote.id} label={vote.text}>
              {`${vote.says}反对 ${vote.no} 票，弃权 ${vote.abstain} 票，${voteMethods[vote.method]}。`}
            </Part>
          ))}
          {elections.map(({ id: of, office, seats, issued, returned, valid, says }) => (
            <Part key={of} label={`${office}，应选 ${seats} 名`}>
              {`${says}发出 ${issued} 张，收回 ${returned} 张，有效 ${valid} 张。`}
            </Part>
          ))}
        </Card>
      ))}
    </>
  )
}
