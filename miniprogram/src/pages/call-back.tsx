import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { type CallBack, callBackForm, callBackWords } from '../../../shared/matters/opinion/call-back'
import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { ask } from '../client/ask'
import { askConsent } from '../client/consent'
import { currentTown } from '../client/town'
import { useDraft } from '../hooks/use-draft'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { FormFields } from '../pieces/form-fields'
import { LeftNotice } from '../pieces/left-notice'
import { Loaded } from '../pieces/loaded'
import { TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { loadForMessage, type ForMessage } from '../work/for-message'

/** For whoever does not type: who shall call, where to, and when. What is known is filled in. */
export default function CallBackPage() {
  const { params } = useRouter()
  const state = useLoaded(async () => loadForMessage(await currentTown(params.town)), [])
  return (
    <Page>
      <Loaded state={state}>{(ready) => <Form {...ready} />}</Loaded>
    </Page>
  )
}

function Form({ town, account, lists, profile, own }: ForMessage) {
  const about = `callBack:${town}`
  const draft = useDraft({ account, about }, callBackForm, () => ({
    when: 'any',
    ...(own ? { deputyId: own } : {}),
    ...(profile.phone ? { phone: profile.phone } : {}),
    ...(profile.name ? { name: profile.name } : {}),
  }))
  const { form } = draft
  const task = useTask(
    (asked: CallBack, key) =>
      ask(writeOpinion, {
        params: { town },
        input: {
          ...{ deputyId: asked.deputyId, kind: 'report', forWhom: 'self', text: callBackWords(asked) },
          ...{ phone: asked.phone, name: asked.name },
          call: { when: asked.when, on: asked.on, away: asked.away },
          ...(profile.villageId ? { villageId: profile.villageId } : {}),
        },
        key,
      }),
    (opinion) => {
      draft.sent()
      void Taro.redirectTo({ url: `/pages/matter?town=${town}&id=${opinion.id}&sent=1` })
    },
    {
      ...draft.kept,
      label: { account, about, title: '请代表给我回电话', page: `pages/call-back?town=${town}` },
    },
  )
  const send = () => {
    const asked = form.check()
    if (asked === undefined) return
    void askConsent()
    task.run(asked as CallBack)
  }
  return (
    <>
      {draft.leftAt === undefined ? null : <LeftNotice at={draft.leftAt} onAnew={draft.beginAnew} />}
      <FormFields form={{ ...form, errors: { ...task.fields, ...form.errors } }} lists={lists} />
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      <View id="send" style={{ margin: '16px 0' }}>
        <Button icon="call" busy={task.busy} onTap={send}>
          请代表给我打电话
        </Button>
      </View>
    </>
  )
}
