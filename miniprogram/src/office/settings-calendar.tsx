import * as z from 'zod/mini'
import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  addLocalDay,
  type CalendarPage,
  dayKinds,
  removeLocalDay,
  showCalendar,
} from '../../../shared/api/calendar'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { ActionSheet } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { CalendarYear } from './calendar-year'
import { LoadHolidays } from './load-holidays'

/** Which days count as working days: the lists of the State Council, and the days that the town sets itself. */
export function SettingsCalendar({ town }: { town: string }) {
  const state = useLoaded(() => ask(showCalendar, { params: { town } }), [town])
  const [picked, setPicked] = useState<string>()
  return (
    <Loaded state={state}>
      {(page) => (
        <>
          {page.yearToLoad ? (
            <Notice tone="soon">
              {`请载入 ${page.yearToLoad} 年放假安排。没有载入以前，落在 ${page.yearToLoad} 年的期限按法定节日和周末暂算，显示“暂定”。`}
            </Notice>
          ) : null}
          <View className="section settings-columns">
            <View>
              <View className="section-head heading">国务院办公厅放假安排</View>
              <Card tight>
                {page.years.map((year) => (
                  <Cell key={year.year} label={`${year.year} 年`}>
                    {sourceOf(year)}
                  </Cell>
                ))}
              </Card>
            </View>
            <LocalDays town={town} page={page} put={state.put} stale={state.reload} />
          </View>
          <CalendarYear page={page} onPick={setPicked} />
          {picked ? (
            <DaySheet
              town={town}
              day={picked}
              page={page}
              put={state.put}
              stale={state.reload}
              onClose={() => setPicked(undefined)}
            />
          ) : null}
          <LoadHolidays town={town} page={page} put={state.put} stale={state.reload} />
        </>
      )}
    </Loaded>
  )
}

const sourceOf = ({ from, holidays, workdays }: CalendarPage['years'][number]) =>
  ({
    program: `程序里已有：放假 ${holidays} 天，上班 ${workdays} 天`,
    loaded: `已载入：放假 ${holidays} 天，上班 ${workdays} 天`,
    nowhere: `暂定：还没有公布，按法定节日放假 ${holidays} 天`,
  })[from]

/** Which calendar they have before their eyes goes along by itself. */
const dayToAdd = z.omit(addLocalDay.input, { version: true })
const dayToRemove = z.omit(removeLocalDay.input, { version: true })

interface LocalDaysProps {
  town: string
  page: CalendarPage
  put: (page: CalendarPage) => void
  stale: () => void
}

function LocalDays({ town, page, put, stale }: LocalDaysProps) {
  const { localDays: days } = page
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<string>()
  return (
    <View>
      <View className="section-head heading">本镇自己设的日子</View>
      {days.length === 0 ? (
        <Card>
          <View className="note">没有。本地庙会放假、临时上班，可以在这里设，期限会跟着重新计算。</View>
        </Card>
      ) : (
        <Card tight>
          {days.map(({ day, kind, reason }) => (
            <Cell
              key={day}
              label={`${spokenDate(day, today())} ${dayKinds[kind]}`}
              note={reason}
              onTap={() => setRemoving(day)}
            >
              取消
            </Cell>
          ))}
        </Card>
      )}
      <View className="settings-act">
        <Button tone="quiet" small onTap={() => setAdding(true)}>
          设一个日子
        </Button>
      </View>
      {adding ? <AddDay {...{ town, page, put, stale }} onClose={() => setAdding(false)} /> : null}
      {removing ? (
        <RemoveDay {...{ town, page, put, stale }} day={removing} onClose={() => setRemoving(undefined)} />
      ) : null}
    </View>
  )
}

interface SheetProps extends LocalDaysProps {
  day?: string
  onClose: () => void
}

/** What a day that was picked can become: what the town set is taken back, every other day may be set. */
function DaySheet(props: SheetProps & { day: string }) {
  const isSet = props.page.localDays.some(({ day }) => day === props.day)
  return isSet ? <RemoveDay {...props} /> : <AddDay {...props} />
}

function AddDay({ town, page: { version }, day, put, stale, onClose }: SheetProps) {
  return (
    <ActionSheet
      keeps={{ about: `calendar:${town}` }}
      step={{ name: 'add', label: '设一个日子', tone: 'primary', input: dayToAdd }}
      initial={() => (day ? { day } : {})}
      take={(_, input, key) =>
        ask(addLocalDay, {
          params: { town },
          input: { ...(input as z.output<typeof dayToAdd>), version },
          key,
        })
      }
      stale={stale}
      done={put}
      onClose={onClose}
    />
  )
}

function RemoveDay({ town, page: { version }, day, put, stale, onClose }: SheetProps) {
  return (
    <ActionSheet
      keeps={{ about: `calendar:${town}:${day}` }}
      step={{ name: 'remove', label: '取消这一天', tone: 'danger', input: dayToRemove }}
      initial={() => ({ day })}
      take={(_, input, key) =>
        ask(removeLocalDay, {
          params: { town },
          input: { ...(input as z.output<typeof dayToRemove>), version },
          key,
        })
      }
      stale={stale}
      done={put}
      onClose={onClose}
    />
  )
}
