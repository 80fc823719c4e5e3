import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MeetingView, WaitingItem } from '../../../shared/api/hand-over'
import { assignment } from '../../../shared/matters/suggestion/inputs'
import { fieldsOf } from '../hooks/use-form'
import { useWide } from '../hooks/use-wide'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import type { Option } from '../pieces/choose'
import { Field } from '../pieces/field'
import { FormFields } from '../pieces/form-fields'
import { Notice } from '../pieces/notice'
import { HandOverSummary } from './hand-over-summary'
import { HandOverTable } from './hand-over-table'
import { type Choice, type HandingOver, useHandOver } from './use-hand-over'
import './hand-over.scss'

const unitFields = fieldsOf(assignment).filter(({ name }) => name === 'leadUnitId' || name === 'coUnitIds')

/** A list with a unit for each; whatever has no unit yet stays for another time. */
export function HandOverForm(props: {
  town: string
  waiting: readonly WaitingItem[]
  units: readonly Option[]
  /** Another day of the meeting moves the deadlines. */
  onDay: (heldOn: string) => void
  done: (meeting: MeetingView) => void
}) {
  const { town, waiting, units, onDay, done } = props
  const wide = useWide()
  const meeting = useHandOver({ town, waiting, units, done })
  const [state, setState] = useState<'filling' | 'nothingChosen' | 'checking'>('filling')
  const { chosen, form } = meeting
  const ready = () => setState(chosen.length === 0 ? 'nothingChosen' : form.check() ? 'checking' : 'filling')
  const left = waiting.length - chosen.length
  const fields = {
    ...form,
    set(name: string, value: unknown) {
      form.set(name, value)
      if (name === 'heldOn') onDay(String(value))
    },
  }
  return (
    <View className="stack">
      <Card>
        <View className="hand-over-meeting">
          <FormFields form={fields} />
        </View>
      </Card>
      {wide ? (
        <HandOverTable town={town} waiting={waiting} units={units} meeting={meeting} onReady={ready} />
      ) : (
        waiting.map((item) => <ItemCard key={item.id} item={item} units={units} meeting={meeting} />)
      )}
      {state === 'nothingChosen' && chosen.length === 0 ? (
        <Notice tone="soon">还没有选好一件。先给要交办的建议选主办单位，再核对。</Notice>
      ) : null}
      <View className="hand-over-foot">
        <View>{`${waiting.length} 件：选好 ${chosen.length} 件，${left} 件这次不交办`}</View>
        <View id="hold-meeting">
          <Button onTap={ready}>{`核对并交办 ${chosen.length} 件`}</Button>
        </View>
      </View>
      {state === 'checking' ? (
        <HandOverSummary
          items={chosen}
          left={left}
          units={units}
          meeting={meeting}
          onClose={() => setState('filling')}
        />
      ) : null}
    </View>
  )
}

function ItemCard(props: { item: WaitingItem; units: readonly Option[]; meeting: HandingOver }) {
  const { item, units, meeting } = props
  const choice = meeting.choiceOf(item)
  return (
    <Card>
      <View className="board-subject">{item.subject}</View>
      <View className="note">
        {[item.no, `${item.leadDeputy}代表`, item.village].filter(Boolean).join(' · ')}
      </View>
      {item.wishedUnit ? <View className="note">{`代表希望由${item.wishedUnit.name}办`}</View> : null}
      {unitFields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={choice[field.name as keyof Choice]}
          lists={{ unit: units, units }}
          onChange={(value) => meeting.choose(item, { [field.name]: value })}
        />
      ))}
    </Card>
  )
}
