import { useState } from 'react'
import { holdMeeting, meetingForm, type MeetingView, type WaitingItem } from '../../../shared/api/hand-over'
import { ask } from '../client/ask'
import { today } from '../client/today'
import { answered, useForm } from '../hooks/use-form'
import { useTask } from '../hooks/use-task'
import type { Option } from '../pieces/choose'

/** What is settled for one suggestion; one that is left out stays for another meeting. */
export interface Choice {
  leadUnitId?: string | undefined
  coUnitIds?: string[] | undefined
  isOut?: boolean
}

/** One hand-over meeting being written down: a unit for each, begun with what the deputies wish for. */
export function useHandOver(props: {
  town: string
  waiting: readonly WaitingItem[]
  units: readonly Option[]
  done: (meeting: MeetingView) => void
}) {
  const { town, waiting, units } = props
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [confirmed, setConfirmed] = useState<true>()
  const form = useForm(meetingForm, { heldOn: today(), place: '镇政府会议室' })

  const isUnit = (id: string) => units.some((unit) => unit.id === id)
  const choiceOf = ({ id, wishedUnit }: WaitingItem): Choice => ({
    ...(wishedUnit && isUnit(wishedUnit.id) ? { leadUnitId: wishedUnit.id } : {}),
    ...choices[id],
  })
  const isChosen = (item: WaitingItem) => {
    const { leadUnitId, isOut } = choiceOf(item)
    return leadUnitId !== undefined && isOut !== true
  }
  const task = useTask(
    (input: { heldOn: string; place: string; items: readonly WaitingItem[] }, key) =>
      ask(holdMeeting, {
        params: { town },
        input: {
          heldOn: input.heldOn,
          place: input.place,
          items: input.items.map((item) => {
            const { leadUnitId = '', coUnitIds } = choiceOf(item)
            const others = coUnitIds && coUnitIds.length > 0 ? { coUnitIds } : {}
            const told = confirmed ? { nobodyConfirmed: confirmed } : {}
            return { id: item.id, version: item.version, form: { leadUnitId, ...others, ...told } }
          }),
        },
        key,
      }),
    props.done,
  )
  return {
    form: answered(form, task),
    task,
    confirmed,
    confirm: setConfirmed,
    choiceOf,
    isChosen,
    chosen: waiting.filter(isChosen),
    choose: (item: WaitingItem, choice: Choice) =>
      setChoices((before) => ({ ...before, [item.id]: { ...before[item.id], ...choice } })),
    /** In the order in which one has them before one's eyes: the printed list has the same. */
    send(items: readonly WaitingItem[]) {
      const checked = form.check()
      if (checked) task.run({ ...(checked as { heldOn: string; place: string }), items })
    },
  }
}
export type HandingOver = ReturnType<typeof useHandOver>
