import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { lookAtResident, lookReasons } from '../../../shared/matters/opinion/looks'
import { unnamedResident } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { TroubleNotice } from '../pieces/notice'
import './small-ways.scss'

type Reason = keyof typeof lookReasons
type Found = OutputOf<typeof lookAtResident>

/** Name and number, each time with the reason in the same tap; whoever wrote reads who opened them and why. */
export function LookAtResident({
  town,
  id,
  reasons = Object.keys(lookReasons) as Reason[],
}: {
  town: string
  id: string
  reasons?: readonly Reason[]
}) {
  const [found, setFound] = useState<Found>()
  const task = useTask(
    (reason: Reason, key) => ask(lookAtResident, { params: { town, id }, input: { reason }, key }),
    setFound,
  )
  const { phone } = found ?? {}
  return (
    <View className="stack">
      {found ? (
        <View>{`${found.name ?? unnamedResident}${phone ? `，电话 ${phone}` : '，没有留电话'}`}</View>
      ) : (
        <View className="small-ways">
          {reasons.map((reason) => (
            <Button key={reason} small tone="quiet" busy={task.busy} onTap={() => task.runAnew(reason)}>
              {`看姓名和电话：${lookReasons[reason]}`}
            </Button>
          ))}
        </View>
      )}
      {phone ? (
        <Button tone="quiet" onTap={() => void Taro.makePhoneCall({ phoneNumber: phone })}>
          {`打电话 ${phone}`}
        </Button>
      ) : null}
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
    </View>
  )
}
