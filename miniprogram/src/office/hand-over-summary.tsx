import { View } from '@tarojs/components'
import type { WaitingItem } from '../../../shared/api/hand-over'
import { assignment } from '../../../shared/matters/suggestion/inputs'
import { spokenDate } from '../../../shared/rules/days'
import { fieldsOf } from '../hooks/use-form'
import { today } from '../client/today'
import { Button } from '../pieces/button'
import type { Option } from '../pieces/choose'
import { Field } from '../pieces/field'
import { TroubleNotice } from '../pieces/notice'
import { Sheet } from '../pieces/sheet'
import type { HandingOver } from './use-hand-over'

const confirmField = fieldsOf(assignment).find(({ name }) => name === 'nobodyConfirmed')

/** What is about to be handed over, by unit, before it is: each unit is told at once. */
export function HandOverSummary(props: {
  items: readonly WaitingItem[]
  left: number
  units: readonly Option[]
  meeting: HandingOver
  onClose: () => void
}) {
  const { items, left, units, meeting, onClose } = props
  const { task, form } = meeting
  const byUnit = units
    .map((unit) => ({ unit, own: items.filter((item) => meeting.choiceOf(item).leadUnitId === unit.id) }))
    .filter(({ own }) => own.length > 0)
    .sort((one, other) => other.own.length - one.own.length)
  const days = [...new Set(items.map(({ deadlineOn }) => deadlineOn))].sort()
  const { nobodyConfirmed, heldOn, place } = task.fields
  return (
    <Sheet title={`核对：交办 ${items.length} 件`} onClose={onClose}>
      <View className="hand-over-says">
        {[
          `${spokenDate(String(form.values.heldOn), today())}，${String(form.values.place)}。`,
          `${byUnit.length} 个单位当时就收到，要先签收、面商，`,
          days.length === 1
            ? `最迟 ${spokenDate(days[0] ?? '', today())} 答复代表。`
            : `最早的 ${spokenDate(days[0] ?? '', today())} 要答复代表。`,
          '交出去以后要换单位，由单位退回或镇人大办改派。',
          ...(left > 0 ? [`另有 ${left} 件这次不交办，还留在这里。`] : []),
        ].join('')}
      </View>
      {byUnit.map(({ unit, own }) => (
        <View key={unit.id} className="hand-over-unit">
          <View className="hand-over-unit-name">{`${unit.name} ${own.length} 件`}</View>
          <View className="note">{own.map(({ subject }) => subject).join('；')}</View>
        </View>
      ))}
      {task.trouble ? (
        <TroubleNotice
          trouble={task.trouble}
          offline="各单位当时就要收到，不能先存着等网。选好的都还在，不要关这一页，有网再点一次；不会交办两次。"
        />
      ) : null}
      {[heldOn, place].filter(Boolean).map((sentence) => (
        <View key={sentence} className="field-error">
          {sentence}
        </View>
      ))}
      {confirmField && (meeting.confirmed || nobodyConfirmed) ? (
        <Field
          field={confirmField}
          value={meeting.confirmed}
          error={meeting.confirmed ? undefined : nobodyConfirmed}
          onChange={(value) => meeting.confirm(value === true ? true : undefined)}
        />
      ) : null}
      <View id="action-confirm" className="hand-over-send">
        <Button busy={task.busy} onTap={() => meeting.send(items)}>
          {`交办这 ${items.length} 件`}
        </Button>
      </View>
    </Sheet>
  )
}
