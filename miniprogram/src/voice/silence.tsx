import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { showSilence } from '../../../shared/api/silence'
import { silenceMarks } from '../../../shared/rules/silence'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Button } from '../pieces/button'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { type Column, Table } from '../pieces/table'
import { Tag } from '../pieces/tag'

/** 静默图: where nobody spoke though some would be expected to, for the next visits and for no list of shame. */
export default function Silence() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(showSilence, { params: { town } })) }
  }, [])
  return (
    <Page>
      <View className="lead">
        <Heading large>没有声音的地方</Heading>
        <View className="note">
          没有人说，不等于没有事：可能不敢说、不愿说、不知道怎么说。下次走访先去这些村，不是排名，县里看不到村名。
        </View>
      </View>
      <Loaded state={state}>
        {({ town, tooFew, villages, messages, withoutVillage, withoutPeople, months }) => (
          <View className="section stack">
            <View className="note">
              {`近半年全镇来了 ${messages} 件写明村的留言${withoutVillage > 0 ? `，另有 ${withoutVillage} 件没有写村` : ''}。`}
            </View>
            {withoutPeople.length > 0 ? (
              <Notice tone="soon">{`${withoutPeople.join('、')}还没有登记人口，没有算。请在“村（社区）”里填上。`}</Notice>
            ) : null}
            {tooFew ? (
              <Empty>全镇来的太少，看不出哪个村静。先到各村走走，告诉大家怎么说。</Empty>
            ) : (
              <>
                {proposalOf(villages) === '' ? null : (
                  <Notice tone="soon">{`下次走访可以先去：${proposalOf(villages)}。赶圩那天去摆一张桌子也好。`}</Notice>
                )}
                <Table said="各村" columns={columns} rows={villages} keyOf={({ id }) => id} />
              </>
            )}
            {months.length > 0 ? (
              <Notice>{`平时常有、这几个月一件也没有：${months.map(({ village, month }) => `${village}（${month}）`).join('、')}。`}</Notice>
            ) : null}
            <Button
              tone="quiet"
              small
              onTap={() => void Taro.navigateTo({ url: `/voice/reception?town=${town}` })}
            >
              看最近的接访日和圩日
            </Button>
          </View>
        )}
      </Loaded>
    </Page>
  )
}

type Village = OutputOf<typeof showSilence>['villages'][number]

const proposalOf = (villages: readonly Village[]) =>
  villages
    .filter(({ mark }) => mark === 'silent')
    .map(({ name }) => name)
    .join('、')

const spokenPart = ({ name, messages, below }: Village['parts'][number]) => {
  const groups = below.filter((group) => group.messages > 0).map((group) => `${group.name} ${group.messages}`)
  return `${name} ${messages} 件${groups.length > 0 ? `（${groups.join('、')}）` : ''}`
}

const columns: readonly Column<Village>[] = [
  {
    key: 'name',
    head: '村',
    cell: ({ name, parts }) => (
      <>
        {name}
        {parts.length > 0 ? <View className="note">{parts.map(spokenPart).join('，')}</View> : null}
      </>
    ),
  },
  {
    key: 'mark',
    head: '听到的',
    cell: ({ mark, together }) => (
      <>
        <Tag tone={mark === 'silent' ? 'soon' : 'calm'}>{silenceMarks[mark]}</Tag>
        {together.length > 0 ? <View className="note">{`和${together.join('、')}合起来看`}</View> : null}
      </>
    ),
  },
  { key: 'messages', head: '来了', cell: ({ messages }) => `${messages} 件`, tight: true },
  { key: 'expected', head: '按人口约', cell: ({ expected }) => `${expected.toFixed(1)} 件`, tight: true },
  { key: 'population', head: '人口', cell: ({ population }) => `${population} 人`, tight: true },
]
