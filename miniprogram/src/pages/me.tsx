import { Switch, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { acceptInvite, residentProfile, saveProfile, showProfile } from '../../../shared/api/sign-in'
import { showTown } from '../../../shared/api/towns'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { roles } from '../../../shared/permissions'
import { ask } from '../client/ask'
import { countDrafts } from '../client/drafts'
import { forgetMe, loadMe, standingIn } from '../client/me'
import { waitingOf } from '../client/outbox'
import { leave } from '../client/sign-out'
import { standNowhere } from '../client/here'
import { chooseTown } from '../client/town'
import { ActionBar } from '../pieces/action-bar'
import { asked } from '../pieces/aloud'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Consents } from '../work/consents'
import { AllDoors } from '../work/doors'
import { Face } from '../work/deputy-card'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { OwnDetails } from '../work/own-details'
import { Page } from '../pieces/page'
import { PersonaBar } from '../work/persona-bar'
import { Sheet } from '../pieces/sheet'
import { useElder } from '../hooks/use-elder'
import { useLoaded } from '../hooks/use-loaded'
import { useMe } from '../hooks/use-me'
import { useTabTown } from '../hooks/use-tab-town'
import './me.scss'

/** Who I am here, large type, my details, and the code that makes a deputy or a clerk of me. */
export default function Me() {
  const [elder, turnElder] = useElder()
  const [told, setTold] = useState<string>()
  const townHere = useTabTown()
  const state = useLoaded(async () => {
    const town = await townHere()
    const [me, home, profile] = await Promise.all([
      loadMe(),
      ask(showTown, { params: { town } }),
      ask(showProfile, { params: { town } }),
    ])
    return { town, me, home, profile }
  }, [])
  return (
    <Page>
      <PersonaBar />
      <Loaded state={state}>
        {({ town, me, home, profile: { version, ...details } }) => {
          const standing = standingIn(me, town)
          const held = (standing?.roles ?? [])
            .filter((role) => role !== 'resident')
            .map((role) => roles[role])
          return (
            <View className="stack">
              <View className="who">
                <Face name={standing?.name ?? '您'} />
                <View>
                  <Heading large>{standing?.name ?? '您好'}</Heading>
                  <View className="note">
                    {[
                      me.county ? `${me.county.name}人大` : home.name,
                      ...(held.length > 0 || me.county ? held : ['群众']),
                      standing?.unit,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </View>
                </View>
              </View>
              {told ? <Notice tone="done">{told}</Notice> : null}
              <AllDoors townId={town} />
              <Card tight>
                <Cell label="大字版" note="字更大，按钮更大">
                  <Switch
                    checked={elder}
                    color="#A61B23"
                    {...asked('大字版')}
                    onChange={(event) => turnElder(event.detail.value)}
                  />
                </Cell>
                <Cell
                  label="一页说明"
                  note="怎么用，多少天，一页写完，可以打印"
                  onTap={() => void Taro.navigateTo({ url: `/desk/guide?town=${town}` })}
                />
                <Cell
                  label="对这个小程序有意见"
                  note="不好用、出错了、要求太多，都可以说"
                  onTap={() => void Taro.navigateTo({ url: `/voice/app-feedback?town=${town}` })}
                />
              </Card>
              <ActionBar
                keeps={{ about: `me:${town}`, page: `pages/me?town=${town}` }}
                steps={[
                  {
                    name: 'profile',
                    label: '我的称呼和电话',
                    tone: 'quiet',
                    confirm: '保存',
                    input: residentProfile,
                  },
                  {
                    name: 'invite',
                    label: '我有邀请码',
                    tone: 'quiet',
                    confirm: '用这个码',
                    input: acceptInvite.input,
                  },
                ]}
                lists={{ village: home.villages }}
                initial={(step) =>
                  step === 'profile'
                    ? Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null))
                    : {}
                }
                stale={state.reload}
                take={async (step, form, key) => {
                  if (step === 'profile') {
                    await ask(saveProfile, {
                      params: { town },
                      input: { ...form, version },
                      key,
                    })
                    return '已经保存。'
                  }
                  const bound = await ask(acceptInvite, { input: form as InputOf<typeof acceptInvite>, key })
                  // Whoever is bound stands where they belong from now on.
                  forgetMe()
                  if (bound.town) chooseTown(bound.town.id)
                  else standNowhere()
                  return `绑定好了，${bound.name}，您好。`
                }}
                done={(sentence) => {
                  setTold(sentence)
                  forgetMe()
                  state.reload()
                }}
              />
              <Consents roles={standing?.roles ?? []} />
              <OwnDetails town={town} />
              <View className="note">
                您反映的话和您的称呼、电话只有收到的代表和镇人大办工作人员能看到。公开栏只公开建议的五项内容。
              </View>
            </View>
          )
        }}
      </Loaded>
      <Leaving />
    </Page>
  )
}

/** WeChat says who opens it: there one leaves what lies on the phone, and not oneself. */
const signedInAgain =
  process.env.TARO_ENV === 'weapp' ? { note: '清掉这台手机上留着的；再打开，还是用您的微信进来' } : {}

/** Whoever has not said which town is meant can leave all the same. */
function Leaving() {
  const me = useMe()
  const [leaving, setLeaving] = useState(false)
  if (me === undefined) return null
  return (
    <View className="section">
      <Card tight>
        <Cell
          label="登录的设备和密码"
          note="看看在哪些手机和电脑上登录着"
          onTap={() => void Taro.navigateTo({ url: '/pages/devices' })}
        />
        <Cell
          label="退出登录"
          {...signedInAgain}
          onTap={() =>
            countDrafts(me.account) + waitingOf(me.account).length > 0 ? setLeaving(true) : goOut(me)
          }
        />
      </Card>
      {leaving ? (
        <Sheet title="退出登录" onClose={() => setLeaving(false)}>
          <Notice tone="soon">有写了还没有送出的话。退出以后，这台设备上就没有了。</Notice>
          <View id="leave-sure" style={{ marginTop: '16px' }}>
            <Button tone="danger" onTap={() => goOut(me)}>
              不要了，退出
            </Button>
          </View>
        </Sheet>
      ) : null}
    </View>
  )
}

function goOut({ account }: { account: string }) {
  leave(account)
  void Taro.reLaunch({ url: '/pages/home' })
}
