import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { furtherTown, openTown } from '../../../shared/api/first-start'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import type { ProfileName } from '../../../shared/rules/profiles'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { loadMe } from '../client/me'
import { today } from '../client/today'
import { forgetTowns } from '../client/town'
import { noRoom, useDraft } from '../hooks/use-draft'
import { answered } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { FormFields } from '../pieces/form-fields'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { ProfileGlance } from './profile-glance'

type Opened = OutputOf<typeof openTown>

/** The county opens a further town, and passes on the code by which its first clerk begins to fill it. */
export default function OpenTown() {
  const [opened, setOpened] = useState<Opened>()
  const state = useLoaded(loadMe, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ account, county }) =>
          opened ? (
            <Handed opened={opened} again={() => setOpened(undefined)} />
          ) : county ? (
            <Form account={account} county={county.id} done={setOpened} />
          ) : (
            <Notice tone="late">再开通一个镇，由县人大的工作人员来办。</Notice>
          )
        }
      </Loaded>
    </Page>
  )
}

function Form(props: { account: string; county: string; done: (opened: Opened) => void }) {
  const { account, county, done } = props
  const draft = useDraft({ account, about: `openTown:${county}` }, furtherTown)
  const task = useTask(
    (input: InputOf<typeof openTown>, key) => ask(openTown, { params: { county }, input, key }),
    (opened) => {
      draft.sent()
      forgetTowns()
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
      done(opened)
    },
    draft.kept,
  )
  const { profile } = draft.form.values
  return (
    <View className="stack">
      <Notice>开通以后得到一个邀请码，交给那里镇人大办的第一位工作人员；名册、小程序码由他们自己办。</Notice>
      <FormFields form={answered(draft.form, task)} />
      {typeof profile === 'string' ? <ProfileGlance name={profile as ProfileName} /> : null}
      {draft.hasRoom ? null : <Notice tone="soon">{noRoom}</Notice>}
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      <View id="open">
        <Button
          busy={task.busy}
          onTap={() => {
            const input = draft.form.check()
            if (input) task.run(input as InputOf<typeof openTown>)
          }}
        >
          开通
        </Button>
      </View>
    </View>
  )
}

function Handed({ opened, again }: { opened: Opened; again: () => void }) {
  const { town, name, code, validUntil } = opened
  return (
    <View className="stack">
      <Notice tone="done">{`${town.name}开通了。请把下面的邀请码交给${name}。`}</Notice>
      <Card>
        <Heading large>{code}</Heading>
        <View className="note">
          {`${spokenDay(validUntil, today())} 前有效，只能用一次。${name}用微信打开“代表之家”，在“我 ▸ 我有邀请码”里填，首页就会列出要做的几件事。`}
        </View>
        <View className="section">
          <Button tone="quiet" onTap={() => void Taro.setClipboardData({ data: code })}>
            复制邀请码
          </Button>
        </View>
      </Card>
      <Button tone="quiet" onTap={again}>
        再开通一个镇
      </Button>
    </View>
  )
}
