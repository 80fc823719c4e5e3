import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { showFigures, showMonth } from '../../../shared/api/figures'
import { ask } from '../client/ask'
import { openOnBoard } from '../client/board-asked'
import { useLoaded } from '../hooks/use-loaded'
import { FigureCards } from '../pieces/figure-cards'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { InHandBars } from './in-hand-bars'
import { monthFigures } from './month'

/** So many of them are compared at a glance; all of them stand in the figures. */
const mostBars = 8

/** What a chair with a minute sees: the figures of the month, and where it is late. */
export function ChairMonth({ town }: { town: string }) {
  const state = useLoaded(async () => {
    const params = { town }
    const [month, units, villages] = await Promise.all([
      ask(showMonth, { params, query: {} }),
      ask(showFigures, { params, query: { by: 'unit' } }),
      ask(showFigures, { params, query: { by: 'village' } }),
    ])
    return { month, units: units.groups, villages: villages.groups }
  }, [town])
  const go = (page: string) => void Taro.navigateTo({ url: `/${page}` })
  const open = {
    inHand: () => openOnBoard('inHand'),
    overdue: () => openOnBoard('overdue'),
    rates: () => go(`office/figures?town=${town}`),
    promises: () => go(`pages/promises?town=${town}&standing=late`),
    still: () => go(`office/figures?town=${town}&panel=ageing`),
  }
  const openList = (name: 'unit' | 'village') => (key: string) =>
    go(`desk/list?town=${town}&lane=others&kind=suggestion&${name}=${key}`)
  return (
    <Loaded state={state}>
      {({ month, units, villages }) => (
        <>
          <View className="section">
            <View className="section-head">
              <Heading>这个月</Heading>
            </View>
            <FigureCards
              cards={monthFigures(month).map(({ opens, ...card }) => ({
                ...card,
                ...(opens && { onOpen: open[opens] }),
              }))}
            />
          </View>
          <InHandBars title="各单位" groups={units} most={mostBars} onOpen={openList('unit')} />
          <InHandBars title="各村" groups={villages} most={mostBars} onOpen={openList('village')} />
        </>
      )}
    </Loaded>
  )
}
