import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { listUnits } from '../../../shared/api/people'
import { startSuggestion } from '../../../shared/matters/suggestion/endpoints'
import { showTown } from '../../../shared/api/towns'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { whyNot } from '../../../shared/permissions'
import { suggestionText } from '../../../shared/matters/suggestion/text'
import { matterPage } from '../../../shared/words/pages'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
import { currentTown } from '../client/town'
import { Button } from '../pieces/button'
import { FormFields } from '../pieces/form-fields'
import { LeftNotice } from '../pieces/left-notice'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { loadAreas } from '../work/areas-of-village'
import { SimilarSuggestions } from '../work/similar-suggestions'
import { WhyNoSuggestion } from '../work/why-no-suggestion'
import { textHints, textOf } from '../work/text-hints'
import type { Lists } from '../pieces/field'
import { noRoom, useDraft } from '../hooks/use-draft'
import { useLoaded } from '../hooks/use-loaded'
import { useMe } from '../hooks/use-me'
import { answered } from '../hooks/use-form'
import { useTask } from '../hooks/use-task'

/** A new suggestion: kept on the phone while it is written, a draft of the deputy's own once it is saved. */
export default function Draft() {
  const { params } = useRouter()
  const roles = rolesIn(useMe(), params.town ?? '')
  if (whyNot('startSuggestion', roles) !== undefined)
    return (
      <Page>
        <WhyNoSuggestion town={params.town} roles={roles} />
      </Page>
    )
  return <Written town={params.town} />
}

function Written({ town: named }: { town: string | undefined }) {
  const state = useLoaded(async () => {
    const town = await currentTown(named)
    const [{ account }, home, { units }, area] = await Promise.all([
      loadMe(),
      ask(showTown, { params: { town } }),
      ask(listUnits, { params: { town } }),
      loadAreas(town),
    ])
    return { town, account, lists: { village: home.villages, area, unit: units } }
  }, [])
  return (
    <Page>
      <Notice>一件事一条建议。写清楚什么地方、什么问题、影响多少人，再写希望怎么办。</Notice>
      <View style={{ marginTop: '16px' }}>
        <Loaded state={state}>{(ready) => <Form {...ready} />}</Loaded>
      </View>
    </Page>
  )
}

function Form({ town, account, lists }: { town: string; account: string; lists: Lists }) {
  const name = { account, about: `suggestion:${town}` }
  const draft = useDraft(name, suggestionText)
  const { form } = draft
  const task = useTask(
    (input: InputOf<typeof startSuggestion>, key) => ask(startSuggestion, { params: { town }, input, key }),
    (suggestion) => {
      draft.sent()
      void Taro.redirectTo({ url: `/${matterPage('suggestion', town, suggestion.id)}` })
    },
    {
      ...draft.kept,
      label: {
        ...name,
        title: `建议草稿 · ${textOf(form.values.subject)}`,
        page: `desk/draft?town=${town}`,
      },
    },
  )
  const save = () => {
    const checked = form.check()
    if (checked) task.run(checked as InputOf<typeof startSuggestion>)
  }
  return (
    <>
      {draft.leftAt === undefined ? null : <LeftNotice at={draft.leftAt} onAnew={draft.beginAnew} />}
      <FormFields form={answered(form, task)} lists={lists} hints={textHints(form.values)} />
      <SimilarSuggestions
        town={town}
        subject={textOf(form.values.subject)}
        facts={textOf(form.values.facts)}
        village={textOf(form.values.villageId)}
      />
      {draft.hasRoom ? null : <Notice tone="soon">{noRoom}</Notice>}
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      <View id="save" style={{ marginTop: '16px' }}>
        <Button busy={task.busy} onTap={save}>
          保存草稿
        </Button>
      </View>
    </>
  )
}
