import { View } from '@tarojs/components'
import { type FiveDisclosures, showBoard } from '../../../shared/api/board'
import { showStation } from '../../../shared/api/stations'
import type { PosterView } from '../../../shared/matters/poster/endpoints'
import { spokenDate, spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { PrintButton } from '../pieces/print-button'
import { type Column, Table } from '../pieces/table'
import { CodeImage } from './code-image'
import { rests, spokenResult, spokenSatisfaction, spokenUnit, standingTag, today } from './words'
import './poster-sheet.scss'

/** Of the village of the station; in letters that are read from two metres they take two numbered sheets. */
const mostRows = 14
/** Where there are fewer, the town fills up one sheet, and no more. */
const rowsOfSheet = 5

/** A3 upright for the wall of a station: the five disclosures of its village, what is late first, as of today. */
export function PosterSheet({ town, poster }: { town: string; poster: PosterView }) {
  const state = useLoaded(() => loadSheet(town, poster.station.id), [town, poster.station.id, poster.issueNo])
  const { issueNo, asOf, nextOn, scene } = poster
  return (
    <View className="poster-place printed-alone">
      <Loaded state={state}>
        {({ station, own, others, more }) => (
          <>
            <View className="not-printed poster-tools">
              <PrintButton />
              <View className="note">A3 纸，竖着印；印好换下墙上的那一张。</View>
              {scene === null ? (
                <Notice tone="soon">这个站点的小程序码停用了，请先到“小程序码”点开它，生成新的。</Notice>
              ) : null}
            </View>
            <View className="poster">
              <View className="poster-head">
                <View className="poster-titles">
                  <View className="poster-town">{`${station.townName}人大`}</View>
                  <View className="poster-title">代表建议五公开</View>
                  <View className="poster-where">{station.name}</View>
                  <View className="poster-issue">
                    <View>{`第 ${issueNo} 期`}</View>
                    <View>{`截至 ${spokenDay(asOf, '')}，下次更新 ${spokenDay(nextOn, asOf)}`}</View>
                  </View>
                </View>
                {scene === null ? null : (
                  <View className="poster-code">
                    <CodeImage className="poster-picture" scene={scene} of={station.name} />
                    <View>微信扫一扫，说给代表听</View>
                  </View>
                )}
              </View>
              {station.village ? (
                <>
                  <View className="poster-part">{`${station.village.name}的`}</View>
                  {own.length === 0 ? (
                    <View className="poster-none">本村现在没有公开的建议。</View>
                  ) : (
                    <Rows items={own} said="本村公开的建议" />
                  )}
                </>
              ) : null}
              {others.length > 0 ? (
                <>
                  <View className="poster-part">{station.village ? '镇里别的' : '全镇的'}</View>
                  <Rows items={others} said="全镇公开的建议" />
                </>
              ) : null}
              <View className="poster-foot">
                {[
                  more ? `本村还有 ${more} 件。` : '',
                  '每一件扫码都能看到经过。',
                  '不会用手机也行，开门时进来说。',
                  station.openingHours ? `开放时间：${station.openingHours}。` : '',
                  station.nextReceptionDay
                    ? `下次接访：${spokenDate(station.nextReceptionDay.on, today())} ${station.nextReceptionDay.time}。`
                    : '',
                ].join('')}
              </View>
            </View>
          </>
        )}
      </Loaded>
    </View>
  )
}

const Rows = ({ items, said }: { items: readonly FiveDisclosures[]; said: string }) => (
  <Table said={said} columns={columns} rows={items} keyOf={({ id }) => id} />
)

/** First what is late, then what is in hand, then what was done. */
async function lateFirst(town: string, village?: string): Promise<FiveDisclosures[]> {
  const pages = await Promise.all(
    (['overdue', 'inHand', 'confirmed'] as const).map((figure) =>
      ask(showBoard, { params: { town }, query: { figure, village } }),
    ),
  )
  return [...new Map(pages.flatMap(({ items }) => items.map((item) => [item.id, item]))).values()]
}

/** The village of the station first; the rest of the sheet is for the town. */
async function loadSheet(town: string, id: string) {
  const station = await ask(showStation, { params: { town, id } })
  const [ofVillage, ofTown] = await Promise.all([
    station.village ? lateFirst(town, station.village.id) : [],
    lateFirst(town),
  ])
  const own = ofVillage.slice(0, mostRows)
  const others = ofTown
    .filter((item) => !ofVillage.some((one) => one.id === item.id))
    .slice(0, Math.max(0, rowsOfSheet - own.length))
  return { station, own, others, more: ofVillage.length - own.length }
}

/** On a wall nothing counts down: a day, and what was so when it was printed. */
const columns: readonly Column<FiveDisclosures>[] = [
  {
    key: 'item',
    head: '建议事项',
    width: 30,
    cell: (item) => `${item.item}（${standingTag(item).word}）`,
  },
  { key: 'unit', head: '承办单位', width: 16, cell: spokenUnit },
  { key: 'limit', head: '办结时限', width: 13, whole: true, cell: limitOnPaper },
  { key: 'result', head: '办理结果', width: 27, cell: spokenResult },
  { key: 'satisfaction', head: '代表满意度', width: 14, cell: spokenSatisfaction },
]

function limitOnPaper(matter: FiveDisclosures): string {
  const { deadline } = matter
  if (deadline === null) return rests(matter) ? '—' : '交办后算起'
  // Where the year is said too, it has a line of its own.
  return spokenDay(deadline.on, today()).replace('年', '年\u200b')
}
