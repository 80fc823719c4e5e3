import { View } from '@tarojs/components'
import { contentCheckSteps, type ContentCheckView } from '../../../shared/matters/content-check/endpoints'
import {
  contentCheckActions,
  contentCheckTable,
  contentKinds,
} from '../../../shared/matters/content-check/table'
import { spokenInstant } from '../../../shared/rules/days'
import { refusals } from '../../../shared/words/refusals'
import { ask } from '../client/ask'
import { ActionBar } from '../pieces/action-bar'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { blurredOf, CheckedContent } from './checked-content'
import { Notice } from '../pieces/notice'
import { Tag, type TagTone } from '../pieces/tag'
import { today } from './words'
import './content-check-card.scss'

type CheckStep = keyof typeof contentCheckSteps

const tones: Readonly<Partial<Record<ContentCheckView['state'], TagTone>>> = {
  held: 'soon',
  sentBack: 'late',
  hidden: 'calm',
}

/**
 * One sentence or photo that is not public yet: what it is, how far its check is, and what this person can do.
 * A photo that is merely being checked stands with the reply already.
 */
export function ContentCheckCard(props: {
  town: string
  check: ContentCheckView
  named: boolean
  done: () => void
}) {
  const { town, check, named, done } = props
  const because = [...new Set(check.gated.map((one) => one.because))]
  return (
    <Card>
      <View className="note">
        {[contentKinds[check.kind], check.writer, spokenInstant(new Date(check.writtenAt), today())]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {named && check.suggestion ? <Heading large>{check.suggestion.subject}</Heading> : null}
      <CheckedContent town={town} check={check} withPhoto={named || check.state !== 'pending'} />
      <View className="tags">
        <Tag tone={tones[check.state] ?? 'flow'}>{contentCheckTable.states[check.state].label}</Tag>
      </View>
      <View className="note">{contentCheckTable.states[check.state].plain}</View>
      {check.reason ? <View>{`理由：${check.reason}`}</View> : null}
      {check.history.map(({ action, by, at }) => (
        <View key={at + action} className="note">
          {[spokenInstant(new Date(at), today()), by ?? '自动核对', contentCheckActions[action].label].join(
            ' · ',
          )}
        </View>
      ))}
      {because.map((code) => (
        <Notice key={code} tone="soon">
          {refusals[code][1]}
        </Notice>
      ))}
      <View className="content-check-actions">
        <ActionBar
          keeps={{ about: `contentCheck:${check.id}`, title: '公开前复核' }}
          steps={check.actions.map((name) => ({ name, ...contentCheckActions[name] }))}
          initial={() => ({ text: check.text ?? '' })}
          lists={blurredOf(check)}
          take={(step, form, key) =>
            ask(contentCheckSteps[step as CheckStep], {
              params: { town, id: check.id },
              input: { version: check.version, form } as never,
              key,
            })
          }
          done={done}
        />
      </View>
    </Card>
  )
}
