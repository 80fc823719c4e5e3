import { View } from '@tarojs/components'
import type { RosterProblem } from '../../../shared/api/roster'
import { Field } from '../pieces/field'

/** What somebody says to one thing that is wrong. */
export interface Answer {
  text?: string
  leave?: boolean
  /** Who of the register is meant; null for another one of that name. */
  meant?: string | null
}

const another = 'another'

/** One thing that is wrong or doubtful, in the sentence of the command line, and the field in which it is mended. */
export function RosterProblemLine(props: {
  problem: RosterProblem
  answer: Answer
  onAnswer: (answer: Answer) => void
}) {
  const { problem, answer, onAnswer } = props
  const { row, heading, sentence, title, text, alike } = problem
  const who = Object.fromEntries([
    ...alike.map(({ id, says }) => [id, `是这一位：${says}`]),
    [another, '是另一位'],
  ]) as Record<string, string>
  return (
    <View className="import-problem">
      <View className={answer.leave ? 'import-left' : 'field-error'}>
        {`${sentence}。`.replace('。。', '。')}
      </View>
      {title && title !== text ? <View className="note">{`这一行是：${title}`}</View> : null}
      {alike.length > 0 && !answer.leave ? (
        <Field
          field={{
            name: 'meant',
            label: `“${title}”是哪一位`,
            kind: 'choice',
            optional: false,
            options: who,
          }}
          value={answer.meant === null ? another : answer.meant}
          onChange={(value) => onAnswer({ meant: value === another ? null : String(value) })}
        />
      ) : null}
      {row !== null && heading !== null && alike.length === 0 && !answer.leave ? (
        <Field
          field={{ name: 'text', label: `第 ${row} 行的${heading}`, kind: 'line', optional: false, max: 200 }}
          value={answer.text ?? text}
          onChange={(value) => onAnswer({ text: String(value) })}
        />
      ) : null}
      {row !== null ? (
        <Field
          field={{ name: 'leave', label: '不要这一行', kind: 'tick', optional: true }}
          value={answer.leave}
          onChange={(value) => onAnswer(value === true ? { leave: true } : {})}
        />
      ) : null}
    </View>
  )
}
