import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { listOpinions } from '../../../shared/matters/opinion/endpoints'
import { type Lane, listSuggestions } from '../../../shared/matters/suggestion/endpoints'
import { mayDo } from '../../../shared/permissions'
import { ask } from '../client/ask'
import { rolesIn } from '../client/me'
import { currentTown } from '../client/town'
import { useListKeys } from '../hooks/use-list-keys'
import { useLoaded } from '../hooks/use-loaded'
import { useMe } from '../hooks/use-me'
import { usePages } from '../hooks/use-pages'
import { useWide } from '../hooks/use-wide'
import { Button } from '../pieces/button'
import { Empty } from '../pieces/empty'
import { Page } from '../pieces/page'
import { MatterPanel } from '../work/matter-kinds'
import { openMatter } from '../work/open-matter'
import { PersonaBar } from '../work/persona-bar'
import { ofOpinion, ofSuggestion, type WorkItem, WorkList } from '../work/work-list'
import './list.scss'

/**
 * What waits for me. On a phone a list that leads to pages; on a desk the list stays at the left, and what one opens
 * stands beside it.
 */
export default function List() {
  const { params } = useRouter()
  const wide = useWide()
  const [lane, setLane] = useState<Lane>('mine')
  const [chosen, setChosen] = useState<WorkItem>()
  const town = useLoaded(() => currentTown(params.town), [])
  const roles = rolesIn(useMe(), town.value ?? '')
  const pages = usePages((cursor) => loadWork(lane, cursor, params.town), [lane])
  const items = pages.value?.items ?? []

  const open = (item: WorkItem) => {
    setChosen(item)
    if (!wide) openMatter(item.kind, town.value ?? '', item.id)
  }
  useListKeys((by) => {
    if (!wide || items.length === 0) return
    const at = items.findIndex(({ id }) => id === chosen?.id)
    setChosen(items[Math.min(Math.max(at + by, 0), items.length - 1)])
  })
  return (
    <Page bare>
      {mayDo('startSuggestion', roles) ? (
        <View id="new-suggestion" style={{ marginBottom: '12px' }}>
          <Button
            tone="quiet"
            onTap={() => void Taro.navigateTo({ url: `/desk/draft?town=${town.value ?? ''}` })}
          >
            写一件新建议
          </Button>
        </View>
      ) : null}
      <View className="desk">
        <View className="desk-list">
          <PersonaBar />
          <WorkList
            lane={lane}
            onLane={(next) => {
              setLane(next)
              setChosen(undefined)
            }}
            pages={pages}
            chosen={wide ? chosen?.id : undefined}
            onOpen={open}
          />
        </View>
        {wide ? (
          <View className="desk-detail">
            {chosen && town.value ? (
              <MatterPanel
                key={chosen.id}
                kind={chosen.kind}
                town={town.value}
                id={chosen.id}
                changed={pages.reload}
              />
            ) : (
              <Empty>从左边选一件来办。按 j、k 上下翻。</Empty>
            )}
          </View>
        ) : null}
      </View>
    </Page>
  )
}

/** Both lists are read on side by side until each has come to its end; the one place where they stand together is here. */
async function loadWork(lane: Lane, cursor: string | undefined, named: string | undefined) {
  const town = await currentTown(named)
  const [ofSuggestions, ofOpinions] = cursor === undefined ? [undefined, undefined] : cursor.split(between)
  const [suggestions, opinions] = await Promise.all([
    ofSuggestions === ended
      ? noMore
      : ask(listSuggestions, { params: { town }, query: { lane, cursor: ofSuggestions } }),
    ofOpinions === ended
      ? noMore
      : ask(listOpinions, { params: { town }, query: { lane, cursor: ofOpinions } }),
  ])
  const next = [suggestions.next ?? ended, opinions.next ?? ended]
  return {
    items: [...opinions.items.map(ofOpinion), ...suggestions.items.map(ofSuggestion)],
    next: next.every((one) => one === ended) ? null : next.join(between),
  }
}

const between = '\n'
const ended = ''
const noMore = { items: [], next: null }
