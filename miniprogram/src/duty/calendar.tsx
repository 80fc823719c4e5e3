import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import {
  entriesOf,
  type PlannedThing,
  showCalendarEntries,
  together,
  showPublicCalendar,
  takePublicCalendar,
} from '../../../shared/api/calendar-entries'
import { mayDo } from '../../../shared/permissions'
import { spokenDate } from '../../../shared/rules/days'
import { monthOf, monthsFrom, spokenMonth } from '../../../shared/rules/months'
import { expectedWords } from '../../../shared/words/calendar-entries'
import { ask } from '../client/ask'
import { rolesIn } from '../client/me'
import { takeTable } from '../client/tables'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { useMe } from '../hooks/use-me'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { MonthGrid } from '../work/month-grid'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'
import './calendar.scss'

/**
 * 日历 of the town: for everybody what is public, without sign-in; for whoever works with the congress also their own
 * meetings and activities, and what waits for their word.
 */
export default function Calendar() {
  const { params } = useRouter()
  const me = useMe()
  const [month, setMonth] = useState(params.month ?? monthOf(today()))
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const roles = rolesIn(me, town)
    const at = { params: { town }, query: { month } }
    const { entries, planned } = mayDo('followWork', roles)
      ? await ask(showCalendarEntries, at)
      : { entries: entriesOf(await ask(showPublicCalendar, at)), planned: [] }
    return { town, entries, planned, keeps: mayDo('keepCalendar', roles) }
  }, [me?.account, month])
  return (
    <Page>
      <View className="lead">
        <Heading large>{spokenMonth(month)}</Heading>
        <View className="calendar-turn not-printed">
          <Button small tone="quiet" onTap={() => setMonth(monthsFrom(month, -1))}>
            上个月
          </Button>
          <Button small tone="quiet" onTap={() => setMonth(monthsFrom(month, 1))}>
            下个月
          </Button>
          <PrintButton />
        </View>
      </View>
      <Loaded state={state}>
        {({ town, entries, planned, keeps }) => (
          <View className="section stack">
            <MonthGrid month={month} entries={entries} today={today()} />
            <Planned planned={planned} />
            <View className="stack calendar-days">
              {entries.length === 0 ? (
                <Empty>这个月还没有安排。会议、活动和接访日定了，这里自己就有。</Empty>
              ) : null}
              {[...new Set(entries.map(({ day }) => day))].map((day) => (
                <View key={day} className="stack">
                  <Heading>{spokenDate(day, today())}</Heading>
                  <Card tight>
                    {together(entries.filter((one) => one.day === day)).map((one, index) => (
                      <One key={index} one={one} town={town} />
                    ))}
                  </Card>
                </View>
              ))}
            </View>
            <View className="stack not-printed">
              {keeps ? (
                <Button
                  tone="quiet"
                  onTap={() =>
                    void Taro.navigateTo({ url: `/register/list?name=calendarEntry&town=${town}` })
                  }
                >
                  登记日历上的事
                </Button>
              ) : null}
              {process.env.TARO_ENV === 'h5' ? <TakeFile town={town} /> : null}
            </View>
          </View>
        )}
      </Loaded>
    </Page>
  )
}

/** What the plan of the year wants in this month, and nobody has fixed a day for. */
const Planned = ({ planned }: { planned: readonly PlannedThing[] }) =>
  planned.length === 0 ? null : (
    <View className="stack">
      <Heading>这个月计划的</Heading>
      <Card tight>
        {planned.map(({ title, months, times }, index) => (
          <Cell key={index} label={title} note={`${months}，还有 ${times} 次没有办`} />
        ))}
      </Card>
    </View>
  )

type Shown = ReturnType<typeof together>[number]

function One({ one, town }: { one: Shown; town: string }) {
  const { opens, kind, at, title, calledOff } = one
  return (
    <Cell
      label={[at, title].filter(Boolean).join(' ')}
      note={noteOf(one)}
      {...(opens !== null
        ? { onTap: () => openMatter(opens.kind, town, opens.id) }
        : kind in pages && !calledOff
          ? {
              onTap: () => void Taro.navigateTo({ url: pages[kind as keyof typeof pages](town) }),
            }
          : {})}
    />
  )
}

/** Where everybody reads more of it. */
const pages = {
  reception: (town: string) => `/voice/reception?town=${town}`,
  report: (town: string) => `/duty/reports?town=${town}`,
}

const noteOf = ({ until, places, calledOff, expected }: Shown) =>
  [
    calledOff && '取消了',
    until && `到 ${spokenDate(until, today())}`,
    places.length > 0 && `在${places.join('、')}`,
    expected && !calledOff && expectedWords[expected],
  ]
    .filter(Boolean)
    .join(' · ')

/** Calendars of desks and phones read what is public. */
function TakeFile({ town }: { town: string }) {
  const taking = useTask(
    () => takeTable(takePublicCalendar, { town }, `日历-${today()}.ics`),
    () => {},
  )
  return (
    <>
      <Button tone="quiet" busy={taking.busy} onTap={() => taking.run(undefined)}>
        下载公开的日历文件，放进自己的日历
      </Button>
      {taking.trouble ? <TroubleNotice trouble={taking.trouble} /> : null}
    </>
  )
}
