import { View } from '@tarojs/components'
import type {
  Disqualification,
  StandingItem,
  UnitStanding,
} from '../../../shared/matters/award-standing/endpoints'
import {
  appealAnswers,
  itemStandings,
  mostUnaccepted,
  unacceptedConditions,
} from '../../../shared/matters/award-standing/standing'
import { spokenDay } from '../../../shared/rules/days'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Part } from '../pieces/part'
import { press } from '../pieces/press'
import { Tag, type TagTone } from '../pieces/tag'
import { openMatter } from './open-matter'
import { today } from './words'
import './standing-card.scss'

const levelTags = {
  clear: ['done', '没有影响'],
  warned: ['soon', '再有一件就超过'],
  over: ['late', '已经超过'],
} as const satisfies Record<UnitStanding['level'], readonly [TagTone, string]>

/** One unit: how many count, which ones and why, and what was decided. What one can do about it stands below. */
export function StandingCard(props: {
  town: string
  standing: UnitStanding
  children?: JSX.Element | null
  below?: (one: Disqualification) => JSX.Element | null
}) {
  const { unit, count, level, items, disqualifications } = props.standing
  const [tone, word] = levelTags[level]
  return (
    <Card>
      <View className="board-item">
        <View className="board-subject">{unit.name}</View>
        <Tag tone={tone}>{word}</Tag>
      </View>
      <View className="note">{`计入 ${count} 件；超过 ${mostUnaccepted} 件取消评先资格`}</View>
      {items.map((item) => (
        <Item key={item.id} item={item} open={() => openMatter('suggestion', props.town, item.id)} />
      ))}
      {disqualifications.map((one) => (
        <Decision key={one.id} one={one}>
          {props.below?.(one) ?? null}
        </Decision>
      ))}
      {props.children}
    </Card>
  )
}

const standingTones = {
  counted: 'late',
  pending: 'soon',
  excused: 'calm',
  settled: 'calm',
  setAside: 'calm',
} as const

const Item = ({ item, open }: { item: StandingItem; open: () => void }) => (
  <View className="part standing-item" hoverClass="card-hover" {...press(open)}>
    <View className="part-label">
      {[item.no, `${spokenDay(item.ratedOn, today())}评价`].filter(Boolean).join(' · ')}
    </View>
    <View>{item.subject}</View>
    <Tag tone={standingTones[item.standing]}>{itemStandings[item.standing]}</Tag>
    {(Object.keys(unacceptedConditions) as (keyof typeof unacceptedConditions)[]).map((name) => (
      <View key={name} className="standing-condition">
        <View className="standing-mark">{item[name] ? '是' : '否'}</View>
        <View>{unacceptedConditions[name]}</View>
      </View>
    ))}
    {item.validReason ? <View className="note">{`正当理由：${item.validReason}`}</View> : null}
  </View>
)

const Decision = ({ one, children }: { one: Disqualification; children: JSX.Element | null }) => (
  <View className="standing-decision">
    <View className="board-item">
      <Heading>{`取消 ${one.year} 年评先资格`}</Heading>
      {one.answer?.verdict === 'lifted' ? <Tag tone="calm">已撤销</Tag> : <Tag tone="late">已决定</Tag>}
    </View>
    <Part label={`主席团的决定（${spokenDay(one.decidedOn, today())}）`}>{one.decision}</Part>
    <Part label={`当时计入的 ${one.items.length} 件`}>
      {one.items.map(({ no, subject }) => `《${subject}》${no ? `（${no}）` : ''}`).join('\n')}
    </Part>
    {one.stillCounted !== null && one.stillCounted <= mostUnaccepted ? (
      <View className="note">{`其中 ${one.items.length - one.stillCounted} 件后来不再计，现在还计 ${one.stillCounted} 件，没有超过。请主席团看看这个决定还要不要。`}</View>
    ) : null}
    {one.appeal ? (
      <Part label={`单位的申诉（${spokenDay(one.appeal.on, today())}）`}>{one.appeal.note}</Part>
    ) : null}
    {one.answer ? (
      <Part
        label={`主席团的答复（${spokenDay(one.answer.on, today())}）：${appealAnswers[one.answer.verdict]}`}
      >
        {one.answer.text}
      </Part>
    ) : null}
    {children}
  </View>
)
