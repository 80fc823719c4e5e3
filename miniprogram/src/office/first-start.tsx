import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { beginHere, firstStart } from '../../../shared/api/first-start'
import type { InputOf } from '../../../shared/grammar/endpoint'
import type { ProfileName } from '../../../shared/rules/profiles'
import { ask } from '../client/ask'
import { standNowhere } from '../client/here'
import { forgetMe, loadMe } from '../client/me'
import { chooseTown, forgetTowns } from '../client/town'
import { noRoom, useDraft } from '../hooks/use-draft'
import { answered } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { FormFields } from '../pieces/form-fields'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { ProfileGlance } from './profile-glance'

/** Nobody has begun here yet: whoever brings the code of the terminal says which town it is, and is its first clerk. */
export default function FirstStart() {
  const state = useLoaded(loadMe, [])
  return (
    <Page>
      <View className="stack">
        <Notice>
          先用自己的微信登录，再填下面几项。填好以后，您就是镇人大办的第一位工作人员，接着导入名册、打印小程序码、发邀请码。
        </Notice>
        <Loaded state={state}>{({ account }) => <Form account={account} />}</Loaded>
      </View>
    </Page>
  )
}

function Form({ account }: { account: string }) {
  const draft = useDraft({ account, about: 'firstStart' }, firstStart, () => ({ at: 'town' }))
  const task = useTask(
    (input: InputOf<typeof beginHere>, key) => ask(beginHere, { input, key }),
    ({ town }) => {
      draft.sent()
      forgetMe()
      forgetTowns()
      if (town) chooseTown(town.id)
      else standNowhere()
      void Taro.reLaunch({ url: '/pages/home' })
    },
    draft.kept,
  )
  const { values } = draft.form
  return (
    <>
      <FormFields form={answered(draft.form, task)} />
      {values.at !== 'county' && typeof values.profile === 'string' ? (
        <ProfileGlance name={values.profile as ProfileName} />
      ) : null}
      {draft.hasRoom ? null : <Notice tone="soon">{noRoom}</Notice>}
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      <View id="begin">
        <Button
          busy={task.busy}
          onTap={() => {
            const input = draft.form.check()
            if (input) task.run(input as InputOf<typeof beginHere>)
          }}
        >
          开始使用
        </Button>
      </View>
    </>
  )
}
