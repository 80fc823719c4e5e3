import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { countWork, listWork, searchWork, workLanes, type WorkRow } from '../../../shared/api/work'
import { mayDo } from '../../../shared/permissions'
import { keepInAddress } from '../client/address'
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
import { Lanes } from '../pieces/lanes'
import { Page } from '../pieces/page'
import { MatterPanel } from '../work/matter-kinds'
import { inLane, isNarrowed, laneCounts, readShown, type Shown, writeShown } from '../work/narrowing'
import { PersonaBar } from '../work/persona-bar'
import { KindChips, UrgencyChips } from '../work/work-chips'
import { WhyNoSuggestion } from '../work/why-no-suggestion'
import { WorkFilter } from '../work/work-filter'
import { type Nothing, WorkList } from '../work/work-list'
import { searchField, WorkSearch } from '../work/work-search'
import './list.scss'

/**
 * The one list of work, of every kind. On a phone it leads to pages; on a desk it stays at the left, and what one opens
 * stands beside it.
 */
export default function List() {
  const { params } = useRouter()
  const wide = useWide()
  const [shown, setShown] = useState(() => readShown(params))
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<WorkRow>()
  const { value: town } = useLoaded(() => currentTown(params.town), [])
  const roles = rolesIn(useMe(), town ?? '')
  const mayStart = mayDo('startSuggestion', roles)
  const counts = useLoaded(
    async () => ask(countWork, { params: { town: await currentTown(params.town) } }),
    [],
  )
  const pages = usePages((cursor) => loadWork(params.town, shown, words, cursor), [shown, words])
  const items = pages.value?.items ?? []

  const show = (next: Shown) => {
    setShown(next)
    setChosen(undefined)
    keepInAddress({ town: town ?? params.town, ...writeShown(next) })
  }
  const find = (wanted: string) => {
    setWords(wanted)
    setChosen(undefined)
  }
  const open = (row: WorkRow) => {
    setChosen(row)
    if (!wide || !isBeside(row)) void Taro.navigateTo({ url: `/${row.page}` })
  }
  useListKeys((by) => {
    if (!wide || items.length === 0) return
    const at = items.findIndex(({ id }) => id === chosen?.id)
    setChosen(items[Math.min(Math.max(at + by, 0), items.length - 1)])
  }, searchField)
  return (
    <Page bare>
      <View className="desk">
        <View className="desk-list">
          <PersonaBar />
          <WorkSearch words={words} onFind={find} />
          {words && items.length > 0 ? (
            <View className="work-tools">
              <View className="work-found">{`“${words}”找到 ${items.length} 件`}</View>
              <View id="work-all">
                <Button tone="quiet" small onTap={() => find('')}>
                  看全部
                </Button>
              </View>
            </View>
          ) : null}
          {words ? null : (
            <>
              <WhyNoSuggestion town={town} roles={roles} />
              <Lanes
                words={workLanes}
                counts={laneCounts(counts.value)}
                open={shown.lane}
                onOpen={(lane) => show(inLane(shown, lane))}
              />
              <KindChips counts={counts.value} shown={shown} onShow={show} />
              <View className="work-tools">
                <UrgencyChips counts={counts.value} shown={shown} onShow={show} />
                <WorkFilter town={town} shown={shown} onShow={show} />
                {mayStart ? (
                  <View id="new-suggestion" className="work-new">
                    <Button
                      tone="quiet"
                      small
                      onTap={() => void Taro.navigateTo({ url: `/desk/draft?town=${town ?? ''}` })}
                    >
                      写新建议
                    </Button>
                  </View>
                ) : null}
              </View>
            </>
          )}
          <WorkList
            pages={pages}
            byDay={words === '' && shown.lane !== 'ended'}
            mine={words === '' && shown.lane === 'mine'}
            nothing={whyNothing({ shown, words, others: laneCounts(counts.value).others, show, find })}
            chosen={wide ? chosen?.id : undefined}
            onOpen={open}
          />
        </View>
        {wide ? (
          <View className="desk-detail">
            {chosen && isBeside(chosen) && town ? (
              <MatterPanel
                key={chosen.id}
                kind={chosen.kind}
                town={town}
                id={chosen.id}
                changed={() => {
                  pages.reload()
                  counts.reload()
                }}
              />
            ) : (
              <Empty>从左边选一件来办。按 j、k 上下翻，按 / 查找。</Empty>
            )}
          </View>
        ) : null}
      </View>
    </Page>
  )
}

/** Some kinds have a page of their own, as what I wrote as a resident has. */
const isBeside = ({ page }: WorkRow) => page.startsWith('desk/matter?')

async function loadWork(named: string | undefined, shown: Shown, words: string, cursor: string | undefined) {
  const params = { town: await currentTown(named) }
  if (words === '') return ask(listWork, { params, query: { ...shown, cursor } })
  return { ...(await ask(searchWork, { params, input: { words } })), next: null }
}

const emptyWords = {
  mine: '没有等您办的事。有新的会在消息里告诉您。',
  others: '没有在等别人的事。',
  ended: '还没有办完的事。',
} as const

function whyNothing(about: {
  shown: Shown
  words: string
  others: string | undefined
  show: (shown: Shown) => void
  find: (words: string) => void
}): Nothing {
  const { shown, words, others, show, find } = about
  const { lane } = shown
  if (words !== '')
    return {
      says: `没有找到“${words}”。可以写编号、事由里的两个字，或者代表的名字。`,
      next: '看全部',
      onNext: () => find(''),
    }
  if (isNarrowed(shown))
    return {
      says: '没有符合这些条件的。去掉几个条件再看看。',
      next: '去掉条件',
      onNext: () => show({ lane }),
    }
  return {
    says: emptyWords[lane],
    ...(lane === 'mine' && others
      ? { next: `看等别人的 ${others} 件`, onNext: () => show({ lane: 'others' }) }
      : {}),
  }
}
