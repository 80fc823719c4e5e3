import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { opinionForm, writeOpinion } from '../../../shared/matters/opinion/endpoints'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { ask } from '../client/ask'
import { askConsent } from '../client/consent'
import { currentTown } from '../client/town'
import { Button } from '../pieces/button'
import { AlikeMatters } from '../work/alike-matters'
import { EarlierMessage } from '../work/earlier-message'
import { loadForMessage } from '../work/for-message'
import { SeenByOthers } from '../work/seen-by-others'
import { useShare } from '../work/share'
import { WhomNotice } from '../work/whom-notice'
import { FormFields } from '../pieces/form-fields'
import { LeftNotice } from '../pieces/left-notice'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import type { Lists } from '../pieces/field'
import { noRoom, useDraft } from '../hooks/use-draft'
import { useElder } from '../hooks/use-elder'
import { answered, type FormField, type Values } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { useOnceUploaded } from '../hooks/use-once-uploaded'
import { useTask } from '../hooks/use-task'

/** My own name is proposed for my own matter only; what somebody typed stays. */
function signedAnew(values: Values, profile: Values): Values {
  const mine = values.forWhom !== 'another'
  const changed = Object.entries(profile).filter(([name, value]) =>
    mine ? !values[name] : values[name] === value,
  )
  return { ...values, ...Object.fromEntries(changed.map(([name, value]) => [name, mine ? value : ''])) }
}

/** In large letters one speaks, and everything else comes after. */
const spokenFirst = (fields: readonly FormField[]) => [
  ...fields.filter(({ kind }) => kind === 'voice'),
  ...fields.filter(({ kind }) => kind !== 'voice'),
]

const wordsIn = (value: unknown) => (typeof value === 'string' ? value : '')

/** What somebody finds it by while it waits. */
const titleOf = ({ text, voice }: Values) => {
  const said = [...(typeof text === 'string' && text.trim() ? text.trim() : voice ? '一段语音' : '')]
  return said.length > 16 ? `${said.slice(0, 16).join('')}…` : said.join('')
}

/** Tell a deputy. Everything typed is on the phone at once, and leaves it only when the server has it. */
export default function Write() {
  const { params } = useRouter()
  const state = useLoaded(async () => loadForMessage(await currentTown(params.town)), [])
  // The one of the address: whom somebody has chosen in the form is theirs to tell.
  useShare('deputy', {
    town: state.value?.town ?? params.town,
    ids: { deputy: params.deputy, station: params.station },
    name: state.value?.lists.deputy?.find(({ id }) => id === params.deputy)?.name,
  })
  return (
    <Page>
      <Loaded state={state}>
        {(ready) => (
          <Form
            {...ready}
            {...(params.station ? { station: params.station } : {})}
            {...(params.deputy ? { deputy: params.deputy } : {})}
          />
        )}
      </Loaded>
    </Page>
  )
}

function Form({
  town,
  account,
  station,
  deputy,
  lists,
  profile,
}: {
  town: string
  account: string
  station?: string
  deputy?: string
  lists: Lists
  profile: Values
}) {
  const about = `opinion:${town}`
  const draft = useDraft(
    { account, about },
    opinionForm,
    (kept) => ({ ...(kept.forWhom === 'another' ? {} : profile), kind: 'report', forWhom: 'self' }),
    // Whoever came by the code or the card of a deputy means this one, whatever was begun before.
    deputy ? { deputyId: deputy, unsure: undefined } : {},
  )
  const { form } = draft
  const task = useTask(
    (input: InputOf<typeof writeOpinion>, key) => ask(writeOpinion, { params: { town }, input, key }),
    (opinion) => {
      draft.sent()
      void Taro.redirectTo({ url: `/pages/matter?town=${town}&id=${opinion.id}&sent=1` })
    },
    {
      ...draft.kept,
      label: { account, about, title: titleOf(form.values), page: `pages/write?town=${town}` },
    },
  )
  const filled = () => {
    const checked = form.check()
    return (
      checked && ({ ...checked, ...(station ? { stationId: station } : {}) } as InputOf<typeof writeOpinion>)
    )
  }
  const uploaded = useOnceUploaded(form.values, () => {
    const input = filled()
    if (input !== undefined) task.run(input)
  })
  const send = () => {
    if (!uploaded.isLoading && filled() === undefined) return
    // In the tap itself, the only time at which WeChat lets us ask for its messages.
    void askConsent()
    uploaded.run()
  }
  const sendAnother = () => {
    const input = filled()
    if (input) task.runAnew({ ...input, again: true })
  }
  const [elder] = useElder()
  const earlier = task.trouble?.arrived?.id

  return (
    <>
      {draft.leftAt === undefined ? null : <LeftNotice at={draft.leftAt} onAnew={draft.beginAnew} />}
      <FormFields
        form={{
          ...answered(form, task),
          fields: elder ? spokenFirst(form.fields) : form.fields,
          set: (name, value) => {
            form.set(name, value)
            if (name === 'forWhom') form.setValues((values) => signedAnew(values, profile))
          },
        }}
        lists={lists}
      />
      {form.values.unsure ? <WhomNotice town={town} villageId={wordsIn(form.values.villageId)} /> : null}
      <AlikeMatters
        town={town}
        villageId={wordsIn(form.values.villageId)}
        text={wordsIn(form.values.text)}
        place={wordsIn(form.values.place)}
      />
      <SeenByOthers
        values={form.values}
        village={[
          lists.village?.find(({ id }) => id === form.values.villageId)?.name,
          lists.area?.find(({ id }) => id === form.values.areaId)?.name,
        ]
          .filter(Boolean)
          .join('')}
      />
      {draft.hasRoom ? null : <Notice tone="soon">{noRoom}</Notice>}
      {earlier ? (
        <EarlierMessage
          town={town}
          id={earlier}
          text={wordsIn(form.values.text)}
          busy={task.busy}
          onAnother={sendAnother}
          onSent={draft.sent}
        />
      ) : task.trouble?.kind === 'waits' && !draft.hasRoom ? (
        <Notice tone="soon">网络不好，有网会自动送出。</Notice>
      ) : task.trouble ? (
        <TroubleNotice trouble={task.trouble} />
      ) : null}
      {earlier ? null : (
        <View id="send" style={{ margin: '16px 0' }}>
          {uploaded.isWaiting ? <Notice>照片和录音传完就自动送出。</Notice> : null}
          <Button busy={task.busy} onTap={send}>
            送出
          </Button>
        </View>
      )}
      <View className="note">
        您写的话只有这位代表和镇人大办工作人员能看到，不会公开。称呼和电话可以不填；填了只跟着这一条，只用来回话。
      </View>
      <Button small tone="quiet" onTap={() => void Taro.navigateTo({ url: `/voice/petition?town=${town}` })}>
        告状、举报、打官司的事，在这里登记
      </Button>
    </>
  )
}
