import { View } from '@tarojs/components'
import { useState } from 'react'
import { holdMeeting, meetingForm, type MeetingView } from '../../../shared/api/hand-over'
import type { WorkRow } from '../../../shared/api/work'
import { assignment } from '../../../shared/matters/suggestion/inputs'
import { ask } from '../client/ask'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import type { Option } from '../pieces/choose'
import { Field } from '../pieces/field'
import { FormFields } from '../pieces/form-fields'
import { TroubleNotice } from '../pieces/notice'
import { today } from '../work/words'
import { fieldsOf, useForm } from '../hooks/use-form'
import { useTask } from '../hooks/use-task'

type Choice = { leadUnitId?: string; coUnitIds?: string[] }
const fields = fieldsOf(assignment)
const unitFields = fields.filter(({ name }) => name === 'leadUnitId' || name === 'coUnitIds')
const confirmField = fields.find(({ name }) => name === 'nobodyConfirmed')

/** A list with a unit for each; whatever has no unit yet stays for another time. */
export function HandOverForm(props: {
  town: string
  waiting: readonly WorkRow[]
  units: readonly Option[]
  done: (meeting: MeetingView) => void
}) {
  const { town, waiting, units } = props
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [confirmed, setConfirmed] = useState<true>()
  const form = useForm(meetingForm, { heldOn: today(), place: '镇政府会议室' })
  const chosen = waiting.flatMap(({ id, version }) => {
    const { leadUnitId, coUnitIds } = choices[id] ?? {}
    const handOver = {
      leadUnitId,
      ...(coUnitIds && { coUnitIds }),
      ...(confirmed && { nobodyConfirmed: confirmed }),
    }
    return leadUnitId ? [{ id, version, form: { ...handOver, leadUnitId } }] : []
  })
  const task = useTask(
    (input: { heldOn: string; place: string }, key) =>
      ask(holdMeeting, { params: { town }, input: { ...input, items: chosen }, key }),
    props.done,
  )
  const send = () => {
    const checked = form.check()
    if (checked) task.run(checked as { heldOn: string; place: string })
  }
  return (
    <View className="stack">
      {waiting.map(({ id, number, title, note }) => (
        <Card key={id}>
          <View className="board-subject">{title}</View>
          <View className="note">{[number, note].filter(Boolean).join(' · ')}</View>
          {unitFields.map((field) => (
            <Field
              key={field.name}
              field={field}
              value={choices[id]?.[field.name as keyof Choice]}
              lists={{ unit: units, units }}
              onChange={(value) => setChoices({ ...choices, [id]: { ...choices[id], [field.name]: value } })}
            />
          ))}
        </Card>
      ))}
      <Card>
        <FormFields form={{ ...form, errors: { ...task.fields, ...form.errors } }} />
        {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
        {confirmField && (confirmed || task.fields.nobodyConfirmed) ? (
          <Field
            field={confirmField}
            value={confirmed}
            onChange={(value) => setConfirmed(value === true ? true : undefined)}
          />
        ) : null}
        <View id="hold-meeting">
          <Button busy={task.busy} disabled={chosen.length === 0} onTap={send}>
            {chosen.length === 0 ? '先给建议选单位' : `交办选好的 ${chosen.length} 件`}
          </Button>
        </View>
      </Card>
    </View>
  )
}
