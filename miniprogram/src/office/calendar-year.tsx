import { View } from '@tarojs/components'
import { useState } from 'react'
import { type CalendarPage, dayKinds } from '../../../shared/api/calendar'
import { type Day, daysBetween, spokenDay } from '../../../shared/rules/days'
import { Card } from '../pieces/card'
import { Chips } from '../pieces/chips'
import { type Mark, YearGlance } from '../pieces/year-glance'
import { today } from '../work/words'

type Year = CalendarPage['years'][number]
type Special = Year['days'][number]

const markOf = ({ kind, by, why }: Special): Mark => ({
  tone: by === 'town' ? 'own' : kind === 'holiday' ? 'off' : 'on',
  sign: `${by === 'town' ? '本' : ''}${kind === 'holiday' ? '休' : '班'}`,
  word: [by === 'town' ? '本镇自己设的' : '', dayKinds[kind], why].filter(Boolean).join('，'),
})

/** A year at a glance: what is off, what is worked, what the town has set; a day that lies ahead is picked by a tap. */
export function CalendarYear({ page, onPick }: { page: CalendarPage; onPick: (day: Day) => void }) {
  const [shown, setShown] = useState(String(page.years[0]?.year))
  const year = page.years.find((one) => String(one.year) === shown)
  if (!year) return null
  const marks = new Map(year.days.map((one) => [one.day, markOf(one)]))
  const words = Object.fromEntries(
    page.years.map((one) => [String(one.year), `${one.year} 年${one.tentative ? '（暂定）' : ''}`]),
  )
  return (
    <View className="section">
      <View className="section-head heading">一年的日子</View>
      <View className="settings-parts">
        <Chips words={words} chosen={shown} onChoose={setShown} />
      </View>
      <Card>
        <View className="note">
          {`休：放假。班：调休上班。本休、本班：本镇自己设的。点今天以后的一天，可以设成本镇放假或上班。${
            year.tentative ? '这一年还没有公布放假安排，放假的日子按法定节日暂定，公布以后会变。' : ''
          }`}
        </View>
        <YearGlance year={year.year} marks={marks} today={today()} onPick={onPick} />
        <View className="note">{namesOf(year)}</View>
      </Card>
    </View>
  )
}

/** The holidays with their days, and what is worked for them, for whoever looks for a name. */
function namesOf({ days, tentative }: Year): string {
  const spans: { name: string; first: Day; last: Day }[] = []
  for (const { day, kind, by, why } of days) {
    if (kind !== 'holiday' || by === 'town' || !why) continue
    const before = spans.find(({ name, last }) => name === why && daysBetween(last, day) === 1)
    if (before) before.last = day
    else spans.push({ name: why, first: day, last: day })
  }
  const spoken = spans.map(({ name, first, last }) =>
    first === last
      ? `${name} ${spokenDay(first, first)}`
      : `${name} ${spokenDay(first, first)}至${spokenDay(last, first)}`,
  )
  const worked = days.filter(({ kind, by }) => kind === 'workday' && by !== 'town')
  const shifts = worked.length > 0 ? `；上班 ${worked.map(({ day }) => spokenDay(day, day)).join('、')}` : ''
  return `${tentative ? '暂定：' : ''}${spoken.join('，')}${shifts}。`
}
