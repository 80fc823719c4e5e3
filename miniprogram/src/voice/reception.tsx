import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { type ReceptionDayRow, showReceptionDays, takeReceptionDays } from '../../../shared/api/reception'
import { spokenDate, spokenDay } from '../../../shared/rules/days'
import { receptionWords } from '../../../shared/words/reception'
import { ask } from '../client/ask'
import { takeTable } from '../client/tables'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { today } from '../work/words'

/** 接访日历: on which days and where deputies receive whoever comes, for everybody, without sign-in. */
export default function Reception() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const query = params.station ? { stationId: params.station } : {}
    return { town, ...(await ask(showReceptionDays, { params: { town }, query })) }
  }, [])
  return (
    <Page>
      <View className="lead">
        <Heading large>接访日历</Heading>
        <View className="note">这些天代表在站点等您来，不用预约，有什么事当面说。</View>
      </View>
      <Loaded state={state}>
        {({ town, days }) =>
          days.length === 0 ? (
            <Empty>还没有排接访日。有事可以直接写给代表，或打电话给镇人大办。</Empty>
          ) : (
            <View className="section stack">
              {process.env.TARO_ENV === 'h5' ? <TakeFile town={town} /> : null}
              {days.map((day) => (
                <Card
                  key={day.station.id + day.on}
                  onTap={() =>
                    void Taro.navigateTo({ url: `/pages/station?town=${town}&id=${day.station.id}` })
                  }
                >
                  <Heading>{`${spokenDate(day.on, today())} ${day.time}`}</Heading>
                  <View>{`${receptionWords[day.word]}：${day.station.name}`}</View>
                  {day.sitters.length > 0 ? <View>{`等您的是${day.sitters.join('、')}`}</View> : null}
                  {noteOf(day) === '' ? null : <View className="note">{noteOf(day)}</View>}
                </Card>
              ))}
            </View>
          )
        }
      </Loaded>
    </Page>
  )
}

const noteOf = ({ place, lunar, movedFrom }: ReceptionDayRow) =>
  [place && `在${place}`, lunar, movedFrom && `原来是${spokenDay(movedFrom, today())}，改到这一天`]
    .filter(Boolean)
    .join('；')

/** Calendars of desks and phones read it. */
function TakeFile({ town }: { town: string }) {
  const taking = useTask(
    () => takeTable(takeReceptionDays, { town }, `接访日-${today()}.ics`),
    () => {},
  )
  return (
    <View className="not-printed">
      <Button tone="quiet" small busy={taking.busy} onTap={() => taking.run(undefined)}>
        下载日历文件，放进自己的日历
      </Button>
      {taking.trouble ? <TroubleNotice trouble={taking.trouble} /> : null}
    </View>
  )
}
