import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  type CalendarPage,
  checkHolidays,
  type HolidayCheck,
  loadHolidays,
  readHolidayFile,
  takeBackHolidays,
} from '../../../shared/api/calendar'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { type ChosenFile, chooseTable } from '../client/tables'
import { upload } from '../client/upload'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Field } from '../pieces/field'
import { Notice, TroubleNotice } from '../pieces/notice'
import { today } from '../work/words'
import { isStale, useTask } from '../hooks/use-task'
import { ImportRecords } from './import-records'

const help =
  '把国务院办公厅的通知整篇贴进来就行；也可以一行一天或一段：“2027-01-01 放假”“2027-02-05 至 2027-02-11 放假”“2027-02-14 上班”。'

/** A list is pasted, checked and only then taken: what it would move is told before. */
export function LoadHolidays(props: {
  town: string
  page: CalendarPage
  put: (page: CalendarPage) => void
  stale: () => void
}) {
  const { town, page, put, stale } = props
  const [year, setYear] = useState(page.yearToLoad ?? page.years[page.years.length - 1]?.year ?? 0)
  const [text, setText] = useState('')
  const [fileName, setFileName] = useState<string>()
  const [checked, setChecked] = useState<HolidayCheck>()
  const [loaded, setLoaded] = useState(false)
  const request = { params: { town }, input: { year, text, ...(fileName ? { fileName } : {}) } }
  const checking = useTask((_: undefined, key) => ask(checkHolidays, { ...request, key }), setChecked)
  const loading = useTask(
    (_: undefined, key) =>
      ask(loadHolidays, { ...request, input: { version: page.version, ...request.input }, key }).catch(
        (error: unknown) => {
          if (isStale(error)) stale()
          throw error
        },
      ),
    (newer) => {
      setChecked(undefined)
      setText('')
      setLoaded(true)
      put(newer)
    },
  )
  const reading = useTask(
    async (file: ChosenFile, key) => ({
      file,
      ...(await upload(readHolidayFile, { town }, { name: 'table', filePath: file.path }, key)),
    }),
    (read) =>
      change(() => {
        setText(read.text)
        setFileName(read.file.name)
      }),
  )
  const change = (set: () => void) => {
    set()
    setChecked(undefined)
    setLoaded(false)
  }
  const wrong = checking.fields.text ?? loading.fields.text
  const trouble = reading.trouble ?? checking.trouble ?? loading.trouble
  const years = Object.fromEntries(page.years.map((one) => [String(one.year), `${one.year} 年`]))
  return (
    <View className="section">
      <View className="section-head heading">载入放假安排</View>
      <Card>
        <Field
          field={{ name: 'year', label: '哪一年', kind: 'choice', optional: false, options: years }}
          value={String(year)}
          error={checking.fields.year}
          onChange={(value) => change(() => setYear(Number(value)))}
        />
        <Field
          field={{ name: 'text', label: '放假和上班的日子', kind: 'paragraph', optional: false, help }}
          value={text}
          error={wrong}
          onChange={(value) =>
            change(() => {
              setText(typeof value === 'string' ? value : '')
              setFileName(undefined)
            })
          }
        />
        {process.env.TARO_ENV === 'h5' ? (
          <View className="settings-act settings-check">
            <Button
              tone="quiet"
              small
              busy={reading.busy}
              onTap={() => void chooseTable().then((file) => file && reading.run(file))}
            >
              从电子表格读
            </Button>
          </View>
        ) : null}
        {trouble && !wrong ? (
          <View className="settings-check">
            <TroubleNotice trouble={trouble} />
          </View>
        ) : null}
        {loaded ? (
          <View className="settings-check">
            <Notice tone="done">载入好了，在办建议的期限已经重新计算，经办的人都收到了消息。</Notice>
          </View>
        ) : null}
        {checked ? <Checked checked={checked} /> : null}
        {checked ? (
          <Button busy={loading.busy} onTap={() => loading.run(undefined)}>
            载入
          </Button>
        ) : (
          <Button busy={checking.busy} disabled={text.trim() === ''} onTap={() => checking.run(undefined)}>
            先核对
          </Button>
        )}
      </Card>
      {page.loads.length > 0 ? (
        <View className="section">
          <View className="section-head heading">载入过的放假安排</View>
          <ImportRecords
            records={page.loads}
            takeBack={(id, key) => ask(takeBackHolidays, { params: { town, id }, key })}
            done={(newer) => {
              change(() => {})
              put(newer)
            }}
          />
        </View>
      ) : null}
    </View>
  )
}

function Checked({ checked: { days, notes, moves } }: { checked: HolidayCheck }) {
  const worked = days.filter(({ kind }) => kind === 'workday')
  const spoken = worked.map(({ day }) => spokenDay(day, today())).join('、')
  return (
    <View className="settings-check stack">
      <Notice tone="done">
        {`核对好了：放假 ${days.length - worked.length} 天，上班 ${worked.length} 天${spoken ? `（${spoken}）` : ''}。`}
      </Notice>
      {notes.map((note) => (
        <Notice key={note} tone="soon">
          {note}
        </Notice>
      ))}
      {moves.length === 0 ? (
        <Notice>载入后没有期限要变。</Notice>
      ) : (
        <View>
          <View>{`载入后有 ${moves.length} 件建议的期限要变：`}</View>
          {moves.map(({ subject, from, to }, index) => (
            <View key={String(index)} className="settings-change">
              <View className="settings-change-from">{spokenDay(from, today())}</View>
              <View>{`${spokenDay(to, today())} ${subject}`}</View>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
