import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { listOpinions } from '../../../shared/matters/opinion/endpoints'
import { type Lane, listSuggestions } from '../../../shared/matters/suggestion/endpoints'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useListKeys } from '../hooks/use-list-keys'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { useWide } from '../hooks/use-wide'
import { Empty } from '../pieces/empty'
import { OpinionPanel } from './opinion-panel'
import { PersonaBar } from './persona-bar'
import { SuggestionPanel } from './suggestion-panel'
import { ofOpinion, ofSuggestion, type WorkItem, WorkList } from './work-list'
import './work-desk.scss'

/**
 * The work of one role. On a phone a list that leads to pages; on a desk the list stays at the left, and what one
 * opens stands beside it.
 */
export function WorkDesk({
  folder,
  withOpinions,
}: {
  folder: 'deputy' | 'office' | 'unit'
  withOpinions: boolean
}) {
  const { params } = useRouter()
  const wide = useWide()
  const [lane, setLane] = useState<Lane>('mine')
  const [chosen, setChosen] = useState<WorkItem>()
  const town = useLoaded(() => currentTown(params.town), [])
  const pages = usePages((cursor) => loadWork(lane, cursor, withOpinions, params.town), [lane, withOpinions])
  const items = pages.value?.items ?? []

  const open = (item: WorkItem) => {
    setChosen(item)
    if (!wide) void Taro.navigateTo({ url: `/${folder}/${item.kind}?town=${town.value ?? ''}&id=${item.id}` })
  }
  useListKeys((by) => {
    if (!wide || items.length === 0) return
    const at = items.findIndex(({ id }) => id === chosen?.id)
    setChosen(items[Math.min(Math.max(at + by, 0), items.length - 1)])
  })
  const Panel = chosen?.kind === 'opinion' ? OpinionPanel : SuggestionPanel
  return (
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
            <Panel key={chosen.id} town={town.value} id={chosen.id} changed={pages.reload} />
          ) : (
            <Empty>从左边选一件来办。按 j、k 上下翻。</Empty>
          )}
        </View>
      ) : null}
    </View>
  )
}

async function loadWork(
  lane: Lane,
  cursor: string | undefined,
  withOpinions: boolean,
  named: string | undefined,
) {
  const town = await currentTown(named)
  // Opinions are few and short-lived: they come with the first page of suggestions.
  const [suggestions, opinions] = await Promise.all([
    ask(listSuggestions, { params: { town }, query: { lane, cursor } }),
    withOpinions && cursor === undefined
      ? ask(listOpinions, { params: { town }, query: { lane } })
      : undefined,
  ])
  return {
    items: [...(opinions?.items ?? []).map(ofOpinion), ...suggestions.items.map(ofSuggestion)],
    next: suggestions.next,
  }
}
