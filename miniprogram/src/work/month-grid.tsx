import { View } from '@tarojs/components'
import { type CalendarEntry, together } from '../../../shared/api/calendar-entries'
import { addDays, type Day, isWeekend, weekday } from '../../../shared/rules/days'
import { daysOfMonth, type Month } from '../../../shared/rules/months'

/** A month on one sheet, as it hangs on a wall: on desks, and on paper. */
export function MonthGrid({
  month,
  entries,
  today,
}: {
  month: Month
  entries: readonly CalendarEntry[]
  today: Day
}) {
  return (
    <View className="month-grid">
      {['一', '二', '三', '四', '五', '六', '日'].map((word) => (
        <View key={word} className="month-head">
          {word}
        </View>
      ))}
      {beside(weekday(`${month}-01`) + 6)}
      {daysIn(month).map((day) => (
        <View
          key={day}
          className={`month-day${isWeekend(day) ? ' month-rest' : ''}${day === today ? ' month-today' : ''}`}
        >
          <View className="month-number">{Number(day.slice(8))}</View>
          {together(on(day, entries)).map((one, at) => (
            <View key={at} className={`month-one${one.calledOff ? ' calendar-off' : ''}`}>
              {[
                one.day === day ? one.at : null,
                one.title,
                one.places.length > 1 && `${one.places.length} 处`,
              ]
                .filter(Boolean)
                .join(' ')}
            </View>
          ))}
        </View>
      ))}
      {beside(7 - weekday(daysOfMonth(month).to))}
    </View>
  )
}

/** So many days of the week belong to another month. */
const beside = (days: number) =>
  Array.from({ length: days % 7 }, (_, at) => <View key={`beside-${at}`} className="month-day month-rest" />)

function daysIn(month: Month): Day[] {
  const { from, to } = daysOfMonth(month)
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

const on = (day: Day, entries: readonly CalendarEntry[]) =>
  entries.filter((one) => one.day <= day && day <= (one.until ?? one.day))
