import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { countWork, listWork, searchWork, workLanes, type WorkRow } from '../../../shared/api/work'
import { mayDo } from '../../../shared/permissions'
import { type KindName, matterTables } from '../../../shared/workflow'
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
import { SavedViews } from '../work/saved-views'
import { KindChips, UrgencyChips } from '../work/work-chips'
import { WhyNoSuggestion } from '../work/why-no-suggestion'
import { WorkFilter } from '../work/work-filter'
import { Together, togetherIn } from '../work/together'
import { type Nothing, type Ticks, WorkList } from '../work/work-list'
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
  const [chosen, setChosen] = useState<Chosen | undefined>(() => readChosen(params.open))
  const { value: town } = useLoaded(() => currentTown(params.town), [])
  const roles = rolesIn(useMe(), town ?? '')
  const mayStart = mayDo('startSuggestion', roles)
  const counts = useLoaded(
    async () => ask(countWork, { params: { town: await currentTown(params.town) } }),
    [],
  )
  const pages = usePages((cursor) => loadWork(params.town, shown, words, cursor), [shown, words])
  const items = pages.value?.items ?? []
  const [ticked, setTicked] = useState<readonly string[]>([])
  const together = items.filter(({ id }) => ticked.includes(id))
  const ticks: Ticks = {
    mayTick: (row) => {
      const step = togetherIn(row)
      return step !== undefined && (together[0] === undefined || togetherIn(together[0]) === step)
    },
    isOn: ({ id }) => ticked.includes(id),
    turn: ({ id }) => setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]),
  }

  // At a desk there is always one open: the first, until another is chosen.
  const open = wide ? (chosen ?? items.find(isBeside)) : undefined

  const choose = (one: Chosen | undefined, within = shown) => {
    setChosen(one)
    // On a phone nothing stands beside the list.
    if (!wide && within === shown) return
    const open = wide ? writeChosen(one) : undefined
    keepInAddress({ town: town ?? params.town, ...writeShown(within), open })
  }
  const show = (next: Shown) => {
    setShown(next)
    choose(undefined, next)
  }
  const find = (wanted: string) => {
    setWords(wanted)
    choose(undefined)
  }
  const tap = (row: WorkRow) => {
    if (wide && isBeside(row)) choose(row)
    else void Taro.navigateTo({ url: `/${row.page}` })
  }
  useListKeys(
    {
      step(by) {
        const beside = items.filter(isBeside)
        if (!wide || beside.length === 0) return
        const at = beside.findIndex(({ id }) => id === open?.id)
        const next = beside[Math.min(Math.max(at + by, 0), beside.length - 1)]
        choose(next)
        if (next) document.getElementById(`work-${next.id}`)?.scrollIntoView({ block: 'nearest' })
      },
      enter: () => document.querySelector<HTMLElement>('.desk-detail .button')?.focus(),
      escape: () => (words === '' ? document.getElementById(`work-${open?.id}`)?.focus() : find('')),
    },
    searchField,
  )
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
                {town ? <SavedViews town={town} shown={shown} onShow={show} keeps={wide} /> : null}
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
            chosen={open?.id}
            onOpen={tap}
            ticks={wide && items.some(togetherIn) ? ticks : undefined}
          />
          {wide && town ? (
            <Together
              town={town}
              rows={together}
              all={items}
              onTick={(rows) => setTicked(rows.map(({ id }) => id))}
              changed={() => {
                setChosen(undefined)
                pages.reload()
                counts.reload()
              }}
            />
          ) : null}
        </View>
        {wide ? (
          <View className="desk-detail">
            {open && town ? (
              <MatterPanel
                key={open.id}
                kind={open.kind}
                town={town}
                id={open.id}
                changed={() => {
                  // It may leave the list by what was done, and is still read to its end.
                  choose(open)
                  pages.reload()
                  counts.reload()
                }}
              />
            ) : (
              <Empty>这里没有要打开的。按 / 查找，或看别的一栏。</Empty>
            )}
          </View>
        ) : null}
      </View>
    </Page>
  )
}

/** What is open beside the list; in the address as `suggestion.<id>`. */
type Chosen = Pick<WorkRow, 'kind' | 'id'>

const writeChosen = (one: Chosen | undefined) => one && `${one.kind}.${one.id}`

function readChosen(word: string | undefined): Chosen | undefined {
  const [kind, id] = /^([a-zA-Z]{1,20})\.([0-9a-z]{26})$/.exec(word ?? '')?.slice(1) ?? []
  return kind !== undefined && id !== undefined && kind in matterTables
    ? { kind: kind as KindName, id }
    : undefined
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
