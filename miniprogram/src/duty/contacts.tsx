import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { showTwoWayContacts } from '../../../shared/api/two-way-contacts'
import { mayDo } from '../../../shared/permissions'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { Tag } from '../pieces/tag'
import { today } from '../work/words'

/** 双联系: whom I keep in touch with, and for presidium and office with whom nobody was this quarter. */
export default function Contacts() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const seen = await ask(showTwoWayContacts, { params: { town } })
    return { town, ...seen, roles: rolesIn(await loadMe(), town) }
  }, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ town, since, mine, open, roles }) => {
          const to = (name: string) => () =>
            void Taro.navigateTo({ url: `/register/list?name=${name}&town=${town}` })
          return (
            <View className="stack">
              <Card tight>
                <Cell label="联系记录" note="记一次联系，代表的困难解决了没有" onTap={to('contactEntry')} />
                {mayDo('followContacts', roles) ? (
                  <Cell label="联系安排" note="谁联系哪个小组、哪些代表" onTap={to('contactLink')} />
                ) : null}
              </Card>
              {mine.length > 0 ? (
                <>
                  <View>
                    <Heading>我联系的</Heading>
                    <View className="note">这个季度联系过没有，只有您自己看得到。</View>
                  </View>
                  <Card tight>
                    {mine.map(({ name, done }, at) => (
                      <Cell key={`${at} ${name}`} label={name}>
                        <Tag tone={done ? 'done' : 'soon'}>{done ? '联系过了' : '还没联系'}</Tag>
                      </Cell>
                    ))}
                  </Card>
                </>
              ) : open === null ? (
                <Notice>镇人大办还没有登记您联系谁；联系了代表，照样可以先记。</Notice>
              ) : null}
              {open === null ? null : <Uncontacted {...open} since={since} />}
            </View>
          )
        }}
      </Loaded>
    </Page>
  )
}

type Open = NonNullable<OutputOf<typeof showTwoWayContacts>['open']>

function Uncontacted({ groups, deputies, since }: Open & { since: string }) {
  const lines = [
    ['代表小组', groups],
    ['代表', deputies],
  ] as const
  return (
    <>
      <View>
        <Heading>这个季度还没有人联系的</Heading>
        <View className="note">{`${spokenDay(since, today())}以来谁也没有联系过；按名册的顺序，不排名，县里看不到。`}</View>
      </View>
      {groups.length + deputies.length === 0 ? (
        <Notice tone="done">每个小组、每位代表都有人联系过了。</Notice>
      ) : (
        <Card tight>
          {lines.map(([word, names]) =>
            names.length > 0 ? <Cell key={word} label={word} note={names.join('、')} /> : null,
          )}
        </Card>
      )}
    </>
  )
}
