import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { giveReport, showAnnualReport, takeAnnualReport } from '../../../shared/api/figures'
import { annualSentences } from '../../../shared/papers/annual-words'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { takeWord } from '../client/word-file'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Chips } from '../pieces/chips'
import { CountLine } from '../pieces/count-line'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { TroubleNotice } from '../pieces/notice'
import { PrintButton } from '../pieces/print-button'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { countsShown } from './counts-shown'
import { RateList } from './rate-list'
import { RateTable } from './rate-table'

const lastYears = 4

/** What the yearly report on handling needs, as figures and as sentences to copy. */
export function AnnualPanel({ town }: { town: string | undefined }) {
  const thisYear = Number(today().slice(0, 4))
  const [year, setYear] = useState(String(thisYear))
  const years = Array.from({ length: lastYears }, (_, ago) => String(thisYear - ago))
  const state = useLoaded(
    async () => ({
      year,
      report: await ask(showAnnualReport, { params: { town: await currentTown(town) }, query: { year } }),
    }),
    [year],
  )
  return (
    <View>
      <View className="rates-ask not-printed">
        <Chips
          // A word that is a number would be put in order of size.
          words={Object.fromEntries(years.map((one) => [`y${one}`, `${one}年`]))}
          chosen={`y${year}`}
          onChoose={(key) => setYear(key.slice(1))}
        />
      </View>
      <Loaded state={state}>
        {({ year: shown, report }) =>
          report.received.submitted === 0 && report.total.counts.handedOver === 0 ? (
            <Empty>{`${shown}年还没有代表建议。`}</Empty>
          ) : (
            <View className="stack">
              <Heading large>{`${shown}年代表建议办理情况`}</Heading>
              <Card>
                {annualSentences(shown, report).map((sentence) => (
                  <View key={sentence} className="annual-sentence">
                    {sentence}
                  </View>
                ))}
                <View className="annual-act not-printed">
                  <Button
                    tone="quiet"
                    small
                    onTap={() =>
                      void Taro.setClipboardData({ data: annualSentences(shown, report).join('\n') })
                    }
                  >
                    复制这段文字
                  </Button>
                  <TakeReport town={town} year={shown} />
                  {report.given.map(({ id, on }) => (
                    <TakeReport key={id} town={town} year={shown} given={{ id, on }} />
                  ))}
                  <GiveReport town={town} year={shown} done={state.reload} />
                  <Button tone="quiet" small onTap={() => openReport(town, shown)}>
                    公开的办理情况报告
                  </Button>
                  <PrintButton />
                </View>
              </Card>
              <CountLine counts={countsShown(report.total.counts)} late="逾期" />
              <RateList of={report.total} />
              <RateTable title="单位" groups={report.units} />
              <RateTable title="类别" groups={report.categories} />
            </View>
          )
        }
      </Loaded>
    </View>
  )
}

/** 办理情况报告, as Word. */
function TakeReport(props: {
  town: string | undefined
  year: string
  /** As it was given then; without it as it is today. */
  given?: { id: string; on: string }
}) {
  const { town, year, given } = props
  const task = useTask(
    async () =>
      takeWord(takeAnnualReport, { town: await currentTown(town) }, `${year}年代表建议办理情况报告.docx`, {
        year,
        ...(given ? { given: given.id } : {}),
      }),
    () => undefined,
  )
  return (
    <>
      <Button tone="quiet" small busy={task.busy} onTap={() => task.run(undefined)}>
        {given ? `${spokenDay(given.on, today())}的定稿（Word）` : '办理情况报告（Word）'}
      </Button>
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
    </>
  )
}

/** From then on everyone reads it as it is today. */
function GiveReport({ town, year, done }: { town: string | undefined; year: string; done: () => void }) {
  const task = useTask(
    async (_: undefined, key) =>
      ask(giveReport, { params: { town: await currentTown(town) }, input: { year }, key }),
    done,
  )
  return (
    <>
      <Button tone="quiet" small busy={task.busy} onTap={() => task.run(undefined)}>
        定稿：按今天的样子报告、公开
      </Button>
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
    </>
  )
}

const openReport = (town: string | undefined, year: string) =>
  void currentTown(town).then((id) => Taro.navigateTo({ url: `/pages/report?town=${id}&year=${year}` }))
