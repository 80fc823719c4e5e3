import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Aloud, noteReading, showAloud } from '../../../shared/api/aloud'
import { showTown } from '../../../shared/api/towns'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { spokenDay } from '../../../shared/rules/days'
import { readingWays } from '../../../shared/words/aloud'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { answered, useForm } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import type { Lists } from '../pieces/field'
import { FormFields } from '../pieces/form-fields'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { today } from '../work/words'

/** One public matter for those who never open the app: a page for the door, and a minute for the microphone. */
export default function AloudPage() {
  const { params } = useRouter()
  const id = params.id ?? ''
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [aloud, { villages }] = await Promise.all([
      ask(showAloud, { params: { town, id } }),
      ask(showTown, { params: { town } }),
    ])
    return { town, lists: { village: villages }, aloud }
  }, [id])
  return (
    <Page>
      <Loaded state={state}>
        {(loaded) => (
          <View className="stack">
            <ForTheDoor of={loaded.aloud} />
            <View className="not-printed">
              <PrintButton />
            </View>
            <View className="not-printed">
              <ForTheMicrophone of={loaded.aloud} />
            </View>
            <View className="not-printed">
              <Note
                town={loaded.town}
                id={id}
                lists={loaded.lists}
                done={(aloud) => state.put({ ...loaded, aloud })}
              />
            </View>
            <View className="not-printed">
              {loaded.aloud.readings.map(({ how, on, by, village }) => (
                <View key={how + on + by} className="note">
                  {`${spokenDay(on, today())} · ${village ?? '全镇'} · ${readingWays[how]} · ${by}`}
                </View>
              ))}
            </View>
          </View>
        )}
      </Loaded>
    </Page>
  )
}

const ForTheDoor = ({ of: { item, unit, plain, sentence } }: { of: Aloud }) => (
  <Card>
    <Heading large>{item}</Heading>
    {unit ? <View>{`承办单位：${unit}`}</View> : null}
    <View>{sentence === null ? plain : `办理结果：${sentence}`}</View>
    <View className="note">{`截至 ${spokenDay(today(), '')}。有话要说，请找代表，或者到代表之家。`}</View>
  </Card>
)

function ForTheMicrophone({ of: { spoken, seconds } }: { of: Aloud }) {
  if (spoken === null) return <Notice tone="soon">公开的话还在核对，或者撤下了，先不要念。</Notice>
  return (
    <Card>
      <Heading>大喇叭这样念</Heading>
      <View>{spoken}</View>
      <View className="note">{`念一遍大约 ${seconds} 秒。`}</View>
      <Button small tone="quiet" onTap={() => void Taro.setClipboardData({ data: spoken })}>
        复制广播稿
      </Button>
    </Card>
  )
}

type Reading = InputOf<typeof noteReading>

function Note({
  town,
  id,
  lists,
  done,
}: {
  town: string
  id: string
  lists: Lists
  done: (aloud: Aloud) => void
}) {
  const [open, setOpen] = useState(false)
  const form = useForm(noteReading.input, { how: 'loudspeaker', readOn: today() })
  const task = useTask(
    (input: Reading, key) => ask(noteReading, { params: { town, id }, input, key }),
    (aloud) => {
      setOpen(false)
      done(aloud)
    },
  )
  const save = () => {
    const checked = form.check()
    if (checked) task.run(checked as Reading)
  }
  if (!open) return <Button onTap={() => setOpen(true)}>念过了、贴过了，记一笔</Button>
  return (
    <View className="stack">
      <FormFields form={answered(form, task)} lists={lists} />
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      <Button busy={task.busy} onTap={save}>
        记下来
      </Button>
    </View>
  )
}
