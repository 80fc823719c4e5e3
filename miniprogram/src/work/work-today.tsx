import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { countWork, listWork, type WorkLane, workLanes, type WorkRow } from '../../../shared/api/work'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Button } from '../pieces/button'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { laneCounts } from './narrowing'
import { groupOf, sayDecisions, sayToday, type WaitingGroup, waitingGroups } from './waiting'
import { WorkLine } from './work-row'
import { today } from './words'
import './work-today.scss'

/** So many of a group stand on a home; the rest is one tap away. */
const mostOfGroup = 4

/**
 * What waits for whoever looks: how much of it presses in one sentence, then the matters themselves, each with its next
 * step; what waits for others and what is done are one tap away.
 * @param all of each group, and not only the first ones
 */
export function WorkToday(props: {
  town: string
  all?: boolean
  /** What waits for a decision is told apart by what is to be decided. */
  decides?: boolean
}) {
  const { town, all = false, decides = false } = props
  const state = useLoaded(async () => {
    const params = { town }
    const [counts, page] = await Promise.all([
      ask(countWork, { params, query: {} }),
      ask(listWork, { params, query: { lane: 'mine' } }),
    ])
    return { counts, rows: page.items, more: page.next !== null }
  }, [town])
  return (
    <Loaded state={state}>
      {({ counts, rows, more }) => {
        const waiting = laneCounts(counts)
        return (
          <View className="today">
            <View className="today-said">{sayToday(counts, rows, today())}</View>
            {decides && rows.length > 0 ? <View>{sayDecisions(rows, more)}</View> : null}
            {(Object.keys(waitingGroups) as WaitingGroup[]).map((group) => {
              const those = rows.filter((row) => groupOf(row, today()) === group)
              // What is far off stands on a home only where nothing presses.
              const hidden = !all && group === 'later' && those.length < rows.length
              return hidden ? null : (
                <Group
                  key={group}
                  word={waitingGroups[group]}
                  rows={all ? those : those.slice(0, mostOfGroup)}
                />
              )
            })}
            <View className="today-lanes">
              {(['mine', 'others', 'ended'] as const)
                .filter((lane) => (lane === 'mine' ? more || !all : true))
                .filter((lane) => lane === 'ended' || waiting[lane] !== undefined)
                .map((lane) => (
                  <View key={lane} id={`today-${lane}`}>
                    <Button tone="quiet" small onTap={() => openLane(town, lane)}>
                      {`${workLanes[lane]}${waiting[lane] ? ` ${waiting[lane]}` : ''} ›`}
                    </Button>
                  </View>
                ))}
            </View>
          </View>
        )
      }}
    </Loaded>
  )
}

function Group({ word, rows }: { word: string; rows: readonly WorkRow[] }) {
  if (rows.length === 0) return null
  return (
    <View className="today-group">
      <Heading>{word}</Heading>
      {rows.map((row) => (
        <WorkLine key={row.id} row={row} mine chosen={false} onOpen={open} onAct={act} />
      ))}
    </View>
  )
}

const open = ({ page }: WorkRow) => void Taro.navigateTo({ url: `/${page}` })

/** The form of the next step is open at once; what has no step opens as it is. */
const act = ({ page, next }: WorkRow) =>
  void Taro.navigateTo({ url: `/${page}${next && page.includes('?') ? `&open=${next.step}` : ''}` })

const openLane = (town: string, lane: WorkLane) =>
  void Taro.navigateTo({ url: `/desk/list?town=${town}${lane === 'mine' ? '' : `&lane=${lane}`}` })
