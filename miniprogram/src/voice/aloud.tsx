import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Aloud, noteReading, showAloud } from '../../../shared/api/aloud'
import { makeCode } from '../../../shared/api/qr-codes'
import { showTown } from '../../../shared/api/towns'
import { mayDo } from '../../../shared/permissions'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import { spokenDay } from '../../../shared/rules/days'
import { readingWays } from '../../../shared/words/aloud'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
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
import { CodeImage } from '../work/code-image'
import { today } from '../work/words'
import './aloud.scss'

/** One public matter for those who never open the app: a page for the door, and a minute for the microphone. */
export default function AloudPage() {
  const { params } = useRouter()
  const id = params.id ?? ''
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [aloud, { villages }, me] = await Promise.all([
      ask(showAloud, { params: { town, id } }),
      ask(showTown, { params: { town } }),
      loadMe().catch(() => undefined),
    ])
    return { town, lists: { village: villages }, aloud, makesCodes: mayDo('printCodes', rolesIn(me, town)) }
  }, [id])
  return (
    <Page>
      <Loaded state={state}>
        {(loaded) => (
          <View className="stack">
            <ForTheDoor of={loaded.aloud} />
            <View className="not-printed">
              <PrintButton />
              {loaded.aloud.scene === null && loaded.makesCodes ? (
                <MakeCode
                  town={loaded.town}
                  id={id}
                  done={({ scene }) => state.put({ ...loaded, aloud: { ...loaded.aloud, scene } })}
                />
              ) : null}
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

const ForTheDoor = ({ of: { item, unit, plain, sentence, scene } }: { of: Aloud }) => (
  <View className="door-sheet">
    <Card>
      <Heading large>{item}</Heading>
      {unit ? <View>{`承办单位：${unit}`}</View> : null}
      <View>{sentence === null ? plain : `办理结果：${sentence}`}</View>
      {scene === null ? null : (
        <View className="door-sheet-code">
          <CodeImage scene={scene} of={item} />
          <View>微信扫一扫，看这件事的经过</View>
        </View>
      )}
      <View className="note">{`截至 ${spokenDay(today(), '')}。有话要说，请找代表，或者到代表之家。`}</View>
    </Card>
  </View>
)

/** On paper it leads whoever reads it to the page of this matter. */
function MakeCode({
  town,
  id,
  done,
}: {
  town: string
  id: string
  done: (made: OutputOf<typeof makeCode>) => void
}) {
  const task = useTask(
    (_: void, key) => ask(makeCode, { params: { town }, input: { kind: 'matter', id }, key }),
    done,
  )
  return (
    <>
      <Button tone="quiet" small busy={task.busy} onTap={() => task.run()}>
        给这件事做一张小程序码
      </Button>
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
    </>
  )
}

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
