import { View } from '@tarojs/components'
import type { AskView } from '../../../shared/grammar/ask-view'
import type { MatterView } from '../../../shared/grammar/matter-view'
import { spokenDay } from '../../../shared/rules/days'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Tag } from '../pieces/tag'
import { today } from './words'

/** Who was asked what inside a matter of any kind, and what came of it, the newest round first. */
export function AsksCard({ asks = [] }: Pick<MatterView, 'asks'>) {
  if (asks.length === 0) return null
  return (
    <Card>
      <Heading>问与答</Heading>
      {[...asks]
        .sort((one, other) => other.roundNo - one.roundNo)
        .map((one) => (
          <AskPart key={`${one.ask} ${one.roundNo} ${one.who.id}`} one={one} />
        ))}
    </Card>
  )
}

function AskPart({ one }: { one: AskView }) {
  const { words, who, askedOn, dueOn, question, sentBackWhy, answer, waivedWhy, isAwaited } = one
  const head = words.head.replace('{who}', who.name).replace('{on}', spokenDay(askedOn, today()))
  return (
    <View className="part">
      <View className="part-label">{head}</View>
      {question ? <View className="part-text">{question}</View> : null}
      {answer ? (
        answer.map(({ label, text }) => (
          <View key={label} className="part-text">
            {words.says + (answer.length > 1 ? `${label}：${text}` : text)}
          </View>
        ))
      ) : (
        <Tag tone={isAwaited ? 'soon' : 'calm'}>
          {isAwaited ? words.waits + (dueOn ? `，${spokenDay(dueOn, today())}前` : '') : words.over}
        </Tag>
      )}
      {waivedWhy ? <View className="note">{waivedWhy}</View> : null}
      {sentBackWhy ? <View className="note">{`退回过一次：${sentBackWhy}`}</View> : null}
    </View>
  )
}

/** Whom a step of an ask may mean: what a form picks from. */
export const askedIn = ({ asks = [] }: Pick<MatterView, 'asks'>) =>
  asks.map(({ who }) => who).filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index)
