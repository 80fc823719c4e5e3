import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { listMyOpinions, type OpinionRow } from '../../../shared/matters/opinion/endpoints'
import { opinionTable } from '../../../shared/matters/opinion/table'
import { spokenInstant } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Page } from '../pieces/page'
import { OutboxList } from '../work/outbox-list'
import { PersonaBar } from '../work/persona-bar'
import { Tag } from '../pieces/tag'
import { DailyDoors } from '../work/doors'
import { useFace } from '../work/face'
import { WorkToday } from '../work/work-today'
import { today } from '../work/words'
import { usePages } from '../hooks/use-pages'
import { useTabTown } from '../hooks/use-tab-town'

/** What I told deputies, and in one plain sentence each where it stands. */
export default function Matters() {
  const townHere = useTabTown()
  const pages = usePages(async (cursor) => {
    const town = await townHere()
    const page = await ask(listMyOpinions, { params: { town }, query: { cursor } })
    return { ...page, town, items: page.items.map((item) => ({ ...item, town })) }
  }, [])
  return (
    <Page>
      <PersonaBar />
      <OutboxList />
      <Loaded state={pages}>
        {({ items, town }) => (
          <Own town={town} some={items.length > 0}>
            {items.length === 0 ? (
              <Empty next="说给代表听" onNext={() => write(town)}>
                您还没有反映过事情。有什么难处，说给代表听。
              </Empty>
            ) : (
              <>
                <View className="stack">
                  {items.map((item) => (
                    <MatterCard key={item.id} item={item} town={item.town} />
                  ))}
                </View>
                <MorePages pages={pages} />
                <View className="section">
                  <Button onTap={() => write(town)}>再说一件事</Button>
                </View>
              </>
            )}
          </Own>
        )}
      </Loaded>
    </Page>
  )
}

/** Whoever has work sees that first; what they said themselves follows where there is any. */
function Own({ town, some, children }: PropsWithChildren<{ town: string; some: boolean }>) {
  if (!useFace(town).works) return <>{children}</>
  return (
    <>
      <WorkToday town={town} all />
      <DailyDoors townId={town} />
      {some ? (
        <View className="section">
          <View className="section-head">
            <Heading>我说过的</Heading>
          </View>
          {children}
        </View>
      ) : null}
    </>
  )
}

const write = (town: string) => void Taro.navigateTo({ url: `/pages/write?town=${town}` })

function MatterCard({ item, town }: { item: OpinionRow; town: string }) {
  const state = opinionTable.states[item.state]
  return (
    <Card onTap={() => void Taro.navigateTo({ url: `/pages/matter?town=${town}&id=${item.id}` })}>
      <View className="board-item">
        <View className="board-subject">{item.summary}</View>
        <Tag tone={state.waitsFor === null ? 'done' : 'flow'}>{state.label}</Tag>
      </View>
      <View>{item.plain}</View>
      <View className="note">
        {[item.writtenFor ? `替${item.writtenFor}写的` : '', spokenInstant(new Date(item.changedAt), today())]
          .filter(Boolean)
          .join(' · ')}
      </View>
    </Card>
  )
}
