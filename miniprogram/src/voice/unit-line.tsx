import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { listUnits } from '../../../shared/api/people'
import { showTown } from '../../../shared/api/towns'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { askUnit } from '../../../shared/matters/unit-line/endpoints'
import { unitLineForm, unitLineTable } from '../../../shared/matters/unit-line/table'
import { matterPage } from '../../../shared/words/pages'
import { ask } from '../client/ask'
import { loadMe } from '../client/me'
import { currentTown } from '../client/town'
import { useDraft } from '../hooks/use-draft'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import type { Lists } from '../pieces/field'
import { FormFields } from '../pieces/form-fields'
import { LeftNotice } from '../pieces/left-notice'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { unitOption } from '../work/unit-option'

/** A deputy asks a unit without a suggestion: which unit, what about, in two texts. */
export default function UnitLinePage() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const at = { params: { town } }
    const [{ account }, { units }, { villages }] = await Promise.all([
      loadMe(),
      ask(listUnits, at),
      ask(showTown, at),
    ])
    return { town, account, lists: { unit: units.map(unitOption), village: villages } }
  }, [])
  return (
    <Page>
      <Loaded state={state}>{(ready) => <Form {...ready} />}</Loaded>
    </Page>
  )
}

function Form({ town, account, lists }: { town: string; account: string; lists: Lists }) {
  const about = `unitLine:${town}`
  const draft = useDraft({ account, about }, unitLineForm, () => ({}))
  const { form } = draft
  const task = useTask(
    (input: InputOf<typeof askUnit>, key) => ask(askUnit, { params: { town }, input, key }),
    ({ id }) => {
      draft.sent()
      void Taro.redirectTo({ url: `/${matterPage(unitLineTable.kind, town, id)}` })
    },
    { ...draft.kept, label: { account, about, title: '直接问单位', page: `voice/unit-line?town=${town}` } },
  )
  const send = () => {
    const asked = form.check()
    if (asked) task.run(asked as InputOf<typeof askUnit>)
  }
  return (
    <View className="section stack">
      <Notice>
        问一句、提个醒、请单位说明情况，都可以。单位按日子回答您，镇人大办看得到，不公开。要单位负责办理的，请写成建议。
      </Notice>
      {draft.leftAt === undefined ? null : <LeftNotice at={draft.leftAt} onAnew={draft.beginAnew} />}
      <FormFields form={{ ...form, errors: { ...task.fields, ...form.errors } }} lists={lists} />
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      <View id="ask-unit">
        <Button busy={task.busy} onTap={send}>
          问这个单位
        </Button>
      </View>
      <Button
        tone="quiet"
        onTap={() => void Taro.navigateTo({ url: `/desk/list?town=${town}&kind=${unitLineTable.kind}` })}
      >
        我问过的
      </Button>
    </View>
  )
}
