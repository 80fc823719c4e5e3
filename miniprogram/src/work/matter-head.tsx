import { View } from '@tarojs/components'
import type { MatterView } from '../../../shared/grammar/matter-view'
import { useWindowTitle } from '../hooks/use-window-title'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Tag } from '../pieces/tag'
import type { MatterParts } from './matter-parts'
import { Steps } from './steps'
import { awaitedIn } from './turn'
import { spokenDeadline, urgencyTones } from './words'
import './matter-head.scss'

/** What it is, where it stands, whose turn it is and how long there is. */
export function MatterHead({ parts, view }: { parts: MatterParts<MatterView>; view: MatterView }) {
  const { due, waitsFor } = view
  const { over, title, tags = [], tone, who = [], awaits, plain, walk } = parts.head(view)
  useWindowTitle(title, parts.word)
  const awaited = awaitedIn(parts.table, view, awaits)
  const turn = awaited && `现在等：${awaited}`
  return (
    <Card>
      <View className="note">{over.filter(Boolean).join(' · ')}</View>
      <Heading large>{title}</Heading>
      <View className="tags">
        <Tag tone={tone ?? (waitsFor === null ? 'done' : 'flow')}>
          {parts.table.states[view.state]?.label ?? ''}
        </Tag>
        {due ? <Tag tone={urgencyTones[due.urgency]}>{spokenDeadline(due.on)}</Tag> : null}
        {tags.map(({ tone: of, word }) => (
          <Tag key={word} tone={of}>
            {word}
          </Tag>
        ))}
      </View>
      {plain ? <View>{plain}</View> : null}
      <View className="note">{[...who, turn].filter(Boolean).join('　')}</View>
      {walk ? (
        <View className="head-steps">
          <Steps walk={walk} />
        </View>
      ) : null}
    </Card>
  )
}
