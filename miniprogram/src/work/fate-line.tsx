import { View } from '@tarojs/components'
import { type FieldChange, type LineFate, lineFates } from '../../../shared/grammar/register'
import { Tag, type TagTone } from '../pieces/tag'
import { ChangeLines } from './change-lines'
import './fate-line.scss'

const tones: Readonly<Record<LineFate, TagTone>> = {
  added: 'done',
  changed: 'flow',
  left: 'calm',
  wrong: 'late',
}

/** What one line of a spreadsheet did, or would do. */
export function FateLine(props: {
  title: string
  fate: LineFate
  changes: readonly FieldChange[]
  why?: readonly string[]
}) {
  const { title, fate, changes, why = [] } = props
  return (
    <View className="fate-line">
      <View className="board-item">
        <View className="board-subject">{title}</View>
        <Tag tone={tones[fate]}>{lineFates[fate]}</Tag>
      </View>
      {why.map((sentence) => (
        <View key={sentence} className="field-error">
          {sentence}
        </View>
      ))}
      {fate === 'changed' ? <ChangeLines changes={changes} /> : null}
    </View>
  )
}
