import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import {
  messageOf,
  questionsInOrder,
  threeAnswers,
  type ThreeAnswers,
  threeQuestions,
} from '../../../shared/matters/opinion/three-questions'
import { ask } from '../client/ask'
import { askConsent } from '../client/consent'
import { currentTown } from '../client/town'
import { useDraft } from '../hooks/use-draft'
import type { Values } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { useOnceUploaded } from '../hooks/use-once-uploaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Field } from '../pieces/field'
import { Heading } from '../pieces/heading'
import { LeftNotice } from '../pieces/left-notice'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { ReadAloud } from '../pieces/read-aloud'
import { loadForMessage, type ForMessage } from '../work/for-message'
import { SeenByOthers } from '../work/seen-by-others'

/** Three questions, one after another: whoever speaks goes on speaking, whoever types has one field at a time. */
export default function Say() {
  const { params } = useRouter()
  const state = useLoaded(async () => loadForMessage(await currentTown(params.town)), [])
  return (
    <Page>
      <Loaded state={state}>{(ready) => <Questions {...ready} />}</Loaded>
    </Page>
  )
}

/** As it will be read. */
const shownOf = (profile: Values, values: Values): Values => ({
  ...{ kind: 'report', name: profile.name, phone: profile.phone },
  ...messageOf(values),
})

function Questions({ town, account, lists, profile, own }: ForMessage) {
  const about = `say:${town}`
  const draft = useDraft({ account, about }, threeAnswers)
  const { form } = draft
  const [at, setAt] = useState(0)
  const [focused, setFocused] = useState(false)
  const question = questionsInOrder[at] ?? 'wish'
  const isLast = at === questionsInOrder.length - 1
  const { villageId, name, phone } = profile
  // Only where there is a choice, and with the question where it is; what was begun for another village is no part of this one.
  const around = (lists.area ?? []).filter((one) => one.partOf === villageId)
  const partOf = (areaId: unknown) => around.find(({ id }) => id === areaId)
  const task = useTask(
    (said: ThreeAnswers, key) =>
      ask(writeOpinion, {
        params: { town },
        input: {
          ...(own === undefined ? { unsure: true as const } : { deputyId: own }),
          ...{
            kind: 'report',
            forWhom: 'self',
            name,
            phone,
            villageId,
            ...messageOf(said),
            areaId: partOf(said.areaId)?.id,
          },
        },
        key,
      }),
    (opinion) => {
      draft.sent()
      void Taro.redirectTo({ url: `/pages/matter?town=${town}&id=${opinion.id}&sent=1` })
    },
    { ...draft.kept, label: { account, about, title: '说给代表听', page: `voice/say?town=${town}` } },
  )
  const uploaded = useOnceUploaded(form.values, () => {
    const said = form.check()
    if (said) task.run(said)
    else setAt(questionsInOrder.indexOf('what'))
  })
  const send = () => {
    // In the tap itself, the only time at which WeChat lets us ask for its messages.
    void askConsent()
    uploaded.run()
  }
  const go = (step: number) => () => {
    setAt(at + step)
    setFocused(form.values.voice === undefined)
  }
  const to = lists.deputy?.find(({ id }) => id === own)?.name ?? '联系您这个村的代表'
  const villageName = [
    lists.village?.find(({ id }) => id === villageId)?.name,
    partOf(form.values.areaId)?.name,
  ]
    .filter(Boolean)
    .join('')
  const asksWhere = question === 'place' && around.length > 0
  const { ask: asks, for: hint } = threeQuestions[question]
  const errors: Readonly<Record<string, string>> = { ...task.fields, ...form.errors }
  return (
    <View className="section stack">
      {draft.leftAt === undefined ? null : <LeftNotice at={draft.leftAt} onAnew={draft.beginAnew} />}
      <View className="note">{`第 ${at + 1} 个问题，一共 3 个 · 说给${to}`}</View>
      <Heading large>{asks}</Heading>
      <View>{hint}</View>
      <ReadAloud text={`${asks}${hint}`} />
      {form.fields
        .filter(({ name }) => name === 'voice' || name === question || (name === 'areaId' && asksWhere))
        .map((field) => (
          <Field
            key={field.name}
            field={field}
            value={form.values[field.name]}
            lists={{ area: around }}
            error={errors[field.name]}
            focused={focused && field.name === question}
            onLeave={() => setFocused(false)}
            onChange={(value) => form.set(field.name, value)}
          />
        ))}
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      {isLast ? (
        <View id="send">
          {uploaded.isWaiting ? <Notice>录音传完就自动送出。</Notice> : null}
          <Button busy={task.busy} onTap={send}>
            送出
          </Button>
        </View>
      ) : (
        <View id="next">
          <Button onTap={go(1)}>下一个问题</Button>
        </View>
      )}
      {at > 0 ? (
        <Button tone="quiet" onTap={go(-1)}>
          回上一个问题
        </Button>
      ) : null}
      {isLast ? <SeenByOthers values={shownOf(profile, form.values)} village={villageName} /> : null}
      <Button small tone="quiet" onTap={() => void Taro.redirectTo({ url: `/pages/write?town=${town}` })}>
        换一位代表、传照片、替别人说
      </Button>
    </View>
  )
}
