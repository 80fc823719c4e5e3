import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { listDeputies, listUnits } from '../../../shared/api/people'
import { showTown } from '../../../shared/api/towns'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { recordSuggestion } from '../../../shared/matters/suggestion/endpoints'
import { matterPage } from '../../../shared/words/pages'
import { ask } from '../client/ask'
import { loadMe } from '../client/me'
import { currentTown } from '../client/town'
import { noRoom, useDraft } from '../hooks/use-draft'
import { useLoaded } from '../hooks/use-loaded'
import { answered } from '../hooks/use-form'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import type { Lists } from '../pieces/field'
import { FormFields } from '../pieces/form-fields'
import { LeftNotice } from '../pieces/left-notice'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { loadAreas } from '../work/areas-of-village'
import { deputyOption } from '../work/deputy-option'
import { unitOption } from '../work/unit-option'
import { today } from '../work/words'
import { PastSuggestions } from './past-suggestions'

/** What a deputy handed in on paper or by word, typed by the office. */
export default function OnPaper() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [{ account }, home, { units }, { deputies }, area] = await Promise.all([
      loadMe(),
      ask(showTown, { params: { town } }),
      ask(listUnits, { params: { town } }),
      ask(listDeputies, { params: { town } }),
      loadAreas(town),
    ])
    const options = deputies.map(deputyOption)
    const lists = {
      village: home.villages,
      area,
      unit: units.map(unitOption),
      deputy: options,
      deputies: options,
    }
    return { town, account, lists }
  }, [])
  return (
    <Page>
      <Notice>
        照纸上写的登记，一件事一条。编号、届次和期限从交来的那一天算起；代表会收到消息，在规定的天数内可以提出异议收回。不用扫描，也不用拍照。
      </Notice>
      <View style={{ marginTop: '16px' }}>
        <Loaded state={state}>
          {(ready) => (
            <>
              <Form {...ready} />
              {process.env.TARO_ENV === 'h5' ? (
                <View style={{ marginTop: '24px' }}>
                  <PastSuggestions town={ready.town} />
                </View>
              ) : null}
            </>
          )}
        </Loaded>
      </View>
    </Page>
  )
}

function Form({ town, account, lists }: { town: string; account: string; lists: Lists }) {
  const name = { account, about: `on-paper:${town}` }
  const draft = useDraft(name, recordSuggestion.input, (kept) => ({
    spokeHow: 'paper',
    spokeOn: today(),
    ...kept,
  }))
  const { form } = draft
  const task = useTask(
    (input: InputOf<typeof recordSuggestion>, key) => ask(recordSuggestion, { params: { town }, input, key }),
    (suggestion) => {
      draft.sent()
      void Taro.redirectTo({ url: `/${matterPage('suggestion', town, suggestion.id)}` })
    },
    {
      ...draft.kept,
      label: {
        ...name,
        title: ['登记一件', form.values.subject].filter(Boolean).join(' · '),
        page: `office/on-paper?town=${town}`,
      },
    },
  )
  const save = () => {
    const checked = form.check()
    if (checked) task.run(checked as InputOf<typeof recordSuggestion>)
  }
  return (
    <>
      {draft.leftAt === undefined ? null : <LeftNotice at={draft.leftAt} onAnew={draft.beginAnew} />}
      <FormFields form={answered(form, task)} lists={lists} />
      {draft.hasRoom ? null : <Notice tone="soon">{noRoom}</Notice>}
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      <View id="record" style={{ marginTop: '16px' }}>
        <Button busy={task.busy} onTap={save}>
          登记并提交
        </Button>
      </View>
    </>
  )
}
