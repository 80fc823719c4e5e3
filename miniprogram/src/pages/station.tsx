import { figureWords } from '../../../shared/rules/rates'
import { Image, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { boxDays, isBoxLate } from '../../../shared/matters/letter-box/opening'
import { posterInForce } from '../../../shared/matters/poster/words'
import { showStation } from '../../../shared/api/stations'
import type { StationPage } from '../../../shared/api/stations'
import { mayDo } from '../../../shared/permissions'
import { spokenDate, spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { rolesIn } from '../client/me'
import { openScreen } from '../client/qr-code'
import { readScanned } from '../client/scan'
import { currentTown } from '../client/town'
import { BoardList } from '../work/board-list'
import { pictured } from '../pieces/aloud'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { DeputyCard } from '../work/deputy-card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { useShareWithAll } from '../work/share'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { useMe } from '../hooks/use-me'
import { useWide } from '../hooks/use-wide'
import './station.scss'

/** The door of the house, reached by scanning: who is here, one big button, and what is being done in this village. */
export default function Station() {
  const { params } = useRouter()
  const state = useLoaded(() => loadStation(params), [params.id, params.scene])
  useShareWithAll('station', {
    town: state.value?.townId ?? params.town,
    ids: { id: state.value?.id ?? params.id },
    name: state.value?.name,
  })
  return (
    <Page {...(state.value ? { title: state.value.townName } : {})}>
      <Loaded state={state}>{(station) => <Door station={station} />}</Loaded>
    </Page>
  )
}

/** A link inside the mini-program brings town and id; a code that was printed long ago opens this page with its scene. */
async function loadStation(params: Partial<Record<string, string>>): Promise<StationPage> {
  if (params.scene) {
    const { townId, stationId } = await readScanned(params)
    return ask(showStation, { params: { town: townId, id: stationId ?? '' } })
  }
  return ask(showStation, { params: { town: await currentTown(params.town), id: params.id ?? '' } })
}

function Door({ station }: { station: StationPage }) {
  const write = (deputyId?: string) =>
    void Taro.navigateTo({
      url: `/pages/write?town=${station.townId}&station=${station.id}${deputyId ? `&deputy=${deputyId}` : ''}`,
    })
  const { onDuty, nextReceptionDay, village } = station
  // A television or a desk can show it, a phone cannot.
  const wide = useWide()
  return (
    <>
      <View className="door">
        <View className="door-name">{station.name}</View>
        <View className="door-rule" />
        {station.photo ? (
          <Image
            className="door-photo"
            src={`${API_BASE}/api${station.photo}`}
            mode="aspectFill"
            {...pictured(`${station.name}的照片`)}
          />
        ) : null}
        {onDuty ? (
          <View className="door-duty">
            <View className="door-label">本周值守</View>
            <DeputyCard deputy={onDuty} light />
          </View>
        ) : null}
        <View className="door-act">
          <Button tone="quiet" icon="say" onTap={() => write(onDuty?.id)}>
            说给代表听
          </Button>
        </View>
      </View>
      <View className="section">
        <Card tight>
          {nextReceptionDay ? (
            <Cell
              label="下次接访日"
              note="点开看以后的"
              onTap={() =>
                void Taro.navigateTo({ url: `/voice/reception?town=${station.townId}&station=${station.id}` })
              }
            >{`${spokenDate(nextReceptionDay.on, today())} ${nextReceptionDay.time}`}</Cell>
          ) : null}
          {wide ? (
            <Cell
              label="接访排班大屏"
              note="放在站里的电视上，字大，自己更新"
              onTap={() => openScreen(`s${station.id}`)}
            />
          ) : null}
          {station.openingHours ? <Cell label="开放时间">{station.openingHours}</Cell> : null}
          <Box station={station} />
          <OnTheWall station={station} />
          {station.manager ? <Cell label="站长">{station.manager}</Cell> : null}
          {station.address ? (
            <Cell label="地址" {...wayTo(station)}>
              {station.address}
            </Cell>
          ) : null}
        </Card>
      </View>
      {village ? (
        <View className="section">
          <View className="section-head">
            <Heading>{`${village.name}${figureWords.inHand} ${station.inHandCount} 件`}</Heading>
            <View className="note">{`${figureWords.confirmed} ${station.confirmedCount} 件`}</View>
          </View>
          {station.inHand.length > 0 ? (
            <BoardList townId={station.townId} items={station.inHand} />
          ) : (
            <Empty>本村现在没有正在办的建议。</Empty>
          )}
        </View>
      ) : null}
      <View className="section">
        <View className="section-head">
          <Heading>在这里值守的代表</Heading>
        </View>
        {station.deputies.length > 0 ? (
          <View className="stack">
            {station.deputies.map((deputy) => (
              <Card key={deputy.id} onTap={() => write(deputy.id)}>
                <DeputyCard deputy={deputy} />
              </Card>
            ))}
          </View>
        ) : (
          <Empty>还没有排值守代表，请到镇人大办反映。</Empty>
        )}
      </View>
    </>
  )
}

/** Whoever stands before the poster sees whether a later issue has come. */
function OnTheWall({ station: { poster } }: { station: StationPage }) {
  if (poster === null) return null
  return (
    <Cell
      label={`五公开海报第 ${poster.issueNo} 期`}
      note={posterInForce(poster.asOf, poster.nextOn, today())}
    />
  )
}

/** A letter box that nobody opens is worse than none: everyone reads when it was, and how many lay in it. */
function Box({ station: { id, townId, box } }: { station: StationPage }) {
  const me = useMe()
  const opens = mayDo('recordVoice', rolesIn(me, townId))
  if (box === null && !opens) return null
  const isLate = box !== null && isBoxLate(box.openedOn, today())
  return (
    <Cell
      label="群众信箱"
      {...(isLate ? { note: `超过 ${boxDays} 天没有开箱` } : {})}
      {...(opens
        ? { onTap: () => void Taro.navigateTo({ url: `/voice/box-opening?town=${townId}&station=${id}` }) }
        : {})}
    >
      {box === null ? '登记开箱' : `上次开箱 ${spokenDay(box.openedOn, today())}，${box.letters} 封`}
    </Cell>
  )
}

/** WeChat draws the map; a browser has none. */
function wayTo({ mapPlace, name, address }: StationPage) {
  const [latitude, longitude] = (mapPlace ?? '').split(',').map(Number)
  if (process.env.TARO_ENV !== 'weapp' || latitude === undefined || longitude === undefined) return {}
  return {
    note: '点开看地图',
    onTap: () => void Taro.openLocation({ latitude, longitude, name, address: address ?? '' }),
  }
}
