import { View } from '@tarojs/components'
import { addDays, addMonths, type Day, isWeekend, spokenDay, weekday } from '../../../shared/rules/days'
import { press } from './press'
import './year-glance.scss'

export interface Mark {
  tone: 'off' | 'on' | 'own'
  /** One or two characters below the date. */
  sign: string
  /** The same for whoever has it read aloud. */
  word: string
}

/** A year, month by month: each day with its mark, and each that may be picked as a target. */
export function YearGlance(props: {
  year: number
  marks: ReadonlyMap<Day, Mark>
  today: Day
  onPick: (day: Day) => void
}) {
  const months = Array.from({ length: 12 }, (_, ahead) => addMonths(`${props.year}-01-01`, ahead))
  return (
    <View className="glance">
      {months.map((first) => (
        <Month key={first} first={first} {...props} />
      ))}
    </View>
  )
}

function Month({ first, marks, today, onPick }: { first: Day } & Parameters<typeof YearGlance>[0]) {
  const days: Day[] = []
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) days.push(day)
  return (
    <View className="glance-month">
      <View className="glance-name">{`${Number(first.slice(5, 7))}月`}</View>
      <View className="glance-days">
        {['一', '二', '三', '四', '五', '六', '日'].map((word) => (
          <View key={word} className="glance-week">
            {word}
          </View>
        ))}
        {days.map((day, index) => {
          const mark = marks.get(day)
          const tone = mark?.tone ?? (isWeekend(day) ? 'rest' : 'plain')
          const sign = mark?.sign ?? (day === today ? '今天' : '')
          return (
            <View
              key={day}
              id={`day-${day}`}
              className={`glance-day glance-${tone}${day === today ? ' glance-today' : ''}`}
              style={index === 0 ? { gridColumnStart: String(((weekday(day) + 6) % 7) + 1) } : {}}
              {...press(day > today ? () => onPick(day) : undefined)}
              {...named(day, sign, mark?.word)}
            >
              <View>{Number(day.slice(8))}</View>
              <View className="glance-sign">{sign}</View>
            </View>
          )
        })}
      </View>
    </View>
  )
}

/** What is read aloud in a browser. */
const named = (day: Day, sign: string, word = ''): object =>
  process.env.TARO_ENV === 'h5'
    ? {
        // Whoever steers by voice says what is seen.
        'aria-label': [sign && `${Number(day.slice(8))} ${sign}`, spokenDay(day, day), word]
          .filter(Boolean)
          .join('，'),
      }
    : {}
